/** What a text keeps for its reader: place, bookmarks, highlights; on the device, with a guest, in an account. */
import type { Locator, Page } from "@playwright/test";
import { freshEmail, signInHere, signUp } from "./support/account";
import { startInterview } from "./support/interview";
import { expect, expectAccessible, expectLive, expectNoSidewaysScroll, test } from "./support/test";

const CHAPTER = "/framework/data";
const panel = (page: Page): Locator => page.getByRole("region", { name: "Your highlights here" });
const bookmark = (page: Page): Locator => page.getByRole("button", { name: "Bookmark this section" }).first();
const paintedRanges = (page: Page) =>
  page.evaluate(() => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0));
const onDevice = (page: Page) => page.evaluate(() => localStorage.getItem("reading"));

/** Opens the list of sentences beside the first heading, ticks the first and highlights it: all from the keyboard. */
async function highlightByKeyboard(page: Page): Promise<string> {
  const open = page.getByRole("button", { name: "Highlight sentences of this section" }).first();
  await expectLive(open);
  await open.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: /^Highlight in/ });
  const first = dialog.getByRole("checkbox").first();
  await expect(first).toBeFocused();
  await page.keyboard.press("Space");
  const sentence = await dialog.getByRole("listitem").first().innerText();
  await dialog.getByRole("button", { name: "Highlight", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(panel(page)).toContainText(sentence);
  return sentence;
}

test("reading goes on where it stopped", async ({ page }) => {
  await page.goto(CHAPTER);
  await expect(bookmark(page)).toBeAttached();
  expect(await onDevice(page)).toBeNull();
  await page.mouse.move(400, 400);
  await expect(async () => {
    await page.mouse.wheel(0, 1500);
    expect(await onDevice(page)).toContain('"anchor":"');
  }).toPass();
  await expect(
    page.getByRole("navigation", { name: "On this page, side" }).locator('[aria-current="location"]'),
  ).toHaveCount(1);
  await page.goto("/framework");
  const onwards = page.getByRole("main").getByRole("link", { name: /^Data.* > / });
  await expect(onwards).toBeVisible();
  await expect(page.getByText(/^\d+ % read\.$/)).toHaveCount(1);
  await expectAccessible(page, "framework with progress");
  await onwards.click();
  await expect(page).toHaveURL(/\/framework\/data#/);
  await expect(page.locator(new URL(page.url()).hash)).toBeInViewport();
  await page.goto("/");
  await expect(page.getByText("Continue where you were:")).toBeVisible();
});

test("a bookmark stays, is listed, and is removed", async ({ page }) => {
  await page.goto(CHAPTER);
  await expectLive(bookmark(page));
  await bookmark(page).focus();
  await page.keyboard.press("Enter");
  await expect(bookmark(page)).toHaveAttribute("aria-pressed", "true");
  await page.reload();
  await expect(bookmark(page)).toHaveAttribute("aria-pressed", "true");
  await page.goto("/reading");
  const bookmarks = page.getByRole("region", { name: "Bookmarks" });
  await expect(bookmarks.getByRole("link", { name: /^Data.* > Labels/ })).toHaveAttribute(
    "href",
    `${CHAPTER}#labels`,
  );
  await bookmarks.getByRole("button", { name: "Remove the bookmark at Labels" }).click();
  await expect(page.getByText("Nothing is kept yet")).toBeVisible();
});

test("a highlight made by keyboard survives a reload", async ({ page }) => {
  await page.goto(CHAPTER);
  const sentence = await highlightByKeyboard(page);
  expect(await paintedRanges(page)).toBeGreaterThan(0);
  await page.reload();
  await expect(panel(page)).toContainText(sentence);
  await expect.poll(() => paintedRanges(page)).toBeGreaterThan(0);
  await expectAccessible(page, "chapter with a highlight");
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page, "chapter with a highlight");
});

test("a selection becomes a highlight with a note, which is exported and deleted", async ({ page }) => {
  await page.goto(CHAPTER);
  await expect(bookmark(page)).toBeAttached();
  const paragraph = page.getByRole("main").locator(".prose > p").first();
  await paragraph.click({ clickCount: 3, position: { x: 40, y: 10 } });
  const toolbar = page.getByRole("toolbar", { name: "Selected passage" });
  await expect(toolbar.getByRole("button", { name: "Highlight" })).toBeVisible();
  await page.keyboard.press("n");
  await page.getByRole("textbox", { name: "Note" }).fill("Ask what counts as a yes.");
  await expectAccessible(page, "note dialog");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(panel(page)).toContainText("Ask what counts as a yes.");
  await page.goto("/reading");
  await expectAccessible(page, "reading page");
  await expect(page.getByText("Kept on this device only; nothing is sent to the server.")).toBeVisible();
  await page.getByLabel("Holding the words").fill("no such words");
  await expect(page.getByRole("status").first()).toContainText("0 highlights");
  await page.getByLabel("Holding the words").fill("what counts");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export as Markdown" }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString()).toContain("Ask what counts as a yes.");
  await page.getByRole("button", { name: /^Delete the highlight/ }).click();
  await expect(page.getByText("Nothing is kept yet")).toBeVisible();
});

test("a highlight whose words are gone is kept in the list", async ({ page }) => {
  await page.goto(CHAPTER);
  await page.evaluate((path) => {
    const lost = {
      id: "0f0f0f0f-0000-4000-8000-000000000001",
      path,
      anchor: "labels",
      heading: "Labels",
      quote: "Wombats dig their burrows in eucalypt forests at dusk.",
      prefix: "",
      suffix: "",
      note: "",
      createdAt: "2026-11-29T10:00:00.000Z",
    };
    localStorage.setItem("reading", JSON.stringify({ progress: [], bookmarks: [], highlights: [lost] }));
  }, CHAPTER);
  await page.reload();
  await expect(panel(page)).toContainText("No longer found: the text has changed.");
});

test("what a visitor marked stays on the device until there is an account, and then goes along", async ({
  page,
  newDevice,
}) => {
  test.setTimeout(120_000);
  const posts: string[] = [];
  page.on("request", (request) => request.method() === "POST" && posts.push(request.url()));
  await page.goto(CHAPTER);
  const sentence = await highlightByKeyboard(page);
  expect(posts).toEqual([]);
  expect(await onDevice(page)).toContain('"quote"');
  const email = freshEmail("reader");
  await signUp(page, email, "/reading");
  await expect(page.getByText("Kept in your account.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Highlights" })).toContainText(sentence);
  await expect.poll(() => onDevice(page)).toBeNull();
  const other = await newDevice();
  await other.goto("/sign-in?next=/reading");
  await signInHere(other, email);
  await expect(other.getByRole("region", { name: "Highlights" })).toContainText(sentence);
});

