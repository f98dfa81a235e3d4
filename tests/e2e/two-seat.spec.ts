/**
 * Two people in one interview: a partner takes the interviewer's seat by a link, and goes at minute 10 without a word.
 * The scripted interviewer goes on, and nothing is lost.
 */
import type { Page } from "@playwright/test";
import { loadCase } from "@/lib/content/load";
import { answerOf, conversation, expectSaved, INTERVIEW_URL, START_PATH, submit } from "./support/interview";
import { OwnServer } from "./support/own-server";
import {
  expect,
  expectAccessible,
  expectAccessibleIn,
  expectNoSidewaysScroll,
  NETWORK_FAULTS,
  test,
} from "./support/test";
import { naiveAnswer } from "./support/video-case";

const PORT = Number(process.env.E2E_PORT ?? 3210) + 4;
const server = new OwnServer(PORT, `test-results/data-${PORT}`);
const { rubric } = loadCase("video-recommendation");
/** What is typed or said by one is on the other's screen in about two seconds; twice that on a busy machine. */
const LIVE = { timeout: 4_000 };

/** Starts an exam with a partner and makes the link. */
async function startWithPartner(page: Page): Promise<string> {
  await page.goto(START_PATH);
  await page.getByRole("radio", { name: /^Exam/ }).check();
  await page.getByRole("checkbox", { name: /^With a partner/ }).check();
  await page.getByRole("button", { name: "Start the interview" }).click();
  await page.waitForURL(/\?partner=invite$/);
  const dialog = page.getByRole("dialog", { name: "Invite a partner" });
  await dialog.getByRole("button", { name: "Make a link" }).click();
  const address = await dialog.getByLabel("Address of the link").inputValue();
  await expect(dialog.getByText("Nobody has come by your link yet")).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).click();
  return address;
}

async function takeSeat(partner: Page, address: string): Promise<void> {
  await partner.goto(address);
  await partner.getByRole("button", { name: "Take the seat" }).click();
  await partner.waitForURL(/\/seat\/[0-9a-f-]{36}$/);
  await expect(partner.locator("[data-sitting]")).toHaveText("You sit in the interviewer's seat");
}

const presence = (page: Page) => page.locator("p[data-seat]").first();
const talk = (partner: Page) => partner.getByRole("region", { name: "Talk" });
const sheetStatus = (partner: Page) => partner.locator("[data-sheet-status]");

async function askPartner(page: Page, question: string): Promise<void> {
  const instead = page.getByRole("button", { name: "Ask something instead" });
  if (await instead.isVisible()) await instead.click();
  await page.getByLabel("Ask your partner").fill(question);
  await page.getByRole("button", { name: "Ask", exact: true }).click();
}

/** Marks the rubric's first points, so that there is an agreement to speak of. */
async function fillSheet(partner: Page, count: number): Promise<void> {
  await partner.keyboard.press("Alt+m");
  for (const point of rubric.points.filter(({ level }) => level !== "staff").slice(0, count)) {
    const row = partner.getByRole("group", { name: point.text, exact: true });
    await row.getByRole("radio", { name: "made", exact: true }).check();
  }
  await partner.getByLabel(`Note: ${rubric.points[0]?.text}`).fill("Said it aloud.");
  await expect(sheetStatus(partner)).toHaveText("Saved");
}

