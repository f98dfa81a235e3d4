/**
 * What needs a server of its own: killing it while somebody types, setting it up for the first time, and being
 * locked out of it. One server for all three, one after the other.
 */
import { freshEmail, signUp } from "./support/account";
import { answerOf, expectSaved, saveState, startInterview } from "./support/interview";
import { OwnServer } from "./support/own-server";
import { expect, NETWORK_FAULTS, test } from "./support/test";

const PORT = Number(process.env.E2E_PORT ?? 3210) + 1;
const server = new OwnServer(PORT, `test-results/data-${PORT}`);

test.describe.configure({ mode: "serial" });
test.use({ baseURL: server.url });
test.beforeAll(async () => {
  test.setTimeout(120_000);
  await server.start();
});
test.afterAll(() => server.stop());

test("the link that the launcher prints makes the first administrator, once", async ({ page, newDevice }) => {
  const link = server.output.match(/http:\S+\/setup\/\S+/)?.[0] ?? "";
  expect(link).not.toBe("");
  const path = new URL(link).pathname;
  await page.goto(path);
  await page.getByRole("link", { name: "Make an account" }).click();
  await expect(page).toHaveURL(/\/sign-up\?next=/);
  await signUp(page, freshEmail("host"), path);
  await page.getByRole("button", { name: "Become the administrator" }).click();
  await expect(page.getByText("You are the administrator of this Shortlist.")).toBeVisible();
  await page.goto("/account");
  await expect(page.getByText("Signed in as admin.")).toBeVisible();

  const second = await newDevice();
  await signUp(second, freshEmail("late"), path);
  await second.getByRole("button", { name: "Become the administrator" }).click();
  await expect(second.getByRole("status").filter({ hasText: /\S/ })).toBeVisible();
  await expect(second.getByText("You are the administrator")).toHaveCount(0);
  await second.goto("/account");
  await expect(second.getByText("Signed in as candidate.")).toBeVisible();
});

test("the server is killed while somebody types: it comes back and no character is lost", async ({
  page,
  newDevice,
  faults,
}) => {
  test.setTimeout(90_000);
  faults.allow(NETWORK_FAULTS);
  faults.allow(/status of 5\d\d/);
  const url = await startInterview(page, "Coach");
  let typed = "";
  for (let round = 1; round <= 2; round++) {
    const before = `Round ${round}: typed before, `;
    const during = "while it was down, ";
    const after = "and after it came back. ";
    await answerOf(page).pressSequentially(before);
    server.killHttpServer();
    await answerOf(page).pressSequentially(during);
    await expect(saveState(page)).toContainText("kept on this device");
    await answerOf(page).pressSequentially(after);
    typed += before + during + after;
    await expectSaved(page);
    await expect(answerOf(page)).toHaveValue(typed);
  }
  expect(server.output).toContain("the server stopped unexpectedly (SIGKILL)");
  const elsewhere = await newDevice({ storageState: await page.context().storageState() });
  await elsewhere.goto(url);
  await expect(answerOf(elsewhere)).toHaveValue(typed);
});

test("guessing a password is slowed down, and a forged address does not help", async ({ page, faults }) => {
  faults.allow(/status of (4|5)\d\d/);
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(freshEmail("victim"));
  await page.getByLabel("Password").fill("not the password");
  const refusal = page.getByRole("status").filter({ hasText: "Too many tries" });
  let attempt = 0;
  await page.route("**/sign-in", async (route) => {
    const headers = { ...route.request().headers(), "x-forwarded-for": `203.0.113.${attempt}` };
    await route.continue({ headers });
  });
  for (; attempt < 14 && (await refusal.count()) === 0; attempt++) {
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await page.getByRole("button", { name: "Sign in" }).click();
    await answered;
    await expect(page.getByRole("button", { name: "Sign in" })).toBeEnabled();
  }
  await expect(refusal).toBeVisible();
  expect(attempt).toBeLessThanOrEqual(11);
});
