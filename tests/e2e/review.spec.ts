/** Cards: taken up, reviewed by keyboard alone, counted once, undone; quizzes; what a report missed; cards for Anki. */
import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { listChapters, loadChapterCards } from "@/lib/content/load";
import { startInterview, submit } from "./support/interview";
import { expect, expectAccessible, expectLive, expectNoSidewaysScroll, test } from "./support/test";

const DECK = "framework/biases";
const chapter = listChapters().find(({ slug }) => slug === "biases");
if (!chapter) throw new Error("the chapter of this test is gone");
const { cards, questions } = loadChapterCards(chapter);

type Exported = { reviews: { grade: number; undoesId: string | null }[]; answers: { isRight: boolean }[] };

const exported = async (page: Page): Promise<Exported> =>
  (await page.request.get("/api/export/learning")).json();
const reviewsOf = async (page: Page) => (await exported(page)).reviews.length;

/** Takes up the deck as somebody who is not known yet, and opens its review. */
async function takeUp(page: Page): Promise<void> {
  await page.goto(`/review/cards?deck=${DECK}`);
  await page.getByRole("button", { name: /^Add \d+ cards of/ }).click();
  await expect(page.getByText(`${cards.length} cards added.`)).toBeVisible();
  await page.goto(`/review?deck=${DECK}`);
  await expect(position(page, 1)).toBeVisible();
  await expectLive(page.getByRole("button", { name: "Show the answer" }));
}

const position = (page: Page, place: number): Locator =>
  page.getByText(`${place} of ${cards.length}`, { exact: true });

const listed = (page: Page, place: number): Locator =>
  page.getByRole("main").getByRole("listitem").filter({ hasText: "Answer" }).nth(place);

test("somebody without cards is told where they come from, and a deck is one press away", async ({
  page,
}) => {
  await page.goto("/review");
  await expect(page.getByText("No cards yet")).toBeVisible();
  await page
    .getByRole("row", { name: new RegExp(chapter.meta.title) })
    .getByRole("button")
    .click();
  await expect(page.getByRole("region", { name: "Card", exact: true })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Main" })).toContainText(`${cards.length} due`);
});

test("by keyboard alone: a card recalled comes back later than one failed, and the number of due cards falls", async ({
  page,
}) => {
  await takeUp(page);
  const menu = page.getByRole("navigation", { name: "Main" });
  await expect(menu).toContainText(`${cards.length} due`);
  await page.keyboard.press("Space");
  const grades = page.getByRole("group", { name: "How well did you know it?" });
  await expect(grades.getByRole("button")).toHaveText([
    /Again.*10 min/,
    /Hard.*15 min/,
    /Good.*2 days/,
    /Easy.*8 days/,
  ]);
  await page.keyboard.press("3");
  await expect(position(page, 2)).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.press("1");
  await expect(menu).toContainText(`${cards.length - 1} due`);
  await page.goto(`/review/cards?deck=${DECK}`);
  await expect(listed(page, 0)).toContainText("due in 2 days, 1 review");
  await expect(listed(page, 1)).toContainText("due today, 1 review");
  await expect(listed(page, 2)).toContainText("new");
});

test("a key pressed twice, held or clicked twice counts once", async ({ page }) => {
  await takeUp(page);
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: /^Good/ })).toBeVisible();
  await page.evaluate(() => {
    for (const repeat of [false, false, true, true])
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "3", bubbles: true, repeat }));
  });
  await expect(position(page, 2)).toBeVisible();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: /^Easy/ }).dblclick();
  await expect(position(page, 3)).toBeVisible();
  await expect.poll(() => reviewsOf(page)).toBe(2);
});

test("two tabs do not grade one card twice", async ({ page, context }) => {
  await takeUp(page);
  const other = await context.newPage();
  await other.goto(`/review?deck=${DECK}`);
  for (const tab of [page, other]) {
    await tab.getByRole("button", { name: "Show the answer" }).click();
    await tab.getByRole("button", { name: /^Good/ }).click();
  }
  await expect(other.getByText("This card was graded in another tab or on another device.")).toBeVisible();
  expect(await reviewsOf(page)).toBe(1);
});

test("a grade is taken back; a card is put off or suspended", async ({ page }) => {
  await takeUp(page);
  const front = await page.getByRole("region", { name: "Card", exact: true }).textContent();
  await page.keyboard.press("Space");
  await page.keyboard.press("4");
  await expect(position(page, 2)).toBeVisible();
  await page.keyboard.press("u");
  await expect(position(page, 1)).toBeVisible();
  await expect(page.getByRole("region", { name: "Card", exact: true })).toHaveText(front ?? "");
  await page.keyboard.press("s");
  await expect(page.getByRole("region", { name: "Card", exact: true })).not.toHaveText(front ?? "");
  await page.getByRole("button", { name: "Not today" }).click();
  await expect(page.getByText(`1 of ${cards.length - 2}`, { exact: true })).toBeVisible();
  await page.goto(`/review/cards?deck=${DECK}`);
  await expect(listed(page, 0)).toContainText("suspended");
  await expect(listed(page, 1)).toContainText("back tomorrow");
  await listed(page, 0).getByRole("button", { name: "Take back" }).click();
  await expect(listed(page, 0)).toContainText("new");
  expect((await exported(page)).reviews.map(({ undoesId }) => undoesId !== null)).toEqual([false, true]);
});

