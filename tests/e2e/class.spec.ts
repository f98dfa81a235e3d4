/** A class on several devices at once: roster, assignment, attempt, grading with the keyboard alone, release, gradebook. */
import type { Page } from "@playwright/test";
import { joinClass, makeClass, type OpenClass, signUpAs } from "./support/class";
import { answerOf, expectSaved, openStage, tabTo } from "./support/interview";
import { recordBodies } from "./support/leaks";
import { expect, expectAccessibleIn, expectLive, expectNoSidewaysScroll, test } from "./support/test";

const SPLIT =
  "We split by time: train on the days before and test on the days after, as serving sees only the past.";

/** Publishes an assignment of video recommendation in coach mode; returns its address. */
async function publish(
  page: Page,
  { classId }: OpenClass,
  title: string,
  isAnonymous = false,
): Promise<string> {
  await page.goto(`/classes/${classId}/assignments/new`);
  await page.getByLabel("Title").fill(title);
  await page.getByRole("checkbox", { name: "Video recommendation" }).check();
  if (isAnonymous) await page.getByRole("checkbox", { name: "Grade without names" }).check();
  await page.getByRole("button", { name: "Save and publish" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Takes the attempt from the class's page and hands it in. */
async function handIn(page: Page, address: string, title: string, text: string): Promise<void> {
  await page.goto(address.slice(0, address.indexOf("/assignments")));
  await page.getByRole("link", { name: title }).first().click();
  await page.getByRole("button", { name: "Start the attempt" }).click();
  await expect(answerOf(page)).toBeEditable();
  await openStage(page, "data");
  await answerOf(page).fill(text);
  await expectSaved(page);
  await page.getByRole("button", { name: "Review and submit" }).click();
  await page.getByRole("button", { name: "Submit the interview" }).click();
  await expect(page).toHaveURL(new RegExp(`${address}$`));
}

async function importRoster(page: Page, { classId }: OpenClass, rows: string): Promise<void> {
  await page.goto(`/classes/${classId}/members/import`);
  await page.getByLabel("Or paste the rows").fill(rows);
  await page.getByRole("button", { name: "Check" }).click();
  await expect(page.getByRole("heading", { name: "What the import will do" })).toBeVisible();
}

test("a class from the roster to the gradebook, graded with the keyboard alone", async ({
  page,
  newDevice,
}) => {
  test.setTimeout(180_000);
  await signUpAs(page, "Ines Instructor");
  const open = await makeClass(page);
  const student = await newDevice();
  const email = await signUpAs(student, "Sami Student");

  const roster = `email,name,section\n${email},Sami Student,A\nsomebody@example.org,Some Body,B\nnobody,No Address,B\n`;
  await importRoster(page, open, roster);
  await expect(page.getByText("2 new, 0 changed, 0 unchanged, 0 duplicate, 1 with a problem.")).toBeVisible();
  await page.getByRole("button", { name: /^Import/ }).click();
  await expect(page.getByText("The roster is imported: 2 new, 0 changed, 0 dropped.")).toBeVisible();
  await joinClass(student, open);
  await importRoster(page, open, roster);
  await expect(page.getByText("0 new, 0 changed, 2 unchanged, 0 duplicate, 1 with a problem.")).toBeVisible();

  const address = await publish(page, open, "First design");
  await handIn(student, address, "First design", SPLIT);
  await expect(student.getByText("Submitted").first()).toBeVisible();

  // From here on the grader touches no mouse.
  await page.goto(`${address}/grading`);
  await tabTo(page, page.getByRole("link", { name: "Sami Student" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Sami Student" })).toBeVisible();
  await expectAccessibleIn(page, "grading", "light");
  await page.keyboard.press("2");
  await page.keyboard.press("1");
  for (let stage = 0; stage < 7; stage++) {
    await page.keyboard.press("A");
    await page.keyboard.press("]");
  }
  await expect(page.getByText("All saved")).toBeVisible();
  await page.keyboard.press("u");
  await expect(page.getByRole("row", { name: /Sami Student.*decided/ })).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Release grades…" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Release all" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Released: 1 student can see their grade.")).toBeVisible();

  await student.goto(address);
  await expectAccessibleIn(student, "assignment with a grade", "light");
  await student.getByRole("link", { name: "Grade", exact: true }).click();
  await expect(student).toHaveURL(/\/results\//);
  await expect(student.getByRole("heading", { level: 1, name: "Video recommendation" })).toBeVisible();
  await expectAccessibleIn(student, "result", "dark");
  await student.setViewportSize({ width: 390, height: 800 });
  await expectNoSidewaysScroll(student, "result");

  await page.goto(`/classes/${open.classId}/gradebook`);
  await expectAccessibleIn(page, "gradebook", "dark");
  const csv = await (await page.request.get(`/api/export/classes/${open.classId}/gradebook.csv`)).text();
  expect(csv).toContain("Sami Student");
  expect(csv).toContain("Some Body");
  expect(csv).toMatch(/First design/);
});

test("anonymous grading leaks no name to the staff before the release", async ({ page, newDevice }) => {
  test.setTimeout(120_000);
  await signUpAs(page, "Ines Instructor");
  const open = await makeClass(page);
  const student = await newDevice();
  const email = await signUpAs(student, "Canary Quetzal");
  await joinClass(student, open);
  const address = await publish(page, open, "Blind design", true);
  await handIn(student, address, "Blind design", SPLIT);

  const grader = await page.context().newPage();
  const bodies = recordBodies(grader);
  await grader.goto(`${address}/grading`);
  await grader.getByRole("link", { name: /^Student \d+$/ }).click();
  await expect(grader.getByRole("heading", { level: 1, name: /^Student \d+/ })).toBeVisible();
  await expectLive(grader.getByRole("tab", { name: "History" }));
  await grader.keyboard.press("2");
  // "All saved" stands there from the start.
  await expect(grader.getByText(/^1 of \d+ decided$/)).toBeVisible();
  await expect(grader.getByText("All saved")).toBeVisible();
  await grader.getByRole("tab", { name: "History" }).click();
  await expect(grader.getByRole("tabpanel")).toContainText(/Ines Instructor|You/);
  const sent = await bodies();
  expect(sent.length).toBeGreaterThan(2);
  for (const { url, body } of sent)
    for (const canary of ["Canary", "Quetzal", email])
      expect(body.includes(canary), `${url}: ${canary}`).toBe(false);
  const csv = await (await page.request.get(`/api/export/classes/${open.classId}/gradebook.csv`)).text();
  expect(csv).toContain("Canary Quetzal");
  expect(csv).not.toMatch(/Canary Quetzal[^\n]*\d+(\.\d+)?\s*%?(,|$)/m);
});
