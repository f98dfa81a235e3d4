/** Exam mode: a blank page, and nothing in the browser that says what a good answer holds. */
import type { Page } from "@playwright/test";
import { STAGE_INFO, STAGES } from "@/lib/framework/stages";
import {
  answerOf,
  ask,
  benchTab,
  conversation,
  expectSaved,
  startInterview,
  submit,
} from "./support/interview";
import { expectNoStagesIn, expectNoStageTitles, leaksIn, recordBodies, secretsUnsaid } from "./support/leaks";
import { expect, test } from "./support/test";
import { naiveAnswer } from "./support/video-case";

async function visitEverything(page: Page): Promise<void> {
  for (const tab of ["Estimates", "Facts", "Notes", "Board"] as const) {
    await benchTab(page, tab).click();
    await expectNoStageTitles(page, tab);
  }
  await page.getByRole("button", { name: "Outline" }).click();
  await expectNoStageTitles(page, "outline");
  await page.getByRole("button", { name: "Canvas" }).click();
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByRole("button", { name: "Write" }).click();
  await page.getByRole("button", { name: "Review and submit" }).click();
  await expectNoStageTitles(page, "review");
  await page.getByRole("button", { name: "Back to the interview" }).click();
}

test("an exam tells nothing of stages, rubric or script before it is submitted, and gives a level after", async ({
  page,
}) => {
  test.setTimeout(90_000);
  const bodies = recordBodies(page);
  await startInterview(page, "Exam");
  await expect(page.getByRole("button", { name: /hint|Pause/i })).toHaveCount(0);
  await ask(page, "How many daily active users are there?");
  await expect(conversation(page)).toContainText("100 million a day");
  await answerOf(page).fill(naiveAnswer("jumps-to-the-model"));
  await expectSaved(page);
  await visitEverything(page);

  const said = await conversation(page).innerText();
  const sent = await bodies();
  const secrets = secretsUnsaid(said);
  expect(secrets.length).toBeGreaterThan(300);
  expect(leaksIn(sent, secrets)).toEqual([]);
  expectNoStagesIn(sent);

  await submit(page);
  const outcome = page.getByRole("region", { name: "Outcome" });
  await expect(outcome).toContainText(/Level verdict: (below Mid|Mid|Senior|Staff), aimed at Senior/);
  await expect(page.getByRole("region", { name: "Pitfalls" })).toContainText("Jumps to the model");
  for (const stage of STAGES)
    await expect(page.getByText(STAGE_INFO[stage].title, { exact: true }).first()).toBeVisible();
});