test("a grade given without a connection is kept and sent again", async ({ page, context, faults }) => {
  faults.allow(/net::ERR|Failed to fetch|Failed to load resource/);
  await takeUp(page);
  await context.setOffline(true);
  await page.keyboard.press("Space");
  await page.keyboard.press("3");
  await expect(page.getByText("The server could not be reached.")).toBeVisible();
  await context.setOffline(false);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect.poll(() => reviewsOf(page)).toBe(1);
});

test("the end of a review says what tomorrow brings", async ({ page }) => {
  await takeUp(page);
  for (let i = 1; i <= cards.length; i++) {
    await expect(position(page, i)).toBeVisible();
    await page.keyboard.press("Space");
    await page.keyboard.press("4");
  }
  await expect(page.getByText("That was the last one.")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /^Nothing more today/ })).toBeVisible();
  await expect(page.getByText(`${cards.length} reviews today. Nothing is due tomorrow.`)).toBeVisible();
});

test("a quiz is answered by keyboard, explains every option, and its missed questions come back as cards", async ({
  page,
}) => {
  // Axe reads a whole chapter twice.
  test.setTimeout(180_000);
  await page.goto("/framework/biases");
  const quiz = page.getByRole("region", { name: "Check yourself" });
  const first = quiz.getByRole("group", { name: `Question 1 of ${questions.length}` });
  const wrong = questions[0]?.options.findIndex(({ right }) => !right) ?? 0;
  await expectLive(first.getByRole("button").first());
  await first.getByRole("button").first().focus();
  await page.keyboard.press(String(wrong + 1));
  await expect(first.getByRole("status")).toHaveText("Not right.");
  await expect(first.getByRole("listitem")).toHaveCount(questions[0]?.options.length ?? 0);
  await expect(first.getByText("your answer", { exact: true })).toBeVisible();
  const second = quiz.getByRole("group", { name: `Question 2 of ${questions.length}` });
  const right = questions[1]?.options.findIndex((option) => option.right) ?? 0;
  await second.getByRole("button").nth(right).click();
  await expect(second.getByRole("status")).toHaveText("Right.");
  await quiz.getByRole("button", { name: /and the 1 question you missed$/ }).click();
  await expect(quiz.getByText(`${cards.length + 1} cards added.`)).toBeVisible();
  await expectAccessible(page, "quiz");
  await second.getByRole("status").waitFor();
  const third = quiz.getByRole("group", { name: `Question 3 of ${questions.length}` });
  await third.getByRole("button").first().click();
  await expect.poll(async () => (await exported(page)).answers.length).toBe(1);
  await page.reload();
  await expect(quiz.getByText(/^Last time: [01] of 1 right/)).toBeVisible();
});

test("a quiz is readable without JavaScript", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/framework/biases");
  const quiz = page.getByRole("region", { name: "Check yourself" });
  await expect(quiz.getByRole("group", { name: /^Question/ })).toHaveCount(questions.length);
  await quiz.getByText("Show the answer").first().click();
  await expect(quiz.getByText(/^\d\. Right:/).first()).toBeVisible();
  await context.close();
});

test("missed points of a report become cards, which are reviewed alone", async ({ page }) => {
  await startInterview(page, "Coach");
  await submit(page);
  await page.getByRole("button", { name: /^Add \d+ cards for what you missed$/ }).click();
  const offer = page.getByRole("region", { name: "Remember what you missed" });
  await expect(offer.getByText(/^\d+ cards added\./)).toBeVisible();
  await page.getByText("Stage by stage").locator("..").locator("details").first().click();
  const link = page.getByRole("link", { name: /^\d+ cards$/ }).first();
  await expect(link).toHaveAttribute("href", /^\/review\/cards\?deck=cases\/video-recommendation&point=/);
  await offer.getByRole("link", { name: "Review them" }).click();
  await expect(page.getByText("Only what you missed.")).toBeVisible();
  await expect(page.getByText("you missed this point")).toBeVisible();
  await page.goBack();
  await page.reload();
  await expect(page.getByRole("link", { name: "Review what you missed" })).toBeVisible();
});

test("cards are downloaded for Anki, each a line with its deck and tags", async ({ page }) => {
  await page.goto(`/review/cards?deck=${DECK}`);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "This deck (CSV)" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("shortlist-biases.csv");
  const lines = readFileSync(await file.path(), "utf8")
    .trim()
    .split("\n");
  expect(lines.slice(0, 3)).toEqual(["#separator:Comma", "#html:true", "#notetype:Basic"]);
  const rows = lines.filter((line) => !line.startsWith("#"));
  expect(rows).toHaveLength(cards.length);
  for (const row of rows) expect(row).toMatch(/^"framework\/biases#card:[a-z0-9-]+","Shortlist::Framework::/);
});

test("a review is for touch and for axe, too: nothing scrolls sideways and every side passes", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await takeUp(page);
  await expectAccessible(page, "front of a card");
  await page.getByRole("button", { name: "Show the answer" }).click();
  await expectAccessible(page, "back of a card");
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page, "back of a card");
  await page.getByRole("button", { name: /^Again/ }).click();
  await expect.poll(() => reviewsOf(page)).toBe(1);
  await expectNoSidewaysScroll(page, "front of a card");
  await page.goto(`/review/cards?deck=${DECK}`);
  await expectNoSidewaysScroll(page, "list of cards");
  await expectAccessible(page, "list of cards");
});
