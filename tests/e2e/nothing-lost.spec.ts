/** Everything that may go wrong while somebody types. Each journey ends with every character on the server. */
import type { Page } from "@playwright/test";
import { freshEmail, signInHere, signUp, signUpHere } from "./support/account";
import { chromeOnDisk } from "./support/chrome-on-disk";
import { answerOf, expectSaved, openStage, saveState, startInterview, typeOn } from "./support/interview";
import { expect, NETWORK_FAULTS, test } from "./support/test";

/** What the server has: read on another device with the same session, where no draft of this one lies. */
async function expectOnServer(
  page: Page,
  newDevice: (options: { storageState: { cookies: Cookies; origins: [] } }) => Promise<Page>,
  text: string,
): Promise<void> {
  const cookies = await page.context().cookies();
  const elsewhere = await newDevice({ storageState: { cookies, origins: [] } });
  await elsewhere.goto(page.url());
  await expect(answerOf(elsewhere)).toHaveValue(text);
  await elsewhere.close();
}
type Cookies = Awaited<ReturnType<ReturnType<Page["context"]>["cookies"]>>;

test("a reload in the middle of a word, and a tab closed right after typing, lose no character", async ({
  page,
  context,
  newDevice,
}) => {
  const url = await startInterview(page, "Coach");
  await answerOf(page).pressSequentially("Typed before the rel");
  await page.reload();
  await expect(answerOf(page)).toHaveValue("Typed before the rel");
  await typeOn(page, "oad. And closed at once.");
  await page.close();
  const again = await context.newPage();
  await again.goto(url);
  await expect(answerOf(again)).toHaveValue("Typed before the reload. And closed at once.");
  await expectSaved(again);
  await expectOnServer(again, newDevice, "Typed before the reload. And closed at once.");
});

test("two tabs in two stages: both texts stay, and each tab gets the other's", async ({ page, context }) => {
  const url = await startInterview(page, "Coach");
  const second = await context.newPage();
  await second.goto(url);
  await expect(answerOf(second)).toBeEditable();
  await openStage(second, "model");
  await Promise.all([
    answerOf(page).pressSequentially("The first tab clarifies."),
    answerOf(second).pressSequentially("The second tab models."),
  ]);
  await expectSaved(page);
  await expectSaved(second);
  await expect(answerOf(page)).toHaveValue("The first tab clarifies.");
  await openStage(page, "model");
  await expect(answerOf(page)).toHaveValue("The second tab models.");
  await openStage(second, "clarify");
  await expect(answerOf(second)).toHaveValue("The first tab clarifies.");
});

test("two tabs in one text: both texts stay, and each tab shows the other's", async ({ page, context }) => {
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

test("a device that was offline changes the same words: both versions are shown", async ({
  page,
  context,
  newDevice,
  faults,
}) => {
  faults.allow(NETWORK_FAULTS);
  const url = await startInterview(page, "Coach");
  await answerOf(page).fill("We train a matrix factorization.");
  await expectSaved(page);
  const device = await newDevice({ storageState: await context.storageState() });
  await device.goto(url);
  await expect(answerOf(device)).toBeEditable();
  await device.context().setOffline(true);
  await answerOf(device).fill("We train a two tower model.");
  await expect(saveState(device)).toHaveAttribute("data-save-state", "offline");
  await answerOf(page).fill("We train a boosted tree.");
  await expectSaved(page);
  await device.context().setOffline(false);
  await expect(page.getByRole("region", { name: "Two edits met" })).toBeVisible({ timeout: 20_000 });
  const text = await answerOf(page).inputValue();
  expect(text).toContain("boosted tree");
  expect(text).toContain("two tower");
  await expect(answerOf(device)).toHaveValue(text);
  await page.getByRole("button", { name: "The text is right now" }).click();
  await expect(page.getByRole("region", { name: "Two edits met" })).toHaveCount(0);
});

test("ten minutes offline: typing goes on, the state is said in words, and all of it is sent", async ({
  page,
  context,
  newDevice,
  faults,
}) => {
  test.setTimeout(90_000);
  faults.allow(NETWORK_FAULTS);
  await page.clock.install();
  await startInterview(page, "Coach");
  let typed = "Before the tunnel. ";
  await answerOf(page).pressSequentially(typed);
  await page.clock.runFor(2_000);
  await expectSaved(page);
  await context.setOffline(true);
  for (let minute = 1; minute <= 10; minute++) {
    const words = `Minute ${minute} without a network. `;
    await typeOn(page, words);
    typed += words;
    await page.clock.runFor(60_000);
    await expect(saveState(page)).toContainText("Offline, kept on this device");
  }
  await expect(page.getByRole("status").filter({ hasText: "You are offline" })).toHaveCount(1);
  await expect(answerOf(page)).toHaveValue(typed);
  const backAt = Date.now();
  await context.setOffline(false);
  await page.clock.resume();
  await expectSaved(page);
  expect(Date.now() - backAt, "milliseconds from the connection to saved").toBeLessThan(5_000);
  await expectOnServer(page, newDevice, typed);
});

/** What this browser's own storage holds of the answer. Nothing may be sent meanwhile. */
const writtenDown = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const opening = indexedDB.open("shortlist-drafts");
    await new Promise((resolve, reject) => {
      opening.onsuccess = resolve;
      opening.onerror = reject;
    });
    const reading = opening.result.transaction("drafts").objectStore("drafts").getAll();
    await new Promise((resolve, reject) => {
      reading.onsuccess = resolve;
      reading.onerror = reject;
    });
    opening.result.close();
    return reading.result.map(({ event }) => event.insert ?? "").join("");
  });

