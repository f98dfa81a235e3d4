/**
 * With a language model that a host set up, and that fails in the middle of things: it words the questions, is killed in
 * the middle of a sentence, reads the submitted answer, and is gone. A fake server; nothing of the product knows that.
 */
import type { Locator, Page } from "@playwright/test";
import { type FakeLlm, startFakeLlm } from "../support/fake-llm";
import { freshEmail, signUp } from "./support/account";
import {
  answerOf,
  conversation,
  expectSaved,
  openStage,
  START_PATH,
  startInterview,
  submit,
  typeOn,
} from "./support/interview";
import { OwnServer } from "./support/own-server";
import { expect, expectAccessible, expectAccessibleIn, expectNoSidewaysScroll, test } from "./support/test";
import { modelAnswer, naiveAnswer } from "./support/video-case";

const PORT = Number(process.env.E2E_PORT ?? 3210) + 3;
const env: Record<string, string> = {
  LLM_PROVIDER: "openai-compatible",
  LLM_MODEL: "good",
  LLM_API_KEY: "sk-fake-key",
  LLM_PRICE_IN: "3",
  LLM_PRICE_OUT: "15",
};
const server = new OwnServer(PORT, `test-results/data-${PORT}`, env);
let fake: FakeLlm;

test.describe.configure({ mode: "serial" });
test.use({ baseURL: server.url });
test.beforeAll(async () => {
  test.setTimeout(120_000);
  fake = await startFakeLlm();
  env.LLM_BASE_URL = fake.url;
  await server.start();
});
test.afterAll(async () => {
  await server.stop();
  await fake.close();
});

const speech = (page: Page): Locator => page.locator("[data-speech]");
const secondReading = (page: Page): Locator =>
  page.getByRole("region", { name: "A second reading, by a language model" });

/** The fake comes back where it was. */
async function restartFake(): Promise<void> {
  fake = await startFakeLlm(Number(new URL(fake.url).port));
}

/** Minutes pass and something more is written: the interviewer listens. */
async function goOn(page: Page, minutes: number, text: string): Promise<void> {
  await server.advanceMinutes(minutes);
  await typeOn(page, text);
}

async function reply(page: Page, text: string): Promise<void> {
  await page.getByLabel("Reply to the interviewer").fill(text);
  await page.getByRole("button", { name: "Reply", exact: true }).click();
}

test("it words a question, is killed in the middle of the next one, and reads what was submitted", async ({
  page,
}) => {
  test.setTimeout(90_000);
  await page.goto(START_PATH);
  await expect(page.getByText("What you write is sent to it.")).toBeVisible();
  await startInterview(page, "Exam");
  await answerOf(page).fill(naiveAnswer("jumps-to-the-model"));
  await expectSaved(page);

  fake.mode = "slow";
  await goOn(page, 2, " So far.");
  await expect(speech(page)).toContainText("Before you go", { timeout: 20_000 });
  fake.mode = null;
  await expect(conversation(page)).toContainText("worded by a language model", { timeout: 20_000 });
  await expect(speech(page)).toHaveCount(0);

  fake.mode = "stall";
  await reply(page, "I would first ask what the goal is.");
  await expect(speech(page)).toContainText("Before you", { timeout: 20_000 });
  await fake.close();
  const line = /did not finish; (this is the scripted question|these are the script’s words)/;
  await expect(conversation(page)).toContainText(line);
  await expect(speech(page)).toHaveCount(0);

  // Nothing is lost, and the interview goes on with the server gone.
  await goOn(page, 4, " And then more.");
  await expect(conversation(page)).toContainText("could not be reached", { timeout: 20_000 });
  await expectSaved(page);
  const typed = `${naiveAnswer("jumps-to-the-model")} So far. And then more.`;
  await expect(answerOf(page)).toHaveValue(typed);
  await page.reload();
  await expect(conversation(page)).toContainText(line);
  await expect(answerOf(page)).toHaveValue(typed);

  await restartFake();
  await submit(page);
  await expect(secondReading(page)).toContainText(/It credits \d+ %, the report \d+ %/, { timeout: 20_000 });
  await secondReading(page).evaluate((region) => {
    for (const row of region.querySelectorAll("details")) row.open = true;
  });
  const quotes = await secondReading(page).getByRole("blockquote").allInnerTexts();
  expect(quotes.length).toBeGreaterThan(0);
  const said = `${typed} I would first ask what the goal is.`;
  for (const quote of quotes) expect(said).toContain(quote.replace(/^“|”$/g, ""));
  expect(fake.requests.every(({ headers }) => headers.authorization === "Bearer sk-fake-key")).toBe(true);
  expect(await page.content()).not.toContain("sk-fake-key");
  await expectAccessibleIn(page, "report with a second reading", "light");
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page, "report with a second reading");
  await expectAccessibleIn(page, "report with a second reading on a phone", "dark");
});

test("it is gone: the report is whole and says what is missing, and the host sees why", async ({ page }) => {
  await fake.close();
  const link = server.output.match(/http:\S+\/setup\/\S+/)?.[0] ?? "";
  const path = new URL(link).pathname;
  await signUp(page, freshEmail("host"), path);
  await page.getByRole("button", { name: "Become the administrator" }).click();
  await expect(page.getByText("You are the administrator of this Shortlist.")).toBeVisible();

  await startInterview(page, "Coach");
  await openStage(page, "data");
  await answerOf(page).fill(modelAnswer("mid").data ?? "");
  await expectSaved(page);
  await submit(page);
  const missing = secondReading(page);
  await expect(missing).toContainText("The language model could not be reached. Not read:", {
    timeout: 20_000,
  });
  await expect(missing).toContainText("it is left alone for a minute. Not read:");
  await expect(page.getByRole("heading", { name: "Stage by stage" })).toBeVisible();

  await page.goto("/account");
  await page.getByRole("link", { name: /The language model/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This Shortlist");
  await expect(page.getByText("left alone for a minute after failures")).toBeVisible();
  await expect(page.getByRole("row", { name: /account/ })).toBeVisible();
  expect(await page.content()).not.toContain("sk-fake-key");
  await expectAccessible(page, "host");
  await restartFake();
});

test("to anybody but an administrator the host's page does not exist", async ({ page, faults }) => {
  faults.allow(/404/);
  await signUp(page, freshEmail("candidate"), "/account");
  await expect(page.getByText("Signed in as candidate.")).toBeVisible();
  const response = await page.goto("/host");
  expect(response?.status()).toBe(404);
});