test.describe("on a server whose clock moves", () => {
  test.use({ baseURL: server.url });
  test.beforeAll(async () => {
    test.setTimeout(120_000);
    await server.start();
  });
  test.afterAll(() => server.stop());

  test("a partner interviews by a link, goes at minute 10, and the scripted interviewer takes over", async ({
    page,
    newDevice,
    faults,
  }) => {
    test.setTimeout(120_000);
    faults.allow(NETWORK_FAULTS);
    const address = await startWithPartner(page);
    const interviewUrl = page.url().replace(/\?.*/, "");

    const own = await page.context().newPage();
    await own.goto(address);
    await expectAccessibleIn(own, "taking the seat", "dark");
    await own.getByRole("button", { name: "Take the seat" }).click();
    await expect(own.getByText("This is your own interview.")).toBeVisible();
    await own.close();

    const partner = await newDevice();
    await takeSeat(partner, address);
    await expect(presence(page)).toHaveText("Partner here", LIVE);
    const second = await newDevice();
    await second.goto(address);
    await second.getByRole("button", { name: "Take the seat" }).click();
    await expect(second.getByText("Somebody else has taken this seat.")).toBeVisible();

    // A question waits for the partner; a press tells the fact, as an event that the candidate sees.
    await askPartner(page, "How many people use this every day?");
    const waiting = partner.getByRole("region", { name: "Questions that wait" });
    await expect(waiting).toContainText("How many people use this every day?", LIVE);
    await expect(conversation(page)).not.toContainText("100 million a day");
    await partner.getByRole("button", { name: /^Tell: .*100 million a day/ }).click();
    await expect(conversation(page)).toContainText("100 million a day", LIVE);
    await expect(conversation(page)).toContainText("Your partner");
    await expect(waiting).toBeHidden();

    // Words of one's own, and a reply to them.
    await partner.keyboard.press("Alt+q");
    await partner.getByLabel("Speak to the candidate").fill("Who is this for, in your own words?");
    await partner.keyboard.press("Control+Enter");
    await expect(conversation(page)).toContainText("Your partner asks", LIVE);
    await page.getByLabel("Reply to your partner").fill("For people who open the app without a plan.");
    await page.getByRole("button", { name: "Reply", exact: true }).click();
    await expect(talk(partner)).toContainText("For people who open the app without a plan.", LIVE);

    const answer = naiveAnswer("jumps-to-the-model");
    await answerOf(page).fill(answer);
    const opening = answer.replace(/[*#`]/g, "").trim().slice(0, 30);
    await expect(partner.getByRole("region", { name: "The candidate's work" })).toContainText(opening, LIVE);
    await fillSheet(partner, 8);

    // Minute 10: the partner's browser is gone while a question waits.
    await server.advanceMinutes(10);
    await expect(presence(page)).toHaveText("Partner here", LIVE);
    await askPartner(page, "How fast does the page have to answer?");
    await expect(waiting).toContainText("How fast does the page have to answer?", LIVE);
    const seatUrl = partner.url();
    const cookies = await partner.context().storageState();
    await partner.context().close();
    await server.advanceMinutes(0.5);
    await expect(presence(page)).toHaveText("Partner left; the scripted interviewer has taken over", LIVE);
    await expect(conversation(page)).toContainText("200 ms at p99", LIVE);
    await server.advanceMinutes(2);
    await expect(conversation(page)).toContainText("Interviewer asks", { timeout: 20_000 });
    await page.getByLabel("Reply to the interviewer").fill("The objective is long-term watch time.");
    await page.getByRole("button", { name: "Reply", exact: true }).click();
    await expectSaved(page);

    await page.goto(interviewUrl);
    await expect(answerOf(page)).toHaveValue(answer);
    for (const said of ["100 million a day", "Who is this for", "without a plan", "long-term watch time"])
      await expect(conversation(page)).toContainText(said);

    await submit(page);
    const section = page.getByRole("region", { name: "Partner and machine" });
    await expect(section).toContainText(/The same mark on \d of 8 points \(\d+ %\)\. Weighted kappa/);
    await expect(section).toContainText("Said it aloud.");
    await expectAccessibleIn(page, "report with a partner's sheet", "light");

    const back = await newDevice({ storageState: cookies });
    await back.goto(seatUrl);
    await expect(back.getByRole("region", { name: "Partner and machine" })).toContainText("The same mark on");
    await expect(back.getByText("You rated yourself")).toHaveCount(0);
    await expectAccessibleIn(back, "the partner's sheet afterwards", "dark");
    expect(server.output).not.toContain(new URL(address).hash.slice(1));
  });
});

test("the partner's page on a phone: four places, by keyboard, and the seat left and taken again", async ({
  page,
  newDevice,
  faults,
}) => {
  test.setTimeout(90_000);
  // What the browser says of a seat that is not there any more.
  faults.allow(/status of 404/);
  const address = await startWithPartner(page);
  const partner = await newDevice({ viewport: { width: 390, height: 844 } });
  await takeSeat(partner, address);
  const places = partner.getByRole("navigation", { name: "Panels" });
  for (const [label, region, theme] of [
    ["Their work", "The candidate's work", "light"],
    ["Script", "Script and sheet", "dark"],
    ["Sheet", "Script and sheet", "light"],
    ["Talk", "Talk", "dark"],
  ] as const) {
    await places.getByRole("button", { name: label, exact: true }).click();
    await expect(partner.getByRole("region", { name: region, exact: true })).toBeVisible();
    await expectNoSidewaysScroll(partner, label);
    await expectAccessibleIn(partner, `${label} on a phone`, theme);
  }
  await partner.getByRole("button", { name: "Leave the seat" }).click();
  await expect(presence(page)).toHaveText(/^Partner left/, LIVE);
  await page.getByLabel("Ask the interviewer").fill("How many people use this every day?");
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(conversation(page)).toContainText("100 million a day");
  await partner.getByRole("button", { name: "Take the seat again" }).click();
  await expect(presence(page)).toHaveText("Partner here", LIVE);
  await partner.setViewportSize({ width: 1280, height: 800 });
  await expectAccessible(partner, "the partner's page");

  await page.getByRole("button", { name: "Invite a partner" }).click();
  await expectAccessibleIn(page, "the invitation", "light");
  await page.getByRole("button", { name: "End the partner's part" }).click();
  await expect(partner.getByText("The candidate has closed your seat.")).toBeVisible(LIVE);
  await partner.reload();
  await expect(partner.getByRole("heading", { level: 1 })).not.toContainText("You interview");
  expect(new URL(page.url()).pathname).toMatch(INTERVIEW_URL);
});