test("a guest's highlights come along to an account", async ({ page }) => {
  test.setTimeout(120_000);
  await startInterview(page, "Coach");
  await page.goto(CHAPTER);
  const sentence = await highlightByKeyboard(page);
  await expect(panel(page)).toContainText("Kept for you as a guest of this browser.");
  expect(await onDevice(page)).toBeNull();
  await page.reload();
  await expect(panel(page)).toContainText(sentence);
  await signUp(page, freshEmail("guest-reader"), "/reading");
  await expect(page.getByText("Kept in your account.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Highlights" })).toContainText(sentence);
});

test("a link to a rubric point opens the fold, and the point leads to its chapter", async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto("/cases/video-recommendation#point-data-time-split");
  const point = page.locator("#point-data-time-split");
  await expect(point).toBeInViewport();
  await point.getByText("Follow-up questions, and how it is said").click();
  await expect(point.getByText("Senior answer")).toBeVisible();
  await expectAccessible(page, "case with its points");
  await point.getByRole("link", { name: /^Read: / }).click();
  await expect(page).toHaveURL(/\/framework\/data#/);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a case is read: its solution opens, and a link leads into it", async ({ page }) => {
    await page.goto("/cases/ad-click-prediction");
    const heading = page.getByRole("heading", { name: "What the interviewer listens for" });
    await expect(heading).toBeHidden();
    await page.getByText(/^Show the solution/).click();
    await expect(heading).toBeVisible();
    await expect(page.locator(".prose .katex").first()).toBeVisible();
    await expect(page.locator(".prose figure").first()).toBeVisible();
    await page.goto("/cases/video-recommendation#point-data-time-split");
    await expect(page.locator("#point-data-time-split")).toBeVisible();
  });

  test("a chapter is whole: figures say their piece, formulas stand, terms lead to the glossary", async ({
    page,
  }) => {
    await page.goto("/framework/model");
    const figures = page.locator(".prose figure");
    expect(await figures.count()).toBeGreaterThan(1);
    for (const figure of await figures.all()) {
      await expect(figure).toBeVisible();
      expect((await figure.innerText()).length).toBeGreaterThan(80);
    }
    await expect(page.locator(".prose .katex-display").first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Bookmark this section" })).toHaveCount(0);
    await expect(
      page.getByRole("navigation", { name: "On this page, side" }).getByRole("link").first(),
    ).toBeVisible();
    const term = page.locator('.prose a[href^="/glossary#"]').first();
    const address = (await term.getAttribute("href")) ?? "";
    await term.click();
    await expect(page).toHaveURL(new RegExp(`${address}$`));
    await expect(page.locator(`[id="${address.split("#")[1]}"]`)).toBeVisible();
  });
});
