/** The main job in a browser: a whole interview, and everything that may go wrong while somebody types. */
import { answerOf, expectSaved, saveState, startInterview } from "./support/interview";
import { expect, expectAccessible, type Theme, test, useTheme } from "./support/test";

const STAGE_TITLES = [
  "Clarify",
  "Frame as an ML task",
  "Data and features",
  "Model",
  "Evaluate",
  "Serve",
  "Monitor",
];
const NETWORK_FAULTS = /net::ERR|Failed to fetch|Failed to load resource/;

test("a guest does a whole coach interview, from the prompt to the report", async ({ page }) => {
  await startInterview(page, "Coach");
  await page.getByLabel("Ask the interviewer").fill("How many daily active users are there?");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("log")).toContainText("100 million a day");
  await expect(page.getByRole("tab", { name: "Facts (1)" })).toBeVisible();

  await answerOf(page).fill(
    "We recommend videos for the home feed to 100M daily users within 200 ms at p99.",
  );
  await page.getByRole("tab", { name: /Data$/ }).click();
  await answerOf(page).fill(
    "Positives are long watches; we split by time so that the test set lies after training.",
  );
  await page.getByLabel("Split").selectOption("By time");
  await page.getByRole("button", { name: /Show a hint/ }).click();
  await expect(page.getByRole("button", { name: "Show the next hint (1 of 3 seen)" })).toBeVisible();

  await page.getByLabel("Name of component").fill("Feed service");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("button", { name: "Outline" }).click();
  await page
    .getByLabel(/One component a line/)
    .fill("Feed service [service]\nRanker [ranking]\nFeed service -> Ranker : 500 candidates");
  await page.getByRole("button", { name: "Draw this" }).click();
  await expect(page.getByText("2 components, 1 connection")).toBeVisible();
  await page.getByRole("tab", { name: "Estimates" }).click();
  await page.getByRole("button", { name: "Add an estimate" }).click();
  await page.getByLabel("Sum of estimate 1").fill("100M users * 10 requests/user / day");
  await expect(page.getByText("11.6K requests/s (1B requests/day)")).toBeVisible();

  await page.getByRole("button", { name: "Pause" }).click();
  await expect(answerOf(page)).not.toBeEditable();
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(answerOf(page)).toBeEditable();

  await page.getByRole("button", { name: "Review and submit" }).click();
  await expect(page.getByRole("row", { name: /Monitor empty/ })).toBeVisible();
  await page.getByRole("button", { name: "Submit the interview" }).click();
  await page.waitForURL(/\/report$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Video recommendation");
});

test("exam mode names no stage before submission, on the page or in what the server sends", async ({
  page,
}) => {
  const bodies: Promise<string>[] = [];
  page.on("response", (response) => {
    if (/\/interviews\/[0-9a-f-]{36}/.test(response.url())) bodies.push(response.text().catch(() => ""));
  });
  await startInterview(page, "Exam");
  await answerOf(page).fill("A two-tower model retrieves, then a ranker scores. ".repeat(10));
  await expectSaved(page);
  for (const tab of ["Estimates", "Facts (0)", "Notes", "Board"])
    await page.getByRole("tab", { name: tab }).click();
  const dom = await page.content();
  const seen = await page.locator("body").innerText();
  for (const title of STAGE_TITLES) {
    expect(dom).not.toContain(`>${title}<`);
    expect(seen).not.toMatch(new RegExp(`^\\s*(\\d )?${title}\\b`, "m"));
  }
  const sent = (await Promise.all(bodies)).join("\n");
  for (const word of [
    "Frame as an ML task",
    "Data and features",
    '"clarify"',
    '"evaluate"',
    "rubric",
    "ifNeverAsked",
  ]) {
    expect(sent).not.toContain(word);
  }
  await expect(page.getByRole("button", { name: /hint|Pause/ })).toHaveCount(0);
});