// That each key is handed to the storage in the moment it is typed is held by interview-store.test.ts. A key whose
// transaction has not ended may be lost; how long that takes is the browser's affair, so the journey waits for it.
test("a browser that is killed brings back every key that its storage held", async ({ baseURL }) => {
  test.setTimeout(120_000);
  const chrome = await chromeOnDisk(test.info().outputPath("profile"));
  try {
    const url = await startInterview(await chrome.open(), "Coach", baseURL);
    // A browser writes a new cookie to disk within half a minute, and when it is closed.
    await chrome.quit();
    const first = await chrome.open();
    await first.goto(url);
    await expect(answerOf(first)).toBeEditable();
    // Nothing leaves the browser from here on: only its own storage can bring the words back.
    await first.context().setOffline(true);
    await answerOf(first).pressSequentially("Every key counts", { delay: 40 });
    await expect.poll(() => writtenDown(first)).toBe("Every key counts");
    await chrome.kill();
    const second = await chrome.open();
    await second.goto(url);
    await expect(answerOf(second)).toHaveValue("Every key counts");
    await expectSaved(second);
  } finally {
    await chrome.kill();
  }
});

test("a session that ends stops nothing: typing goes on, and after signing in again all of it is sent", async ({
  page,
  context,
  newDevice,
}) => {
  test.setTimeout(90_000);
  const email = freshEmail("again");
  await signUp(page, email, "/interviews");
  await expect(page).toHaveURL(/\/interviews$/);
  await startInterview(page, "Coach");
  await answerOf(page).fill("Before. ");
  await expectSaved(page);
  await context.clearCookies();
  await typeOn(page, "While signed out. ");
  await expect(saveState(page)).toHaveAttribute("data-save-state", "signed-out", { timeout: 15_000 });
  await expect(page.getByText("You are signed out. Sign in again in a new tab")).toBeVisible();
  await typeOn(page, "And on.");
  const opened = context.waitForEvent("page");
  await page.getByRole("link", { name: "Sign in (new tab)" }).click();
  const beside = await opened;
  await signInHere(beside, email);
  await beside.close();
  await page.bringToFront();
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expectSaved(page);
  await expectOnServer(page, newDevice, "Before. While signed out. And on.");
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
  await typeOn(page, " Never sent.");
  await expect(saveState(page)).toHaveAttribute("data-save-state", "signed-out", { timeout: 15_000 });
  const other = await context.newPage();
  await startInterview(other, "Coach");
  await expect(answerOf(other)).toHaveValue("");
  await other.goto(url);
  await expect(other.getByText("Mine alone.")).toHaveCount(0);
  await expect(answerOf(other)).toHaveCount(0);
  await other.goto("/interviews");
  await expect(other.getByRole("row", { name: /Video recommendation/ })).toHaveCount(1);
});

test("later typing wins although the first save hangs", async ({ page, newDevice }) => {
  await startInterview(page, "Coach");
  let held: (() => void) | null = null;
  let isHolding = false;
  await page.route(/\/interviews\/[0-9a-f-]{36}$/, async (route) => {
    const isFirstSave = !isHolding && route.request().postData()?.includes("answer-edited");
    if (isFirstSave) {
      isHolding = true;
      await new Promise<void>((resolve) => {
        held = resolve;
      });
    }
    await route.continue();
  });
  await answerOf(page).pressSequentially("early");
  await expect.poll(() => isHolding).toBe(true);
  await answerOf(page).fill("late");
  await expect(saveState(page)).toHaveText("Saving…");
  expect(held).not.toBeNull();
  (held as unknown as () => void)();
  await expectSaved(page);
  await expect(answerOf(page)).toHaveValue("late");
  await expectOnServer(page, newDevice, "late");
});

test("leaving by a link right after a key, even to make an account, loses no character", async ({
  page,
  newDevice,
}) => {
  test.setTimeout(90_000);
  const url = await startInterview(page, "Coach");
  await answerOf(page).pressSequentially("Typed, and left at once. ");
  await page.getByRole("link", { name: "Interviews" }).first().click();
  await page.getByRole("link", { name: "Video recommendation" }).click();
  await expect(answerOf(page)).toHaveValue("Typed, and left at once. ");
  await typeOn(page, "And now as somebody with an account.");
  await page.getByRole("link", { name: /sign in/ }).click();
  await page.getByRole("link", { name: "Make one" }).click();
  await signUpHere(page, freshEmail("leaver"));
  await expect(page).toHaveURL(/\/interviews$/);
  await page.goto(url);
  const all = "Typed, and left at once. And now as somebody with an account.";
  await expect(answerOf(page)).toHaveValue(all);
  await expectSaved(page);
  await expectOnServer(page, newDevice, all);
});
