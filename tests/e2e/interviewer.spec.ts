/**
 * The interviewer of an exam, minute by minute, on a server whose clock the test moves: it interrupts, wants a number,
 * changes a requirement and lets go, and the report shows what became of each.
 */
import type { Page } from "@playwright/test";
import { loadCase } from "@/lib/content/load";
import { answerOf, conversation, expectSaved, startInterview, submit, typeOn } from "./support/interview";
import { expectNoStagesIn, expectNoStageTitles, leaksIn, recordBodies, secretsUnsaid } from "./support/leaks";
import { OwnServer } from "./support/own-server";
import { expect, test } from "./support/test";

const PORT = Number(process.env.E2E_PORT ?? 3210) + 2;
const server = new OwnServer(PORT, `test-results/data-${PORT}`);
const { twists } = loadCase("video-recommendation").interviewer;

const INTERRUPT = "Let me stop you there. You have named a model";
const GOAL_IN_A_NUMBER = "And how would you tell, in one number, that it was achieved?";
const PUSH_BACK = "You say that it is fast. How many milliseconds is that";
const DEEPER = "And for the slowest request in a hundred";

test.use({ baseURL: server.url });
test.beforeAll(async () => {
  test.setTimeout(120_000);
  await server.start();
});
test.afterAll(() => server.stop());

async function reply(page: Page, text: string): Promise<void> {
  await page.getByLabel("Reply to the interviewer").fill(text);
  await page.getByRole("button", { name: "Reply", exact: true }).click();
}

/**
 * Lets the minutes pass and writes on, until the interviewer has said it. A server that has just started listens
 * slowly, and then rests four times as long.
 */
async function writeUntil(page: Page, said: string | RegExp, minutes: number): Promise<void> {
  await expect(async () => {
    await server.advanceMinutes(minutes);
    await typeOn(page, " ");
    await expectSaved(page);
    await expect(conversation(page)).toContainText(said, { timeout: 4_000 });
  }).toPass({ timeout: 60_000 });
}

test("an exam with an interruption, a push-back and a changed requirement, each with its outcome in the report", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const bodies = recordBodies(page);
  await startInterview(page, "Exam");
  const clock = page.getByRole("timer");
  await expect(clock).toContainText(/4[45]:\d\d/);

  await answerOf(page).fill("I would use a two-tower model with DCN for ranking.");
  await writeUntil(page, INTERRUPT, 0.75);
  await expect(clock).toContainText(/4[0-4]:\d\d/);
  await reply(
    page,
    "We optimise satisfied watch time and retention instead of clicks, because clickbait raises clicks and people come back less often.",
  );
  await expect(conversation(page)).toContainText(GOAL_IN_A_NUMBER);
  await reply(page, "Day-28 retention of the people who saw the new page, against those who did not see it.");

  await typeOn(page, " Retrieval is very fast.");
  await writeUntil(page, PUSH_BACK, 1.3);
  await reply(page, "About 8 ms for the index and 90 ms for the ranker, which takes most.");
  await expect(conversation(page)).toContainText(DEEPER);
  await reply(page, "At p99 the index takes 15 ms and the whole page 180, on the busiest evening too.");

  await server.advanceMinutes(25);
  const announced = new RegExp(
    twists.map(({ announce }) => announce.slice(0, 60).replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"),
  );
  await writeUntil(page, announced, 0.6);
  const said = await conversation(page).innerText();
  const twist = twists.find(({ announce }) => said.includes(announce.slice(0, 60)));
  const adapted = twist?.adaptedBy[0] ?? "";
  await reply(page, adapted);
  await answerOf(page).fill(`${await answerOf(page).inputValue()} ${adapted}`);
  await expectSaved(page);
  await expect(conversation(page)).toContainText(
    /Work it into your design|take it from there|moves what has to move/,
  );

  await expectNoStageTitles(page, "after follow-ups");
  const sent = await bodies();
  expect(sent.length).toBeGreaterThan(10);
  const secrets = secretsUnsaid(`${await conversation(page).innerText()} ${adapted}`);
  expect(leaksIn(sent, secrets)).toEqual([]);
  expectNoStagesIn(sent);

  await submit(page);
  const followUps = page.getByRole("region", { name: "Follow-up questions" }).getByRole("listitem");
  await expect(followUps.filter({ hasText: INTERRUPT })).toContainText("answered");
  await expect(followUps.filter({ hasText: PUSH_BACK })).toContainText("answered");
  await expect(page.getByRole("region", { name: "Changed requirements" })).toContainText("design adapted");
});
