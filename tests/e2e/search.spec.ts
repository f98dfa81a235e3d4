/** Full-text search in the palette: typos, field terms, groups, solutions only on request, and the way to the heading. */
import type { Page } from "@playwright/test";
import { startInterview } from "./support/interview";
import { expect, expectAccessible, test } from "./support/test";

const palette = (page: Page) => page.getByRole("dialog", { name: "Search" });
const group = (page: Page, name: string) => palette(page).getByRole("group", { name });
const solutionSwitch = (page: Page) =>
  palette(page).getByRole("checkbox", { name: "Search the solutions, too" });

async function search(page: Page, words: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await expect(palette(page).getByRole("combobox")).toBeFocused();
  await page.keyboard.type(words);
  await expect(palette(page).getByRole("status")).toContainText(`for “${words}”`);
}

for (const typed of ["positon bias", "possition bais"]) {
  test(`“${typed}” finds position bias first and leads to its heading`, async ({ page }) => {
    await page.goto("/cases");
    await search(page, typed);
    await expect(palette(page).getByRole("option").first()).toContainText(
      /position bias|position is the bias/i,
    );
    await expect(palette(page).getByRole("status")).toContainText(/\d+ results? for/);
    const inChapters = group(page, "Chapters").getByRole("option").first();
    await expect(inChapters.getByText("bias", { exact: true }).first()).toBeVisible();
    await inChapters.click();
    await expect(page).toHaveURL(/\/framework\/[a-z-]+#[a-z-]+$/);
    await expect(palette(page)).toHaveCount(0);
    const anchor = new URL(page.url()).hash;
    await expect(page.locator(anchor)).toBeInViewport();
  });
}

test("the first result is chosen, and Enter goes there", async ({ page }) => {
  await page.goto("/");
  await search(page, "feedback loops");
  await expect(palette(page).getByRole("option").first()).toHaveAttribute("aria-selected", "true");
  await expect(palette(page).getByRole("option").first()).toContainText("eedback loop");
  await expectAccessible(page, "palette with results");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/feedback-loop/);
});

test("who asks for the search before the page's scripts are here gets it as soon as they are", async ({
  page,
}) => {
  let letScriptsCome = () => {};
  const scriptsMayCome = new Promise<void>((resolve) => {
    letScriptsCome = resolve;
  });
  await page.route("**/_next/**/*.js", async (route) => {
    await scriptsMayCome;
    await route.continue();
  });
  await page.goto("/framework", { waitUntil: "commit" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(page.locator("html")).toHaveAttribute("data-asked", "search", { timeout: 500 });
  }).toPass();
  await expect(palette(page)).toHaveCount(0);
  letScriptsCome();
  await expect(palette(page).getByRole("combobox")).toBeFocused();
  await expect(page.locator("html")).not.toHaveAttribute("data-asked");
});

test("terms of the field are found however they are written", async ({ page }) => {
  await page.goto("/framework");
  await search(page, "two tower");
  await expect(
    palette(page)
      .getByRole("option", { name: /two-tower/i })
      .first(),
  ).toBeVisible();
  await palette(page).getByRole("combobox").fill("ndcg@10");
  await expect(palette(page).getByRole("option").first()).toContainText(/ndcg/i);
  await palette(page).getByRole("combobox").fill("zzzzqqqq");
  await expect(palette(page).getByText("Nothing holds “zzzzqqqq”.")).toBeVisible();
  await expect(palette(page).getByRole("status")).toHaveText("0 results for “zzzzqqqq”.");
});

test("solutions are found only by who asks for them, and the choice is remembered", async ({ page }) => {
  await page.goto("/framework");
  await search(page, "split by time");
  await expect(palette(page).getByRole("option").first()).toBeVisible();
  await expect(group(page, "Solutions")).toHaveCount(0);
  await solutionSwitch(page).check();
  await expect(group(page, "Solutions").getByRole("option").first()).toContainText("solution");
  await page.reload();
  await search(page, "Split by time: train up to a day and test on the days after it");
  await expect(solutionSwitch(page)).toBeChecked();
  await group(page, "Solutions").getByRole("option").first().click();
  // The point stands inside the folded solution: the link unfolds it.
  await expect(page).toHaveURL(/\/cases\/video-recommendation#point-data-time-split$/);
  await expect(page.locator("#point-data-time-split")).toBeInViewport();
});

test("during an interview nobody is offered solutions", async ({ page }) => {
  await page.goto("/");
  await page.evaluate(() => localStorage.setItem("search-solutions", "on"));
  await startInterview(page, "Coach");
  await search(page, "split by time");
  await expect(palette(page).getByRole("option").first()).toBeVisible();
  await expect(solutionSwitch(page)).toHaveCount(0);
  await expect(group(page, "Solutions")).toHaveCount(0);
});