test("a reload, and a tab closed the moment after typing, lose no character", async ({ page, context }) => {
  const url = await startInterview(page, "Coach");
  await answerOf(page).pressSequentially("Typed before the reload. ");
  await page.reload();
  await expect(answerOf(page)).toHaveValue("Typed before the reload. ");
  await answerOf(page).press("End");
  await answerOf(page).pressSequentially("And closed at once.");
  await page.close();
  const again = await context.newPage();
  await again.goto(url);
  await expect(answerOf(again)).toHaveValue("Typed before the reload. And closed at once.");
});

test("two tabs: both texts stay, and each tab shows the other's", async ({ page, context }) => {
  const url = await startInterview(page, "Coach");
  await answerOf(page).fill("Common ground.");
  await expectSaved(page);
  const second = await context.newPage();
  await second.goto(url);
  await expect(answerOf(second)).toHaveValue("Common ground.");
  await expect(answerOf(second)).toBeEditable();
  await Promise.all([
    answerOf(page).fill("From the first tab. Common ground."),
    answerOf(second).fill("Common ground. From the second tab."),
  ]);
  const both = "From the first tab. Common ground. From the second tab.";
  await expect(answerOf(page)).toHaveValue(both, { timeout: 20_000 });
  await expect(answerOf(second)).toHaveValue(both, { timeout: 20_000 });
});

test("another device that was offline changes the same words: both versions are shown", async ({
  page,
  browser,
  context,
  faults,
}) => {
  faults.allow(NETWORK_FAULTS);
  const url = await startInterview(page, "Coach");
  await answerOf(page).fill("We train a matrix factorization.");
  await expectSaved(page);
  const other = await browser.newContext({ storageState: await context.storageState() });
  const device = await other.newPage();
  await device.goto(url);
  await expect(answerOf(device)).toBeEditable();
  await other.setOffline(true);
  await answerOf(device).fill("We train a two tower model.");
  await expect(saveState(device)).toHaveAttribute("data-save-state", "offline");
  await answerOf(page).fill("We train a boosted tree.");
  await expectSaved(page);
  await other.setOffline(false);
  await expect(page.getByRole("region", { name: "Two edits met" })).toBeVisible({ timeout: 20_000 });
  const text = await answerOf(page).inputValue();
  expect(text).toContain("boosted tree");
  expect(text).toContain("two tower");
  await expect(answerOf(device)).toHaveValue(text);
  await page.getByRole("button", { name: "The text is right now" }).click();
  await expect(page.getByRole("region", { name: "Two edits met" })).toHaveCount(0);
  await other.close();
});

test("offline typing is kept, said in words, and sent when the connection is back", async ({
  page,
  context,
  faults,
}) => {
  faults.allow(NETWORK_FAULTS);
  await startInterview(page, "Coach");
  await context.setOffline(true);
  for (let i = 0; i < 20; i++) await answerOf(page).pressSequentially(`line ${i}\n`);
  await expect(saveState(page)).toContainText("Offline, kept on this device");
  await expect(page.getByRole("status").filter({ hasText: "You are offline" })).toHaveCount(1);
  await context.setOffline(false);
  await expectSaved(page);
  await page.reload();
  await expect(answerOf(page)).toHaveValue(Array.from({ length: 20 }, (_, i) => `line ${i}\n`).join(""));
});

test("later typing wins although the first save hangs", async ({ page }) => {
  await startInterview(page, "Coach");
  let held = false;
  await page.route(/\/interviews\/[0-9a-f-]{36}$/, async (route) => {
    if (
      route.request().method() === "POST" &&
      !held &&
      route.request().postData()?.includes("answer-edited")
    ) {
      held = true;
      await new Promise((resolve) => setTimeout(resolve, 5_000));
    }
    await route.continue();
  });
  await answerOf(page).pressSequentially("early");
  await expect.poll(() => held).toBe(true);
  await answerOf(page).fill("late");
  await expectSaved(page);
  await expect(answerOf(page)).toHaveValue("late");
  await page.reload();
  await expect(answerOf(page)).toHaveValue("late");
});

