/** What is looked up: glossary with its hover, the cheat sheet on paper, the estimation sheet, the grader's card. */
import { expect, expectAccessible, test } from "./support/test";

test("a word of the glossary shows its sentence under the pointer and on focus, and leads to its entry", async ({
  page,
}) => {
  await page.goto("/framework/model");
  const word = page.getByRole("main").getByRole("link", { name: "in-batch negatives", exact: true });
  const sentence = page.getByRole("tooltip").filter({ hasText: "serve as negatives" });
  await word.hover();
  await expect(sentence).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sentence).toHaveCount(0);
  await word.focus();
  await expect(sentence).toBeVisible();
  await expectAccessible(page, "a chapter with a word explained");
  await word.press("Enter");
  await expect(page).toHaveURL(/\/glossary#in-batch-negatives$/);
  await expect(page.getByRole("term").filter({ hasText: "in-batch negatives" }).first()).toBeInViewport();
});

test("the glossary is filtered as one types", async ({ page }) => {
  await page.goto("/glossary");
  const terms = page.getByRole("term").locator("visible=true");
  expect(await terms.count()).toBeGreaterThanOrEqual(150);
  await page.getByRole("searchbox", { name: "Find a word" }).fill("propensity");
  await expect(page.getByRole("status").filter({ hasText: /\d words?/ })).toBeVisible();
  await expect(terms.filter({ hasText: "inverse propensity scoring" })).toBeVisible();
  expect(await terms.count()).toBeLessThan(15);
  await page.getByRole("searchbox", { name: "Find a word" }).fill("no such word");
  await expect(page.getByText("No word holds this.")).toBeVisible();
});

test("the cheat sheet prints on two pages of A4", async ({ page }) => {
  await page.goto("/cheatsheet");
  await expect(page.getByRole("heading", { name: "Clarify 4 / 5 / 6 min" })).toBeVisible();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
  for (const [, width, height] of boxes) {
    expect(Math.abs(Number(width) - 595.28)).toBeLessThan(1.5);
    expect(Math.abs(Number(height) - 841.89)).toBeLessThan(1.5);
  }
});

test("the estimation sheet reckons anew when an assumption changes", async ({ page }) => {
  await page.goto("/estimation");
  const peak = page.getByRole("row", { name: /^Requests, peak/ });
  await expect(peak.getByRole("cell").nth(1)).toHaveText(/28,900/);
  await page.getByRole("textbox", { name: /^People a day/ }).fill("200M");
  await expect(peak.getByRole("cell").nth(1)).toHaveText(/57,900/);
  await page.getByText("Search of a shop", { exact: true }).first().click();
  await expect(peak.getByRole("cell").nth(1)).toHaveText(/10,100/);
});

test("the grader's card shows its agreement beside a baseline, what attacks earn, and its worst misses", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByRole("main").getByRole("link", { name: "the grader’s report card" }).click();
  const judges = page.getByRole("table", { name: /test answers, \d+ judgements/ });
  for (const judge of ["The grader", "Length only", "Shared words only"]) {
    const row = judges.getByRole("row", { name: new RegExp(`^${judge}`) });
    await expect(row.getByRole("cell").first()).toHaveText(/^[01]\.\d\d/);
  }
  const attacks = page.getByRole("table", { name: /share of a stage’s points/ });
  expect(await attacks.getByRole("row").count()).toBeGreaterThan(25);
  const misses = page.getByRole("region", { name: "The worst misses" });
  await misses.getByText("Show the answers", { exact: false }).click();
  await expect(misses.getByRole("article")).toHaveCount(10);
  await misses.getByText("The whole answer").first().click();
  await expectAccessible(page, "grader's card with its misses open");
});
