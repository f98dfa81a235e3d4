/** The whole way from the home page to the report without a mouse. Nothing here clicks, fills or focuses. */
import { conversation, INTERVIEW_URL, stageTab, tabTo } from "./support/interview";
import { expect, test } from "./support/test";

test("from the home page to the report without a mouse", async ({ page }) => {
  test.setTimeout(90_000);
  const press = (key: string) => page.keyboard.press(key);
  const type = (text: string) => page.keyboard.type(text);
  await page.goto("/");
  await press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await press("Enter");
  await tabTo(page, page.getByRole("main").getByRole("link", { name: "Start a mock interview" }).first());
  await press("Enter");
  await page.waitForURL(/\/interviews\/new/);

  await tabTo(page, page.getByRole("radio", { name: /^Coach/ }));
  await press("ArrowRight");
  await expect(page.getByRole("radio", { name: /^Exam/ })).toBeChecked();
  await press("ArrowLeft");
  await tabTo(page, page.getByRole("button", { name: "Start the interview" }));
  await press("Enter");
  await page.waitForURL(INTERVIEW_URL);
  await expect(page.getByText(/^Saved/)).toBeVisible();

  await press("Alt+q");
  await expect(page.getByLabel("Ask the interviewer")).toBeFocused();
  await type("How many daily active users are there?");
  await press("Enter");
  await expect(conversation(page)).toContainText("100 million a day");

  await press("Alt+a");
  await type("Satisfied watch time per daily user, not clicks.");
  await press("Alt+]");
  await expect(stageTab(page, "frame")).toHaveAttribute("aria-selected", "true");
  await press("Alt+a");
  await type("Given a user and a context, predict the chance of a satisfied watch.");
  await tabTo(page, page.getByLabel("Objective"));
  await type("Sat");
  await expect(page.getByLabel("Objective")).toHaveValue("satisfied-watch");

  await press("Alt+b");
  await tabTo(page, page.getByLabel("Name of component"));
  for (const name of ["Feed", "Ranker"]) {
    await type(name);
    await press("Enter");
  }
  await tabTo(page, page.getByLabel("Connect to"));
  await tabTo(page, page.getByRole("button", { name: "Connect", exact: true }));
  await press("Enter");
  await expect(page.getByText("2 components, 1 connection")).toBeVisible();

  await tabTo(page, page.getByRole("button", { name: "Review and submit" }), 120);
  await press("Enter");
  await expect(page.getByRole("heading", { name: "Review before you submit" })).toBeFocused();
  await tabTo(page, page.getByRole("button", { name: "Submit the interview" }));
  await press("Enter");
  await page.waitForURL(/\/report$/);
  await tabTo(page, page.getByRole("group", { name: "Clarify" }).getByRole("radio").first());
  await press("Space");
  await press("ArrowRight");
  await expect(
    page.getByRole("group", { name: "Clarify" }).getByRole("radio", { name: /named/ }),
  ).toBeChecked();
  await tabTo(page, page.getByRole("button", { name: "Keep my ratings and show the report" }));
  await press("Enter");
  await expect(page.getByRole("heading", { name: "Outcome" })).toBeVisible();
  await tabTo(page, page.getByRole("main").locator("summary").first(), 40);
  await press("Enter");
  await expect(page.getByText("Satisfied watch time per daily user, not clicks.").first()).toBeVisible();
});
