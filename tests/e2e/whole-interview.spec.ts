/** The main job: a guest, a whole coach interview, and a report in which every point shows its words. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { STAGES } from "@/lib/framework/stages";
import {
  answerOf,
  ask,
  benchTab,
  conversation,
  expectSaved,
  INTERVIEW_URL,
  openStage,
  stageTab,
  submit,
} from "./support/interview";
import { expect, test } from "./support/test";
import { modelAnswer } from "./support/video-case";

const ANSWERS = modelAnswer("senior");

async function askTheInterviewer(page: Page): Promise<void> {
  await ask(page, "How many daily active users are there?");
  await expect(conversation(page)).toContainText("100 million a day");
  await ask(page, "How fast does the page have to load?");
  await expect(conversation(page)).toContainText("200 ms at p99");
  await expect(page.getByRole("tab", { name: "Facts (2)" })).toBeVisible();
  await ask(page, "Which colour does your cat have?");
  await expect(conversation(page).getByRole("listitem")).toHaveCount(8);
  await expect(conversation(page).getByRole("listitem").last()).not.toContainText("You ask");
  await expect(page.getByRole("tab", { name: "Facts (2)" })).toBeVisible();
}

async function writeAllStages(page: Page): Promise<void> {
  for (const stage of STAGES) {
    await openStage(page, stage);
    await answerOf(page).fill(ANSWERS[stage] ?? "");
    await expect(stageTab(page, stage)).toContainText("has text");
  }
  await openStage(page, "data");
  await expect(answerOf(page)).toHaveValue(ANSWERS.data ?? "");
}

async function drawTheBoard(page: Page): Promise<void> {
  for (const [kind, name] of [
    ["Service", "Feed service"],
    ["Ranking", "Ranker"],
  ] as const) {
    await page.getByLabel("Kind of component").selectOption(kind);
    await page.getByLabel("Name of component").fill(name);
    await page.getByRole("button", { name: "Add", exact: true }).click();
  }
  await page.getByLabel("Selected on the board").selectOption("Feed service");
  await page.getByLabel("Connect to").selectOption("Ranker");
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  await expect(page.getByText("2 components, 1 connection")).toBeVisible();
  await page.getByRole("button", { name: "Outline" }).click();
  const outline = page.getByLabel(/One component a line/);
  await expect(outline).toHaveValue(/Feed service -> Ranker/);
  await outline.fill(
    `${await outline.inputValue()}\nRanker -> Feed service : 100 scores\nFeed service -> Event log\nTrainer -> Ranker`,
  );
  await page.getByRole("button", { name: "Draw this" }).click();
  await expect(page.getByText("4 components, 4 connections")).toBeVisible();
}

async function fillTheRest(page: Page): Promise<void> {
  // The text splits by date.
  await page.getByLabel("Split").selectOption("Random");
  await page.getByRole("button", { name: /Show a hint/ }).click();
  await expect(page.getByRole("button", { name: "Show the next hint (1 of 3 seen)" })).toBeVisible();
  await benchTab(page, "Estimates").click();
  await page.getByRole("button", { name: "Add an estimate" }).click();
  await page.getByLabel("Sum of estimate 1").fill("100M users * 10 requests/user / day");
  await expect(page.getByText("11.6K requests/s (1B requests/day)")).toBeVisible();
  await benchTab(page, "Notes").click();
  await page.getByLabel(/notes are not graded/).fill("Ask about the holdback at the end.");
}

test("a guest does a whole coach interview, from the home page to the report", async ({
  page,
  newDevice,
}) => {
  test.setTimeout(120_000);
  await page.goto("/");
  await page.getByRole("main").getByRole("link", { name: "Start a mock interview" }).first().click();
  await page.getByRole("button", { name: "Start the interview" }).click();
  await page.waitForURL(INTERVIEW_URL);
  await expect(answerOf(page)).toBeEditable();

  await askTheInterviewer(page);
  await writeAllStages(page);
  await drawTheBoard(page);
  await fillTheRest(page);
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(answerOf(page)).not.toBeEditable();
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(answerOf(page)).toBeEditable();
  await expectSaved(page);
  await submit(page);

  await test.step("the outcome", async () => {
    const outcome = await page.getByRole("region", { name: "Outcome" }).innerText();
    expect(Number(outcome.match(/(\d+) % \(/)?.[1]), outcome).toBeGreaterThan(80);
    expect(outcome).toContain("Coach mode gives no level");
    expect(outcome).toMatch(/Time: \d+:\d\d min of 45:00 min/);
    await expect(page.getByText("3 asked, 2 facts learnt.")).toBeVisible();
    await expect(page.getByRole("region", { name: "Hints you took" }).getByRole("listitem")).toHaveCount(1);
    await expect(page.getByRole("region", { name: "Your board", exact: true })).toContainText(
      "Feed service -> Ranker",
    );
  });

  await test.step("receipts and points lead to each other", async () => {
    const data = page.getByRole("group").filter({ hasText: "Data and features" }).first();
    await data.getByText("Data and features").first().click();
    const written = page.getByRole("region", { name: "Your answer: Data and features" });
    const mark = written.locator("mark a").first();
    await expect(mark).toBeVisible();
    const point = (await mark.getAttribute("href")) ?? "";
    await mark.click();
    await expect(page.locator(`${point}:target`)).toBeInViewport();
    await expect(page.locator(point)).toContainText(/explained|partly|named/);
    await page.locator(point).getByRole("link", { name: /^“/ }).click();
    await expect(mark).toBeInViewport();
    await written.getByText("How a strong Senior candidate answers this stage").click();
    await expect(written.getByText("What you wrote")).toBeVisible();
    await expect(written.locator("details p").first()).toBeVisible();
  });

  await test.step("what does not go together is asked about, with both places", async () => {
    const apart = page.getByRole("region", { name: "Where your design disagrees with itself" });
    const split = apart.getByRole("listitem").filter({ hasText: "Split: Random" });
    await expect(split).toContainText("Which of the two splits do the numbers that you report come from?");
    await split.getByRole("link", { name: /^“I split by date/ }).click();
    const written = page.getByRole("region", { name: "Your answer: Data and features" });
    await expect(page).toHaveURL(/#found-two-splits-2$/);
    await expect(written.locator("mark").filter({ hasText: "I split by date" }).first()).toBeInViewport();
    const board = page.getByRole("region", { name: "What your board shows" });
    await board.getByRole("link", { name: "Event log … Trainer (no connection)" }).click();
    await expect(page.getByRole("region", { name: "Your board", exact: true })).toBeInViewport();
  });

  await test.step("every way to a chapter ends at a heading that exists", async () => {
    const links = page.getByRole("main").locator('a[href^="/framework/"]');
    const targets = new Set(
      await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? "")),
    );
    expect(targets.size).toBeGreaterThan(0);
    for (const target of targets) {
      const [path = "", id = ""] = target.split("#");
      const html = await (await page.request.get(path)).text();
      expect(html, target).toContain(`id="${id}"`);
    }
  });

  await test.step("the report as a Markdown file", async () => {
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Markdown" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^video-recommendation-\d{4}-\d\d-\d\d\.md$/);
    const text = await readFile(await file.path(), "utf8");
    expect(text).toContain("> Split: Random");
    for (const stage of STAGES) expect(text, stage).toContain(ANSWERS[stage]?.split("\n")[0]);
  });

  await test.step("a shared link works until it is revoked", async () => {
    await page.getByRole("button", { name: "Make a link" }).click();
    const address = await page.getByLabel("Address of the link").inputValue();
    const mentor = await newDevice();
    await mentor.goto(address);
    await expect(mentor.getByRole("heading", { level: 1 })).toHaveText("Video recommendation");
    const ours = await page.getByRole("region", { name: "Outcome" }).innerText();
    expect(await mentor.getByRole("region", { name: "Outcome" }).innerText()).toBe(ours);
    await expect(mentor.getByRole("button", { name: /Make a link|Revoke/ })).toHaveCount(0);
    await page.getByRole("button", { name: /^Revoke the link/ }).click();
    await expect(page.getByText("The link no longer works.")).toBeVisible();
    expect((await mentor.request.get(address)).status()).toBe(404);
  });

  await test.step("paper shows everything", async () => {
    await page.reload();
    await page.emulateMedia({ media: "print" });
    for (const stage of STAGES)
      await expect(page.getByText(lastWords(ANSWERS[stage] ?? "")).first(), stage).toBeVisible();
    await expect(page.getByRole("button", { name: "Make a link" })).toBeHidden();
    const pdf = await page.pdf();
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.length).toBeGreaterThan(50_000);
  });
});

/** The end of an answer, as one line of text. */
const lastWords = (text: string): string => text.trim().slice(-30);
