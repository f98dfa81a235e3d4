/** An interview of each further world: its facts, its typed decisions, and its report's way into its lab. */
import { ask, conversation, expectSaved, INTERVIEW_URL, openStage, submit } from "./support/interview";
import { expect, test } from "./support/test";

const CASES = [
  {
    slug: "ad-click-prediction",
    title: "Ad click prediction",
    question: "How do the bids enter, and who pays what?",
    answer: "second-price auction",
    stage: "model",
    decision: ["Calibration", "Isotonic regression"],
    link: /\/lab\/ads\?calibration=isotonic$/,
  },
  {
    slug: "search-ranking",
    title: "Product search ranking",
    question: "How many products are there and how many queries a second?",
    answer: "200 million products",
    stage: "model",
    decision: ["Query understanding", "None"],
    link: /\/lab\/search\?.*spelling=off/,
  },
] as const;

for (const { slug, title, question, answer, stage, decision, link } of CASES) {
  test(`${slug}: facts when asked, decisions of its own world, and a report that runs them`, async ({
    page,
  }) => {
    await page.goto(`/cases/${slug}`);
    await expect(page.getByRole("link", { name: /lab/i }).first()).toBeVisible();
    await page.goto(`/interviews/new?case=${slug}`);
    await page.getByRole("radio", { name: /^Coach/ }).check();
    await page.getByRole("button", { name: "Start the interview" }).click();
    await page.waitForURL(INTERVIEW_URL);
    await ask(page, question);
    await expect(conversation(page)).toContainText(answer);
    await openStage(page, stage);
    await page.getByLabel(decision[0]).selectOption(decision[1]);
    await expectSaved(page);
    await submit(page, title);
    const run = page.getByRole("link", { name: "Run these choices in the lab" });
    await expect(run).toHaveAttribute("href", link);
    await run.click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
}
