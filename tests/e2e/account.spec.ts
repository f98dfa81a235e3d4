/** Accounts: made, used on several devices, kept with a guest's work, and deleted. */
import { freshEmail, PASSWORD, signInHere, signUp } from "./support/account";
import { answerOf, expectSaved, startInterview, typeOn } from "./support/interview";
import { expect, test } from "./support/test";

test("an account: make, see sessions, revoke another device, change the password, delete", async ({
  page,
  newDevice,
}) => {
  const email = freshEmail("ada");
  await signUp(page, email, "/account");
  await expect(page.getByRole("heading", { name: "Ada Example" })).toBeVisible();

  const phone = await newDevice();
  await phone.goto("/sign-in?next=/account");
  await signInHere(phone, email);
  await expect(phone.getByRole("heading", { name: "Ada Example" })).toBeVisible();

  await page.reload();
  await page.getByRole("button", { name: /^Sign out .+ on / }).click();
  await expect(page.getByText("Signed out there.")).toBeVisible();
  await phone.goto("/account");
  await expect(phone).toHaveURL(/\/sign-in/);

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
  await signUp(page, freshEmail("eve"), "//evil.example/phish");
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

test("a guest makes an account in the middle of an interview and goes on with it on a second device", async ({
  page,
  newDevice,
}) => {
  const email = freshEmail("guest");
  const url = await startInterview(page, "Coach");
  await answerOf(page).fill("Written as a guest. ");
  await expectSaved(page);
  await signUp(page, email, "/interviews");
  await expect(page).toHaveURL(/\/interviews$/);
  await page.getByRole("link", { name: "Video recommendation" }).click();
  await expect(page).toHaveURL(url);
  await typeOn(page, "Written with an account. ");
  await expectSaved(page);

  const second = await newDevice();
  await second.goto(url);
  await expect(second).toHaveURL(/\/sign-in\?next=/);
  await signInHere(second, email);
  await expect(second).toHaveURL(url);
  await expect(answerOf(second)).toHaveValue("Written as a guest. Written with an account. ");
  await typeOn(second, "Written on a second device.");
  await expectSaved(second);
  // The first device learns of it by itself.
  await expect(answerOf(page)).toHaveValue(/second device\.$/, { timeout: 20_000 });
});
