import type { Page } from "@playwright/test";
import { runLive } from "./support/lab";
import { expect, expectAccessible, test } from "./support/test";

const SLATE = { name: "The 10 videos shown" };
const SMALL = "items=50000";

const titlesOf = (page: Page): Promise<string[]> =>
  page.getByRole("region", SLATE).locator("summary .line-clamp-2").allTextContents();

test("a million videos run live, by scan and by lists, and the address keeps the state", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("/lab/video");
  await expect(page.getByRole("heading", SLATE)).toBeVisible();
  await runLive(page);
  await expect(page.getByText(/1,000,000 videos to 10 in/)).toBeVisible();
  await expect(page.getByText(/1,000,000 of 1,000,000 rows/)).toBeVisible();
  await page.getByLabel("Search", { exact: true }).selectOption({ label: "Inverted lists" });
  await expect(page).toHaveURL(/index=lists/, { timeout: 60_000 });
  // The address says what is wanted; the rows follow when the lists are there.
  await expect(page.getByText(/1,000,000 of 1,000,000 rows/)).toBeHidden({ timeout: 60_000 });
  await page.getByLabel("Diversity").selectOption("dpp");
  await expect(page).toHaveURL(/diversify=dpp/);
  await expect(page.getByRole("heading", SLATE)).toBeVisible();
});

test("become a user, move a knob, read why, and step through the request", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto(`/lab/video?${SMALL}`);
  await runLive(page);
  await page.getByRole("button", { name: "Another viewer" }).click();
  await page.getByLabel("Search by number, topic or language").fill("0045");
  await page.getByRole("button", { name: /^viewer 0045/ }).click();
  await expect(page.getByRole("heading", { name: "Watching as viewer 0045" })).toBeVisible();
  await expect(page).toHaveURL(/user=45/);
  const before = await titlesOf(page);

  const clicks = page.getByRole("slider", { name: "Weight of click" });
  await clicks.focus();
  await clicks.press("End");
  await expect(page).toHaveURL(/click=/);
  await expect.poll(() => titlesOf(page)).not.toEqual(before);

  const first = page.getByRole("region", SLATE).getByRole("listitem").first();
  await first.locator("summary").click();
  await expect(first.getByText("Who brought it")).toBeVisible();
  await expect(first.getByText("What the ranker predicts")).toBeVisible();
  await expect(first.getByText("Its way")).toBeVisible();

  await page.getByRole("button", { name: "Step through this request" }).click();
  const steps = page.getByRole("tablist", { name: "Steps of this request" });
  await expect(steps.getByRole("tab", { selected: true })).toHaveAccessibleName(/^Retrieve/);
  await expect(steps.getByRole("tab", { selected: true })).toBeFocused();
  await page.getByRole("button", { name: "Next step" }).click();
  await expect(steps.getByRole("tab", { selected: true })).toHaveAccessibleName(/^Merge/);
  await steps.getByRole("tab", { selected: true }).press("ArrowRight");
  await expect(steps.getByRole("tab", { selected: true })).toHaveAccessibleName(/^Filter/);
  await expect(page).toHaveURL(/open=step-filter/);
  await expectAccessible(page, "the lab with a story and a step open");
});

test("predict first, then the pipeline answers", async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto(`/lab/video?${SMALL}`);
  await runLive(page);
  const question = page.getByRole("region", { name: "The question" });
  await expect(question.getByRole("heading")).toContainText("ranker");
  await question.getByRole("radio", { name: "10", exact: true }).check();
  await question.getByRole("button", { name: "Commit and run it" }).click();
  await expect(question.getByText(/You said/)).toBeVisible();
  await page.getByRole("tab", { name: "What each part is worth" }).click();
  const worth = page.getByRole("table", { name: /one part switched at a time/ });
  await expect(worth.getByRole("row", { name: /^Ranker off/ })).toBeVisible();
  await worth
    .getByRole("row", { name: /^Ranker off/ })
    .getByRole("button")
    .click();
  await expect(page).toHaveURL(/off=ranker/);
});

test("train, cancel, train again", async ({ page }) => {
  test.setTimeout(150_000);
  await page.goto(`/lab/video?${SMALL}&open=train&tower-epochs=1&ranker-epochs=1&ranker=fm`);
  await runLive(page);
  await page.getByRole("button", { name: "Train in this browser" }).click();
  const panel = page.getByRole("tabpanel", { name: "Train and watch" });
  await expect(panel.getByRole("button", { name: "Pause" })).toBeVisible({ timeout: 30_000 });
  await panel.getByRole("button", { name: "Pause" }).click();
  await expect(panel.getByRole("button", { name: "Next step" })).toBeEnabled();
  await panel.getByRole("button", { name: "Next step" }).click();
  await panel.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("button", { name: "Train in this browser" })).toBeEnabled({ timeout: 60_000 });

  await page.getByRole("button", { name: "Train in this browser" }).click();
  await expect(page.getByRole("button", { name: "Back to the shipped models" })).toBeVisible({
    timeout: 90_000,
  });
  await expect(page).toHaveURL(/model=own/);
  await expect(page.getByText("Live in this browser.")).toBeVisible();
  expect(await titlesOf(page)).toHaveLength(10);
});

test("the same address gives the same ten", async ({ page, newDevice }) => {
  test.setTimeout(120_000);
  const address = `/lab/video?${SMALL}&user=83&like=3&fresh-quota=2&ranker=mlp&index=lists&probes=8`;
  await page.goto(address);
  await runLive(page);
  const here = await titlesOf(page);
  const other = await newDevice();
  await other.goto(address);
  await runLive(other);
  expect(await titlesOf(other)).toEqual(here);
  expect(here).toHaveLength(10);
});

test("a phone runs a hundred thousand and says so", async ({ newDevice }) => {
  test.setTimeout(90_000);
  const phone = await newDevice({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await phone.goto("/lab/video");
  await runLive(phone);
  await expect(phone.getByText(/100,000 videos to 10 in/)).toBeVisible();
  await expect(phone).toHaveURL(/items=100000/);
});

test("maps and measures on this machine", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto(`/lab/video?${SMALL}&open=map`);
  await runLive(page);
  await page.getByRole("tab", { name: "Map" }).scrollIntoViewIfNeeded();
  const slate = page.getByRole("group", { name: /videos of the slate on the map/ });
  const first = slate.getByRole("button", { name: /^1: / });
  await expect(first).toBeVisible({ timeout: 20_000 });
  await first.focus();
  await first.press("ArrowRight");
  await expect(slate.getByRole("button", { name: /^2: / })).toBeFocused();
  await page.getByRole("tab", { name: "Recall and time" }).click();
  await page.getByRole("button", { name: "Measure on this machine" }).click();
  await expect(page.getByText(/^Measured here:/)).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page, "recall and time, measured");
});
