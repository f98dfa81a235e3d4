/** The pages of somebody's own: nothing for axe to find in both themes, and all of it usable on a phone. */
import type { Page } from "@playwright/test";
import { STAGES } from "@/lib/framework/stages";
import { freshEmail, signUp } from "./support/account";
import {
  answerOf,
  benchTab,
  expectSaved,
  openStage,
  START_PATH,
  startInterview,
  submit,
} from "./support/interview";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support/test";
import { modelAnswer } from "./support/video-case";

async function unfoldAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const row of document.querySelectorAll("main details")) row.setAttribute("open", "");
  });
}

async function useTheBench(page: Page): Promise<void> {
  await page.getByLabel("Name of component").fill("Feed service");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.locator(".react-flow__node")).toHaveCount(1);
  await expectAccessible(page, "board");
  await page.getByRole("button", { name: "Outline" }).click();
  await expectAccessible(page, "outline");
  await benchTab(page, "Estimates").click();
  await page.getByRole("button", { name: "Add an estimate" }).click();
  await page.getByLabel("Sum of estimate 1").fill("10M videos * 512 B");
  await expectAccessible(page, "estimates");
  await benchTab(page, "Facts").click();
  await expectAccessible(page, "facts");
  await benchTab(page, "Notes").click();
  await expectAccessible(page, "notes");
}

test("axe finds nothing in a coach interview", async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto(START_PATH);
  await expectAccessible(page, "start page");
  await startInterview(page, "Coach");
  for (const stage of STAGES) {
    await openStage(page, stage);
    await answerOf(page).fill("We train on long watches. **Why**: clicks reward thumbnails.");
    await expectAccessible(page, stage);
  }
  await page.getByRole("button", { name: "Preview" }).click();
  await expectAccessible(page, "preview");
  await useTheBench(page);
  await page.getByRole("button", { name: "Review and submit" }).click();
  await expectAccessible(page, "review");
});

test("axe finds nothing in an exam", async ({ page }) => {
  test.setTimeout(180_000);
  await startInterview(page, "Exam");
  await expectAccessible(page, "blank page");
  await useTheBench(page);
  await page.getByRole("button", { name: "Review and submit" }).click();
  await expectAccessible(page, "review");
});

test("axe finds nothing on a report, shared or not, on the list of interviews and on the account page", async ({
  page,
  newDevice,
}) => {
  test.setTimeout(180_000);
  await startInterview(page, "Coach");
  await openStage(page, "data");
  await answerOf(page).fill(modelAnswer("senior").data ?? "");
  await expectSaved(page);
  await submit(page);
  await unfoldAll(page);
  await page.getByRole("button", { name: "Make a link" }).click();
  const address = await page.getByLabel("Address of the link").inputValue();
  await expectAccessible(page, "report");
  const shared = await newDevice();
  await shared.goto(address);
  await unfoldAll(shared);
  await expectAccessible(shared, "shared report");
  await signUp(page, freshEmail("axe"), "/interviews");
  await expect(page.getByRole("row", { name: /Video recommendation/ })).toBeVisible();
  await expectAccessible(page, "list of interviews");
  await page.goto("/account");
  await expect(page.getByRole("heading", { name: "Ada Example" })).toBeVisible();
  await expectAccessible(page, "account");
});

test("an interview on a phone: three tabs, no sideways scroll, up to the report", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(START_PATH);
  await expectNoSidewaysScroll(page, "start page");
  await startInterview(page, "Coach");
  const tabs = page.getByRole("navigation", { name: "Panels" });
  const panel = (name: string) => page.getByRole("region", { name, exact: true });
  for (const name of ["Interviewer", "Answer", "Bench"]) {
    await tabs.getByRole("button", { name }).click();
    await expect(panel(name)).toBeVisible();
    for (const other of ["Interviewer", "Answer", "Bench"].filter((each) => each !== name))
      await expect(panel(other)).toBeHidden();
    await expectNoSidewaysScroll(page, name);
  }
  for (const tab of ["Estimates", "Facts", "Notes", "Board"] as const) {
    await benchTab(page, tab).click();
    await expectNoSidewaysScroll(page, tab);
  }
  await tabs.getByRole("button", { name: "Answer" }).click();
  await answerOf(page).fill("Written on a phone.");
  for (const stage of STAGES) {
    await openStage(page, stage);
    await expectNoSidewaysScroll(page, stage);
  }
  await tabs.getByRole("button", { name: "Bench" }).click();
  await tabs.getByRole("button", { name: "Answer" }).click();
  await openStage(page, "clarify");
  await expect(answerOf(page)).toHaveValue("Written on a phone.");
  await expectSaved(page);
  await submit(page);
  await expectNoSidewaysScroll(page, "report");
  await unfoldAll(page);
  await expectNoSidewaysScroll(page, "report with all rows open");
});
