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
import { expect, expectAccessible, expectNoSidewaysScroll, THEMES, test, useTheme } from "./support/test";

async function useTheBench(page: Page, check: (what: string) => Promise<void>): Promise<void> {
  await page.getByLabel("Name of component").fill("Feed service");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.locator(".react-flow__node")).toHaveCount(1);
  await check("board");
  await page.getByRole("button", { name: "Outline" }).click();
  await check("outline");
  await benchTab(page, "Estimates").click();
  await page.getByRole("button", { name: "Add an estimate" }).click();
  await page.getByLabel("Sum of estimate 1").fill("10M videos * 512 B");
  await check("estimates");
  await benchTab(page, "Facts").click();
  await check("facts");
  await benchTab(page, "Notes").click();
  await check("notes");
}

for (const theme of THEMES) {
  test(`axe finds nothing from the start of a coach interview to its shared report, ${theme}`, async ({
    page,
    newDevice,
  }) => {
    test.setTimeout(180_000);
    const check = (what: string) => expectAccessible(page, `${what}, ${theme}`);
    await useTheme(page, theme);
    await page.goto(START_PATH);
    await check("start page");
    await startInterview(page, "Coach");
    for (const stage of STAGES) {
      await openStage(page, stage);
      await answerOf(page).fill("We train on long watches. **Why**: clicks reward thumbnails.");
      await check(stage);
    }
    await page.getByRole("button", { name: "Preview" }).click();
    await check("preview");
    await useTheBench(page, check);
    await page.getByRole("button", { name: "Review and submit" }).click();
    await check("review");
    await page.getByRole("button", { name: "Back to the interview" }).click();
    await submit(page);
    await page.evaluate(() => {
      for (const row of document.querySelectorAll("details")) row.open = true;
    });
    await page.getByRole("button", { name: "Make a link" }).click();
    await check("report");
    const shared = await newDevice();
    await useTheme(shared, theme);
    await shared.goto(await page.getByLabel("Address of the link").inputValue());
    await expectAccessible(shared, `shared report, ${theme}`);
    await page.goto("/interviews");
    await check("list of interviews");
  });

  test(`axe finds nothing in an exam, ${theme}`, async ({ page }) => {
    test.setTimeout(90_000);
    const check = (what: string) => expectAccessible(page, `${what}, ${theme}`);
    await useTheme(page, theme);
    await startInterview(page, "Exam");
    await check("blank page");
    await useTheBench(page, check);
    await page.getByRole("button", { name: "Review and submit" }).click();
    await check("review");
  });
}

test("axe finds nothing on the account page in both themes", async ({ page }) => {
  await signUp(page, freshEmail("axe"), "/account");
  await expect(page.getByRole("heading", { name: "Ada Example" })).toBeVisible();
  for (const theme of THEMES) {
    await page.getByRole("radio", { name: new RegExp(`^${theme} theme`, "i") }).check();
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    await expectAccessible(page, `account, ${theme}`);
  }
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
  await page.evaluate(() => {
    for (const row of document.querySelectorAll("details")) row.open = true;
  });
  await expectNoSidewaysScroll(page, "report with all rows open");
});
