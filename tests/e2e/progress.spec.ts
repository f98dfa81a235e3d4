/** Rating oneself before the report, the comparison in it, and what the page of progress makes of it. */
import type { Page } from "@playwright/test";
import { STAGE_INFO, STAGES, type Stage } from "@/lib/framework/stages";
import { answerOf, expectSaved, openStage, startInterview, submitUnrated } from "./support/interview";
import { expect, expectAccessible, expectLive, expectNoSidewaysScroll, test } from "./support/test";
import { modelAnswer } from "./support/video-case";

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };
const NUMBER = /\d+\.\d/;

/** Every stage of a strong senior answer but one, so that the one is the weakest by far. */
async function writeAllBut(page: Page, missing: Stage): Promise<void> {
  const answer = modelAnswer("senior");
  for (const stage of STAGES) {
    if (stage === missing) continue;
    await openStage(page, stage);
    await answerOf(page).fill(answer[stage] ?? "");
  }
  await expectSaved(page);
}

const rating = (page: Page, stage: Stage, score: number) =>
  page
    .getByRole("group", { name: STAGE_INFO[stage].title })
    .getByRole("radio", { name: new RegExp(`^${score}`) });

async function expectFits(page: Page, what: string): Promise<void> {
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page, `${what} on a phone`);
  await expectAccessible(page, `${what} on a phone`);
  await page.setViewportSize(DESKTOP);
  await expectNoSidewaysScroll(page, what);
  await expectAccessible(page, what);
}

test("a newcomer is told what to do first, and finds the page by the menu and by keys", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Progress" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Progress" })).toBeVisible();
  const steps = page.getByRole("region", { name: "What to do next" }).getByRole("listitem");
  await expect(steps).toHaveCount(2);
  await expect(steps.first()).toContainText("Take a first interview");
  await expect(page.getByRole("region", { name: "Skill by stage" })).toContainText("No report yet");
  await expectFits(page, "progress of a newcomer");
  await page.goto("/framework");
  await expectLive(page.getByRole("button", { name: "Search" }));
  await page.keyboard.press("g");
  await page.keyboard.press("p");
  await page.waitForURL(/\/progress$/);
  await page.getByRole("link", { name: "Take a first interview" }).click();
  await page.waitForURL(/\/interviews\/new/);
});

test("own ratings stand beside the report's, and the weakest stage is the next thing to work on", async ({
  page,
  newDevice,
}) => {
  test.setTimeout(240_000);
  const address = await startInterview(page, "Coach");
  await writeAllBut(page, "data");
  await submitUnrated(page);

  await test.step("before the report is seen", async () => {
    const early = await page.request.get(address.replace("/interviews/", "/api/export/interviews/"));
    expect(early.status()).toBe(409);
    await page.getByRole("button", { name: "Keep my ratings and show the report" }).click();
    await expect(page.getByText("Rate at least one stage, or skip.")).toBeVisible();
    await expectFits(page, "rating oneself");
  });

  await test.step("rating by keyboard", async () => {
    await rating(page, "data", 0).focus();
    await page.keyboard.press("Space");
    for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
    await expect(rating(page, "data", 3)).toBeChecked();
    await rating(page, "serve", 0).check();
    await expect(page.getByText("2 of 7 rated.")).toBeVisible();
    await page.getByRole("button", { name: "Keep my ratings and show the report" }).press("Enter");
    await expect(page.getByRole("heading", { name: "Outcome" })).toBeVisible();
  });

  await test.step("the comparison", async () => {
    const stages = page.getByRole("region", { name: "Stage by stage" });
    await expect(stages).toContainText(/You rated (data|serve) \d\.\d (higher|lower) than the report/);
    await expect(stages.getByText(/^you 3, report \d\.\d$/)).toBeVisible();
    await expect(stages.getByText(/^you 0, report \d\.\d$/)).toBeVisible();
    await page.reload();
    await expect(page.getByRole("heading", { name: "Outcome" })).toBeVisible();
    await expectFits(page, "report with own ratings");
  });

  await test.step("nobody else sees them", async () => {
    await page.getByRole("button", { name: "Make a link" }).click();
    const shared = await newDevice();
    await shared.goto(await page.getByLabel("Address of the link").inputValue());
    await expect(shared.getByRole("region", { name: "Stage by stage" })).toBeVisible();
    await expect(shared.getByText(/You rated|you 3, report/)).toHaveCount(0);
  });

  await test.step("the attempt in the progress", async () => {
    await page.goto("/progress");
    const skill = page.getByRole("region", { name: "Skill by stage" });
    await expect(skill.getByRole("img")).toHaveCount(STAGES.length);
    await expect(skill.getByRole("list", { name: "Attempts" }).getByRole("link")).toHaveText(
      "Video recommendation, Senior, coach",
    );
    await skill.getByText("Show the numbers").click();
    await expect(
      skill
        .getByRole("row", { name: /Video recommendation/ })
        .getByRole("cell")
        .nth(1),
    ).toHaveText(NUMBER);
    const own = page.getByRole("region", { name: "Your ratings against the report" });
    await own.getByText("Show the numbers").click();
    await expect(own.getByRole("row", { name: /Data and features.*higher than the report/ })).toBeVisible();
    await expect(page.getByRole("region", { name: "Time against the budget" })).toContainText(
      "Mean of 1 coach attempt",
    );
    await expectFits(page, "progress");
  });

  await test.step("what to do next", async () => {
    const step = page.getByRole("region", { name: "What to do next" }).getByRole("listitem").first();
    await expect(step).toContainText(
      "Data and features lost the most in your newest attempt at Video recommendation",
    );
    await step.getByRole("link", { name: /^Work on data/ }).click();
    await page.waitForURL(/\/framework\/data#/);
    await expect(page.locator(new URL(page.url()).hash)).toBeInViewport();
  });
});
