/** The time machine, and two attempts side by side: reached from the report as a candidate would. */
import type { Page } from "@playwright/test";
import {
  answerOf,
  ask,
  benchTab,
  conversation,
  expectSaved,
  openStage,
  startInterview,
  submit,
  submitUnrated,
} from "./support/interview";
import { expect, expectAccessibleIn, expectNoSidewaysScroll, test } from "./support/test";
import { modelAnswer } from "./support/video-case";

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };

async function addComponent(page: Page, name: string): Promise<void> {
  await benchTab(page, "Board").click();
  await page.getByLabel("Name of component").fill(name);
  await page.getByRole("button", { name: "Add", exact: true }).click();
}

/** Each layout in one theme: the colours are the same in both layouts. */
async function expectFits(page: Page, what: string): Promise<void> {
  await expectAccessibleIn(page, what, "light");
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, `${what} on a phone`);
  await expectAccessibleIn(page, `${what} on a phone`, "dark");
  await page.setViewportSize(DESKTOP);
}

test("an interview is replayed, and a second attempt is compared with the first and with a model answer", async ({
  page,
  newDevice,
}) => {
  test.setTimeout(150_000);
  const answer = modelAnswer("senior");

  const address = await startInterview(page, "Coach");
  await test.step("a first attempt: a question, a drawing, one stage", async () => {
    await ask(page, "How many daily active users are there?");
    await expect(conversation(page)).toContainText("100 million a day");
    await addComponent(page, "Feed service");
    await openStage(page, "data");
    await answerOf(page).fill(answer.data ?? "");
    await expectSaved(page);
    await submitUnrated(page);
    await page.goto(`${address}/replay`);
    await expect(page, "a replay tells what earned points, so it waits for the rating").toHaveURL(
      /\/report$/,
    );
    await page.getByRole("button", { name: "Skip and show the report" }).click();
  });

  await test.step("its replay", async () => {
    await page.getByRole("link", { name: "Replay" }).click();
    await expect(page).toHaveURL(/\/replay$/);
    const points = page.getByRole("region", { name: "Points" });
    const board = page.getByRole("region", { name: "Board" });
    await expect(board.getByRole("img", { name: /Feed service/ })).toBeVisible();
    const [, lit = "", all = ""] =
      (await points.innerText()).match(/(\d+) of the (\d+) that were earned/) ?? [];
    expect(Number(all)).toBeGreaterThan(3);
    expect(lit).toBe(all);
    await page.getByLabel("Time of the interview").fill("0");
    await expect(points).toContainText(`0 of the ${all} that were earned`);
    await expect(board.getByRole("img")).toHaveAccessibleName("The board is still empty.");
    await page.getByRole("button", { name: "Next moment" }).click();
    await expect(page.getByRole("region", { name: "Conversation" })).toContainText("daily active users");
    await page.getByRole("button", { name: "Play" }).click();
    await expect(points).toContainText(`${all} of the ${all} that were earned`);
    await points
      .getByRole("button", { name: /when this was earned/ })
      .first()
      .click();
    await expect(
      page.getByRole("region", { name: "Your answer: Data and features" }).locator("mark").first(),
    ).toBeVisible();
    await expectFits(page, "replay");
    const stranger = await newDevice();
    await stranger.goto(page.url());
    await expect(stranger.getByRole("region", { name: "Points" })).toHaveCount(0);
  });

  await test.step("a second attempt beside the first", async () => {
    await startInterview(page, "Coach");
    await openStage(page, "clarify");
    await answerOf(page).fill(answer.clarify ?? "");
    await expectSaved(page);
    await submit(page);
    await page.getByRole("link", { name: "Compare" }).click();
    await expect(
      page.getByText(/The right side makes \d+ points more clearly than the left, and \d+ points less/),
    ).toBeVisible();
    const stages = page.getByRole("region", { name: "Stage by stage" }).getByRole("group");
    await stages.first().locator("summary").click();
    await expect(stages.first()).toContainText("gained");
    await expect(page.getByRole("region", { name: /^Right: / })).toContainText(
      (answer.clarify ?? "").slice(0, 40),
    );
    await expectFits(page, "comparison");
    await page.getByLabel("Compare with").selectOption({ label: "the Staff answer of the case" });
    await page.getByRole("button", { name: "Compare" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByText(/Right: the Staff answer of the case/).first()).toBeVisible();
  });
});
