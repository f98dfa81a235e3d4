/** Making an account and signing in, as the journeys need it. */
import { expect, type Page } from "@playwright/test";

export const PASSWORD = "a long enough password";
export const freshEmail = (name: string): string =>
  `${name}-${Date.now()}-${Math.random().toString(36).slice(2, 8)}@example.org`;

export async function signUp(page: Page, email: string, next: string): Promise<void> {
  await page.goto(`/sign-up?next=${encodeURIComponent(next)}`);
  await signUpHere(page, email);
}

/** Fills in the sign-up page that is open. */
export async function signUpHere(page: Page, email: string): Promise<void> {
  await page.getByLabel("Name").fill("Ada Example");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Make the account" }).click();
}

/** Fills in the sign-in page that is open. */
export async function signInHere(page: Page, email: string): Promise<void> {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}
