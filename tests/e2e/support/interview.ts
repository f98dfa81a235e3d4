/** Steps that the interview journeys share. */
import { expect, type Locator, type Page } from "@playwright/test";
import { STAGES, type Stage } from "@/lib/framework/stages";

export const START_PATH = "/interviews/new?case=video-recommendation";
export const INTERVIEW_URL = /\/interviews\/[0-9a-f-]{36}$/;

/** `origin` is needed where the page's own test has no base address. Returns the interview's address. */
export async function startInterview(page: Page, mode: "Coach" | "Exam", origin = ""): Promise<string> {
  await page.goto(`${origin}${START_PATH}`);
  await page.getByRole("radio", { name: new RegExp(`^${mode}`) }).check();
  await page.getByRole("button", { name: "Start the interview" }).click();
  await page.waitForURL(INTERVIEW_URL);
  await expect(answerOf(page)).toBeEditable();
  return page.url();
}

/** The answer's text: of the stage that is open, or the blank page. */
export const answerOf = (page: Page): Locator =>
  page.getByRole("region", { name: "Answer" }).getByRole("textbox").first();

export const saveState = (page: Page): Locator => page.locator("[data-save-state]");

/** Waits until everything typed so far is on the server. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(saveState(page)).toHaveAttribute("data-save-state", "saved", { timeout: 20_000 });
}

/** Types at the end of the answer, key by key, as a person does. */
export async function typeOn(page: Page, text: string): Promise<void> {
  await answerOf(page).press("Control+End");
  await answerOf(page).pressSequentially(text);
}

export const conversation = (page: Page): Locator => page.getByRole("log");

/** Asks in free text; when the interviewer waits for a reply, says so first, as a candidate has to. */
export async function ask(page: Page, question: string): Promise<void> {
  const instead = page.getByRole("button", { name: "Ask something instead" });
  if (await instead.isVisible()) await instead.click();
  await page.getByLabel("Ask the interviewer").fill(question);
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(conversation(page)).toContainText(question);
}

export const stageTab = (page: Page, stage: Stage): Locator =>
  page.getByRole("tablist", { name: "Stages" }).getByRole("tab").nth(STAGES.indexOf(stage));

export async function openStage(page: Page, stage: Stage): Promise<void> {
  await stageTab(page, stage).click();
  await expect(stageTab(page, stage)).toHaveAttribute("aria-selected", "true");
}

export const benchTab = (page: Page, name: "Board" | "Estimates" | "Facts" | "Notes"): Locator =>
  page.getByRole("tablist", { name: "Bench" }).getByRole("tab", { name: new RegExp(`^${name}`) });

/** Submits, up to the question before the report: how the candidate would rate themselves. */
export async function submitUnrated(page: Page, title = "Video recommendation"): Promise<void> {
  await page.getByRole("button", { name: "Review and submit" }).click();
  await expect(page.getByRole("heading", { name: "Review before you submit" })).toBeVisible();
  await page.getByRole("button", { name: "Submit the interview" }).click();
  await page.waitForURL(/\/report$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(page.getByRole("heading", { name: "Outcome" })).toBeHidden();
}

/** Submits, and goes past that question to the report. */
export async function submit(page: Page, title = "Video recommendation"): Promise<void> {
  await submitUnrated(page, title);
  await page.getByRole("button", { name: "Skip and show the report" }).click();
  await expect(page.getByRole("heading", { name: "Outcome" })).toBeVisible();
}

/** Presses Tab until the element has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator, most = 60): Promise<void> {
  for (let i = 0; i < most; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}
