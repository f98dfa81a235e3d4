/** Classes as the journeys need them: made by an instructor, joined by others on devices of their own. */
import { expect, type Page } from "@playwright/test";
import { freshEmail, PASSWORD } from "./account";

/** Makes an account with this name; leaves the page at `next`. */
export async function signUpAs(page: Page, name: string, next = "/classes"): Promise<string> {
  const email = freshEmail(name.toLowerCase().replace(/\W+/g, "-"));
  await page.goto(`/sign-up?next=${encodeURIComponent(next)}`);
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page).not.toHaveURL(/\/sign-up/);
  return email;
}

export type OpenClass = { classId: string /** As it is shown: XXXX-XXXX. */; code: string };

/** The account that is signed in makes a class; its first page is open afterwards. */
export async function makeClass(
  page: Page,
  name = "ML systems",
  timeZone = "Europe/Berlin",
): Promise<OpenClass> {
  await page.goto("/classes/new");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Time zone").selectOption(timeZone);
  await page.getByRole("button", { name: "Make the class" }).click();
  await expect(page).toHaveURL(/\/classes\/[0-9a-f-]{36}$/);
  const classId = page.url().split("/").at(-1) ?? "";
  const code = await page.locator("[data-class-code]").innerText();
  return { classId, code };
}

/** The account that is signed in joins by the link; the class's first page is open afterwards. */
export async function joinClass(page: Page, { classId, code }: OpenClass): Promise<void> {
  await page.goto(`/classes/join#${code}`);
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/classes/${classId}$`));
}
