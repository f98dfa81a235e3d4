/**
 * What the calendar does to a class: an extension, lateness and what it costs, an attempt that nobody hands in, and fellows'
 * reviews after the end. The server's clock is moved by days.
 */
import type { Page } from "@playwright/test";
import { joinClass, makeClass, type OpenClass, signUpAs } from "./support/class";
import { answerOf, expectSaved, openStage } from "./support/interview";
import { OwnServer } from "./support/own-server";
import { expect, expectAccessibleIn, test } from "./support/test";

const PORT = Number(process.env.E2E_PORT ?? 3210) + 5;
const server = new OwnServer(PORT, `test-results/data-${PORT}`);
const DAY_MINUTES = 1_440;
const SPLIT =
  "We split by time: train on the days before and test on the days after, as serving sees only the past.";

test.describe.configure({ mode: "serial" });
test.use({ baseURL: server.url });
test.beforeAll(async () => {
  test.setTimeout(120_000);
  await server.start();
});
test.afterAll(() => server.stop());

/** A new assignment is due in 14 days and accepts lateness for three more, at 10 % a begun day. */
async function publish(page: Page, { classId }: OpenClass, title: string, fill?: () => Promise<void>) {
  await page.goto(`/classes/${classId}/assignments/new`);
  await page.getByLabel("Title").fill(title);
  await page.getByRole("checkbox", { name: "Video recommendation" }).check();
  await fill?.();
  await page.getByRole("button", { name: "Save and publish" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname;
}

async function start(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("button", { name: "Start the attempt" }).click();
  await expect(answerOf(page)).toBeEditable();
  await openStage(page, "data");
  await answerOf(page).fill(SPLIT);
  await expectSaved(page);
}

async function handIn(page: Page, address: string): Promise<void> {
  await start(page, address);
  await page.getByRole("button", { name: "Review and submit" }).click();
  await page.getByRole("button", { name: "Submit the interview" }).click();
  await expect(page).toHaveURL(new RegExp(`${address}$`));
}

async function releaseWithSuggestions(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/grading`);
  await page.getByRole("button", { name: "Release grades…" }).click();
  await page.getByRole("checkbox", { name: /take the machine's suggestion/ }).check();
  await page.getByRole("button", { name: "Release all" }).click();
  await expect(page.getByText(/^Released: \d+ students?/)).toBeVisible();
}

test("an extension holds for its student, lateness costs the others, and the server hands in what nobody did", async ({
  page,
  newDevice,
}) => {
  test.setTimeout(240_000);
  await signUpAs(page, "Ines Instructor");
  const open = await makeClass(page);
  const [extended, late, absent] = [await newDevice(), await newDevice(), await newDevice()];
  for (const [device, name] of [
    [extended, "Extra Days"],
    [late, "Late Larry"],
    [absent, "Gone Gwen"],
  ] as const) {
    await signUpAs(device, name);
    await joinClass(device, open);
  }
  const address = await publish(page, open, "Dated design");
  await page.goto(`${address}/extensions`);
  await page.getByRole("button", { name: "Change for Extra Days" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Time for an interview").selectOption("1.5");
  await dialog.getByRole("checkbox", { name: "Another due date" }).check();
  await dialog.getByRole("button", { name: "3 days more" }).click();
  await expectAccessibleIn(page, "extension", "light");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("row", { name: /Extra Days/ })).toContainText("1.5");

  // Somebody starts in time and never comes back.
  await start(absent, address);
  await absent.close();
  await server.advanceMinutes(15 * DAY_MINUTES);
  await handIn(extended, address);
  await handIn(late, address);
  await releaseWithSuggestions(page, address);
  await expect(page.getByRole("row", { name: /Gone Gwen/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /Late Larry/ })).toContainText(/late/i);
  await expect(page.getByRole("row", { name: /Extra Days/ })).not.toContainText(/late/i);
  await late.goto(address);
  await late.getByRole("link", { name: "Grade", exact: true }).click();
  await expect(late.getByText(/late/i).first()).toBeVisible();
});

test("fellows review each other after a known answer, and nobody learns a name", async ({
  page,
  newDevice,
}) => {
  test.setTimeout(240_000);
  await signUpAs(page, "Ines Instructor");
  const open = await makeClass(page);
  const [first, second] = [await newDevice(), await newDevice()];
  await signUpAs(first, "Fern Fellow");
  await signUpAs(second, "Gus Fellow");
  for (const device of [first, second]) await joinClass(device, open);
  const address = await publish(page, open, "Reviewed design", async () => {
    await page.getByRole("checkbox", { name: "Students review each other" }).check();
    await page.getByLabel("Reviews by each student").fill("1");
  });
  for (const device of [first, second]) await handIn(device, address);
  await server.advanceMinutes(18 * DAY_MINUTES);
  await page.goto(`${address}/peer`);
  await page.getByRole("button", { name: "Give the reviews out" }).click();
  await expect(page.getByText("0 of 2 reviews")).toBeVisible();

  await first.goto(`${address}/peer`);
  await expectAccessibleIn(first, "reviews to give", "light");
  for (const name of ["Calibration answer", "Fellow's answer 1"]) {
    await first.goto(`${address}/peer`);
    await first.getByRole("link", { name }).click();
    await expect(first.getByRole("heading", { name: "Is it there?" })).toBeVisible();
    await expect(first.getByRole("main")).not.toContainText("Gus");
    for (const point of await first.getByRole("main").getByRole("group").all())
      await point.getByLabel("partly").check();
    await first.getByRole("button", { name: "Submit the review" }).click();
    await expect(
      first.getByText(name === "Calibration answer" ? /points of 100 off/ : "Your review is saved."),
    ).toBeVisible();
  }
  await page.reload();
  await expect(page.getByText("1 of 2 reviews")).toBeVisible();
  await server.advanceMinutes(30 * DAY_MINUTES);
  await second.goto(`${address}/peer`);
  await expect(second.getByRole("heading", { name: /^Review 1: 50 of 100/ })).toBeVisible();
  await expectAccessibleIn(second, "reviews received", "dark");
});
