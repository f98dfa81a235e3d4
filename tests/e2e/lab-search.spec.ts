import type { Page } from "@playwright/test";
import { runLive } from "./support/lab";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support/test";

const PAGE = { name: "The 10 products shown" };
const SMALL = "products=20000";

const results = (page: Page) => page.getByRole("region", PAGE).getByRole("listitem");
const titlesOf = (page: Page): Promise<string[]> =>
  page.getByRole("region", PAGE).locator("summary .line-clamp-2").allTextContents();
const understood = (page: Page) => page.getByRole("region", { name: "What the query was understood as" });
const box = (page: Page) => page.getByRole("combobox", { name: "Search the products" });

/** Types a text of one's own and waits for its page. */
async function search(page: Page, text: string): Promise<void> {
  await box(page).fill(text);
  await box(page).press("Enter");
  await expect(page).toHaveURL(new RegExp(`q=${text.replaceAll(" ", "\\+")}`), { timeout: 60_000 });
}

test("200,000 products are searched, in milliseconds that are told", async ({ page }) => {
  test.setTimeout(150_000);
  await page.goto("/lab/search");
  await expect(page.getByRole("heading", PAGE)).toBeVisible();
  await expect(page.getByText(/computed beforehand/)).toBeVisible();
  await runLive(page);
  await expect(page.getByText(/200,000 products to 10 in/)).toBeVisible();
  await expect(results(page)).toHaveCount(10);
});

test("a misspelt query is corrected, and says how it was understood", async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto(`/lab/search?${SMALL}`);
  await runLive(page);
  await search(page, "red runing shoes");
  await expect(understood(page).getByText("corrected to")).toBeAttached();
  await expect(understood(page)).toContainText("runing");
  await expect(understood(page)).toContainText("running shoes");
  await expect(page.getByText(/A text of your own|in the log/)).toBeVisible();
  const corrected = await titlesOf(page);
  await page.getByRole("checkbox", { name: /Spelling correction/ }).uncheck();
  await expect(page).toHaveURL(/spelling=off/);
  await expect(understood(page)).toContainText("unknown");
  await expect.poll(() => titlesOf(page)).not.toEqual(corrected);
});

test("the keyboard chooses a query of the world", async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto(`/lab/search?${SMALL}`);
  await runLive(page);
  await box(page).fill("re");
  const known = page.getByRole("listbox", { name: "Queries of this world" });
  await expect(known.getByRole("option").first()).toBeVisible();
  await box(page).press("ArrowDown");
  const first = known.getByRole("option", { selected: true });
  await expect(first).toBeVisible();
  await box(page).press("Escape");
  await expect(first).toBeHidden();
  await box(page).press("ArrowDown");
  await box(page).press("ArrowDown");
  await box(page).press("Enter");
  await expect(box(page)).toHaveAttribute("aria-expanded", "false");
  await expect(box(page)).toHaveValue(/^re/);
  await expect(page.getByText(/searches? in the log/)).toBeVisible();
  await expect(page).toHaveURL(/q=re/);
});

test("a result tells its story, and the request its steps", async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto(`/lab/search?${SMALL}`);
  await runLive(page);
  const first = results(page).first();
  await first.locator("summary").click();
  await expect(first.getByText(/Matched words, and what each adds/)).toBeVisible();
  await expect(first.getByText("Who brought it")).toBeVisible();
  await expect(first.getByText(/What the ranker read/)).toBeVisible();
  await expect(first.getByText("Its way through the funnel")).toBeVisible();
  await expect(page).toHaveURL(/open=item-/);
  await page.getByRole("button", { name: "Step through this request" }).click();
  const selected = page.getByRole("tablist", { name: "Steps of this request" }).getByRole("tab", {
    selected: true,
  });
  await expect(selected).toHaveAccessibleName(/^Understand/);
  await expect(selected).toBeFocused();
  await selected.press("End");
  await expect(selected).toHaveAccessibleName(/^Diversify/);
  await expect(page).toHaveURL(/step-diversify/);
  await expectAccessible(page, "the search lab with a story and a step open");
});