test("an ended session stops nothing: typing goes on, and after signing in again all is sent", async ({
  page,
  context,
}) => {
  await startInterview(page, "Coach");
  await answerOf(page).fill("Before. ");
  await expectSaved(page);
  const cookies = await context.cookies();
  await context.clearCookies();
  await answerOf(page).press("End");
  await answerOf(page).pressSequentially("After the session ended.");
  await expect(saveState(page)).toHaveAttribute("data-save-state", "signed-out", { timeout: 15_000 });
  await expect(page.getByRole("link", { name: "Sign in (new tab)" })).toBeVisible();
  await context.addCookies(cookies);
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expectSaved(page);
  await page.reload();
  await expect(answerOf(page)).toHaveValue("Before. After the session ended.");
});

test("someone else on the same browser sees neither the interview nor its drafts", async ({
  page,
  context,
  faults,
}) => {
  faults.allow(/404/);
  const url = await startInterview(page, "Coach");
  await answerOf(page).fill("Mine alone.");
  await expectSaved(page);
  await context.clearCookies();
  await startInterview(page, "Coach");
  await expect(answerOf(page)).toHaveValue("");
  await page.goto(url);
  await expect(page.getByText("Mine alone.")).toHaveCount(0);
  await expect(answerOf(page)).toHaveCount(0);
});

test("the time left is announced at ten, five and one minute only, and can be hidden", async ({
  page,
  context,
  faults,
}) => {
  faults.allow(NETWORK_FAULTS);
  await page.clock.install();
  await startInterview(page, "Exam");
  await expectSaved(page);
  // The page's clock is run ahead; the server, which would set it right, is out of reach.
  await context.setOffline(true);
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const region = document.querySelector("main")?.parentElement?.querySelector(":scope > [role=status]");
    if (region)
      new MutationObserver(() => said.push(region.textContent ?? "")).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
  });
  for (let minute = 0; minute < 44; minute++) await page.clock.runFor(60_000);
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  expect(said.filter((text) => text.includes("left"))).toEqual([
    "10 minutes left.",
    "5 minutes left.",
    "1 minute left.",
  ]);
  await page.getByRole("button", { name: "Hide time" }).click();
  await expect(page.getByRole("timer")).toHaveCount(0);
});

test("an interview without a mouse", async ({ page }) => {
  await startInterview(page, "Coach");
  await page.keyboard.press("Alt+q");
  await expect(page.getByLabel("Ask the interviewer")).toBeFocused();
  await page.keyboard.type("What is the goal?");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Alt+a");
  await page.keyboard.type("Satisfied watch time.");
  await page.keyboard.press("Alt+]");
  await expect(page.getByRole("tab", { name: /Frame/ })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Alt+a");
  await page.keyboard.type("Predict the chance of a long watch.");
  await page.keyboard.press("Alt+b");
  const outline = page.getByRole("button", { name: "Outline" });
  for (let i = 0; i < 12 && !(await outline.evaluate((element) => element === document.activeElement)); i++) {
    await page.keyboard.press("Tab");
  }
  await expect(outline).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("App -> Ranker");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("2 components, 1 connection")).toBeVisible();
  await page.getByRole("button", { name: "Review and submit" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Review before you submit" })).toBeFocused();
  await page.getByRole("button", { name: "Submit the interview" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/report$/);
});

for (const theme of ["light", "dark"] as Theme[]) {
  test(`axe finds nothing in the interview in the ${theme} theme`, async ({ page }) => {
    await useTheme(page, theme);
    for (const mode of ["Coach", "Exam"] as const) {
      await startInterview(page, mode);
      await page.getByLabel("Name of component").fill("Feed service");
      await page.getByRole("button", { name: "Add", exact: true }).click();
      await expect(page.locator(".react-flow__node")).toHaveCount(1);
      await expectAccessible(page, `${mode}, board, ${theme}`);
      await page.getByRole("button", { name: "Outline" }).click();
      await expectAccessible(page, `${mode}, outline, ${theme}`);
      await page.getByRole("tab", { name: "Estimates" }).click();
      await page.getByRole("button", { name: "Add an estimate" }).click();
      await expectAccessible(page, `${mode}, estimates, ${theme}`);
      await page.getByRole("button", { name: "Review and submit" }).click();
      await expectAccessible(page, `${mode}, review, ${theme}`);
    }
  });
}
