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
import { isOfInterview, leaksIn, recordBodies, secretsUnsaid } from "./support/leaks";
import { expect, test } from "./support/test";
import { naiveAnswer } from "./support/video-case";

/** The titles as labels: an element of their own, or a line of their own. */
async function expectNoStageTitles(page: Page, what: string): Promise<void> {
  const main = page.getByRole("main");
  const [html, lines] = [await main.innerHTML(), (await main.innerText()).split("\n")];
  for (const { title } of STAGES.map((stage) => STAGE_INFO[stage])) {
    expect(html, what).not.toContain(`>${title}<`);
    expect(html, what).not.toContain(`"${title}"`);
    expect(
      lines.map((line) => line.replace(/^\d\s*/, "").trim()),
      what,
    ).not.toContain(title);
  }
}

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
  test.setTimeout(150_000);
  const bodies = recordBodies(page);
  await startInterview(page, "Exam");
  await expect(page.getByRole("button", { name: /hint|Pause/i })).toHaveCount(0);
  await ask(page, "How many daily active users are there?");
  await expect(conversation(page)).toContainText("100 million a day");
  await answerOf(page).fill(naiveAnswer("jumps-to-the-model"));
  await expectSaved(page);
  await visitEverything(page);

  // The interviewer listens for half a minute before it says something of its own.
  await expect(conversation(page)).toContainText("waits for your reply", { timeout: 60_000 });
  await page.getByLabel("Reply to the interviewer").fill("I would first ask what the goal is.");
  await page.getByRole("button", { name: "Reply", exact: true }).click();
  await expect(conversation(page)).toContainText("You reply");
  await expectSaved(page);
  await expectNoStageTitles(page, "after a follow-up");

  const said = await conversation(page).innerText();
  const sent = await bodies();
  const ofInterview = sent.filter(isOfInterview);
  expect(ofInterview.length).toBeGreaterThan(2);
  const secrets = secretsUnsaid(said);
  expect(secrets.length).toBeGreaterThan(300);
  expect(leaksIn(sent, secrets)).toEqual([]);
  for (const { url, body } of ofInterview)
    for (const stage of STAGES) {
      expect(body, url).not.toContain(STAGE_INFO[stage].title);
      expect(body, url).not.toContain(`"stage":"${stage}"`);
    }

  await submit(page);
  const outcome = page.getByRole("region", { name: "Outcome" });
  await expect(outcome).toContainText(/Level verdict: (below Mid|Mid|Senior|Staff), aimed at Senior/);
  await expect(page.getByRole("region", { name: "Pitfalls" })).toContainText("Jumps to the model");
  await expect(
    page.getByRole("region", { name: "Follow-up questions" }).getByRole("listitem"),
  ).not.toHaveCount(0);
  for (const stage of STAGES)
    await expect(page.getByText(STAGE_INFO[stage].title, { exact: true }).first()).toBeVisible();
});