test("the dense source goes, another ranker comes, and each change is told", async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto(`/lab/search?${SMALL}`);
  await runLive(page);
  const shipped = await titlesOf(page);
  await page.getByRole("checkbox", { name: "Use the source Two-tower" }).uncheck();
  await expect(page).toHaveURL(/off=two-tower/);
  await page.getByText("The funnel as a table").click();
  const sources = page.getByRole("table", { name: "Sources of candidates" });
  await expect(
    sources
      .getByRole("row", { name: /^Two-tower/ })
      .getByRole("cell")
      .nth(1),
  ).toHaveText("0");
  await page.getByRole("checkbox", { name: "Use the source Two-tower" }).check();
  await page.getByLabel("Model", { exact: true }).selectOption("bm25");
  await expect(page).toHaveURL(/ranker=bm25/);
  await expect.poll(() => titlesOf(page)).not.toEqual(shipped);
  await expect(page.getByText(/against the knobs as shipped/)).toBeVisible();
  await page.getByRole("button", { name: "Reset the knobs" }).click();
  await expect.poll(() => titlesOf(page)).toEqual(shipped);
});

test("predict, then run; what each part is worth", async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto(`/lab/search?${SMALL}`);
  await runLive(page);
  const question = page.getByRole("region", { name: "The question" });
  await question.getByRole("radio", { name: "10", exact: true }).check();
  await question.getByRole("button", { name: "Commit and run it" }).click();
  await expect(question.getByText(/You said/)).toBeVisible();
  await page.getByRole("tab", { name: "What each part is worth" }).click();
  const row = page.getByRole("table", { name: /one part switched at a time/ }).getByRole("row", {
    name: /^Ranker off/,
  });
  await expect(row).toBeVisible();
  await row.getByRole("button").click();
  await expect(page).toHaveURL(/off=ranker/);
});

test("metrics per slice are measured here", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto(`/lab/search?${SMALL}&study-queries=60&open=metrics`);
  await expect(page.getByRole("table", { name: /^As shipped/ })).toBeVisible();
  await runLive(page);
  await page.getByRole("button", { name: "Measure with these knobs" }).click();
  const table = page.getByRole("table", { name: /^Measured here/ });
  await expect(table).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page, "metrics per slice, measured");
  for (const slice of ["All", "Head", "Torso", "Tail"])
    await expect(table.getByRole("row", { name: new RegExp(`^${slice}, Ranked`) })).toBeVisible();
});

test("two rankers meet before the same shoppers", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto(`/lab/search?${SMALL}&impressions=1000&open=interleave`);
  await runLive(page);
  await page.getByRole("button", { name: "Show both to shoppers" }).click();
  await expect(page.getByText(/By the truth NDCG@10 is/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole("tab", { name: "Ideal list" }).click();
  await expect(page.getByRole("table", { name: /^The ideal list of/ })).toBeVisible();
});

test("train, cancel, train again", async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto(`/lab/search?products=5000&epochs=1&ranker=linear&open=train`);
  await runLive(page);
  await page.getByRole("button", { name: "Train in this browser" }).click();
  const panel = page.getByRole("tabpanel", { name: "Train and watch" });
  await panel.getByRole("button", { name: "Pause" }).click({ timeout: 30_000 });
  await expect(panel.getByRole("button", { name: "Next step" })).toBeEnabled();
  await panel.getByRole("button", { name: "Next step" }).click();
  await panel.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("button", { name: "Train in this browser" })).toBeEnabled({ timeout: 60_000 });
  await page.getByRole("button", { name: "Train in this browser" }).click();
  await expect(page.getByRole("button", { name: "Back to the shipped models" })).toBeVisible({
    timeout: 120_000,
  });
  await expect(page).toHaveURL(/model=own/);
  await expect(page.getByText("Live in this browser.")).toBeVisible();
  expect(await titlesOf(page)).toHaveLength(10);
});

test("the same address gives the same ten", async ({ page, newDevice }) => {
  test.setTimeout(120_000);
  const address = `/lab/search?q=wireless+headphones&${SMALL}&ranker=lambdamart&fusion=20&lambda=0.7&popularity=0.5`;
  await page.goto(address);
  await runLive(page);
  const here = await titlesOf(page);
  const other = await newDevice();
  await other.goto(address);
  await runLive(other);
  expect(await titlesOf(other)).toEqual(here);
  expect(here).toHaveLength(10);
});

test("a phone searches twenty thousand, says so, and has nothing for axe to find", async ({ newDevice }) => {
  test.setTimeout(120_000);
  const phone = await newDevice({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await phone.goto("/lab/search");
  await runLive(phone);
  await expect(phone.getByText(/20,000 products to 10 in/)).toBeVisible();
  await expect(phone).toHaveURL(/products=20000/);
  await results(phone).first().locator("summary").click();
  await expectNoSidewaysScroll(phone, "the search lab");
  await phone.getByRole("tab", { name: "What each part is worth" }).click();
  await expect(phone.getByRole("table", { name: /one part switched at a time/ })).toBeVisible();
  await expectNoSidewaysScroll(phone, "what each part is worth");
  await expectAccessible(phone, "the search lab on a phone");
});
