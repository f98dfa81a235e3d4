import { expect, test } from "./support/test";

const PASSWORD = "a long enough password";

async function signUp(page: import("@playwright/test").Page, email: string, next: string) {
  await page.goto(`/sign-up?next=${encodeURIComponent(next)}`);
  await page.getByLabel("Name").fill("Ada Example");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Make the account" }).click();
}

test("an account: make, see sessions, revoke another device, change the password, delete", async ({
  page,
  browser,
}) => {
  const email = `ada-${Date.now()}@example.org`;
  await signUp(page, email, "/account");
  await expect(page.getByRole("heading", { name: "Ada Example" })).toBeVisible();

  const elsewhere = await browser.newContext();
  const phone = await elsewhere.newPage();
  await phone.goto("/sign-in?next=/account");
  await phone.getByLabel("Email").fill(email);
  await phone.getByLabel("Password").fill(PASSWORD);
  await phone.getByRole("button", { name: "Sign in" }).click();
  await expect(phone.getByRole("heading", { name: "Ada Example" })).toBeVisible();

  await page.reload();
  await page.getByRole("button", { name: /^Sign out .+ on / }).click();
  await expect(page.getByText("Signed out there.")).toBeVisible();
  await phone.goto("/account");
  await expect(phone).toHaveURL(/\/sign-in/);
  await elsewhere.close();

  await page.getByLabel("Current password").fill(PASSWORD);
  await page.getByLabel("New password").fill("another long password");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Password changed.")).toBeVisible();

  await page.getByRole("button", { name: "Delete account" }).click();
  await page.getByLabel("Your password, to confirm").fill("another long password");
  await page.getByRole("button", { name: "Delete everything" }).click();
  await expect(page).toHaveURL("/");
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a link after signing in leads only to this site", async ({ page }) => {
  await signUp(page, `eve-${Date.now()}@example.org`, "//evil.example/phish");
  await expect(page).toHaveURL(/\/interviews$/);
});

test("mistakes in the form are named beside their fields and nothing typed is lost", async ({ page }) => {
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel("Email").fill("not-an-address");
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByText("Enter an address like name@example.org.")).toBeVisible();
  await expect(page.getByText("Use at least 10 characters")).toBeVisible();
  await expect(page.getByLabel("Email")).toHaveValue("not-an-address");
});
