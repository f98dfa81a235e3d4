/** What happens to a class besides its assignments: who comes, goes and helps, what it words its own way, and its end. */
import { joinClass, makeClass, signUpAs } from "./support/class";
import { expect, test } from "./support/test";

test("roles hold with the next request, a dead code lets nobody in, and an archived class can be deleted", async ({
  page,
  newDevice,
  faults,
}) => {
  test.setTimeout(150_000);
  faults.allow(/404/);
  await signUpAs(page, "Ines Instructor");
  const open = await makeClass(page, "Short course");
  const [helper, student] = [await newDevice(), await newDevice()];
  await signUpAs(helper, "Ada Helper");
  await joinClass(helper, open);
  await signUpAs(student, "Sid Student");
  await joinClass(student, open);
  const home = `/classes/${open.classId}`;

  await page.goto(`${home}/members`);
  await page.getByRole("button", { name: "Change Ada Helper" }).click();
  await page.getByRole("dialog").getByLabel("Role").selectOption("assistant");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("row", { name: /Ada Helper.*Assistant/ })).toBeVisible();
  await helper.goto(`${home}/members`);
  await expect(helper.getByRole("row", { name: /Sid Student/ })).toBeVisible();
  await expect(helper.getByRole("button", { name: "Change Sid Student" })).toHaveCount(0);

  await page.getByRole("button", { name: "Change Sid Student" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove from the class" }).click();
  await expect(page.getByRole("row", { name: /Sid Student/ })).toHaveCount(0);
  expect((await student.goto(home))?.status()).toBe(404);
  const joinWith = async (code: string) => {
    await student.goto("/classes/join");
    await student.getByLabel("Class code").fill(code);
    await student.getByRole("button", { name: "Join", exact: true }).click();
  };
  await joinWith(open.code);
  await expect(student.getByText(/^This code joins no class/)).toBeVisible();
  await page.getByRole("link", { name: /^Removed or left/ }).click();
  await page.getByRole("button", { name: "Let Sid Student in again" }).click();
  await expect(page.getByRole("button", { name: "Let Sid Student in again" })).toHaveCount(0);
  await student.goto(home);
  await student.getByRole("button", { name: "Leave this class" }).click();
  await student.getByRole("dialog").getByRole("button", { name: "Leave" }).click();
  await expect(student).toHaveURL(/\/classes$/);

  await page.goto(`${home}/settings`);
  await page.getByRole("button", { name: "New code" }).click();
  await expect(page.getByText("The class has a new code; the one before is dead.")).toBeVisible();
  await joinWith(open.code);
  await expect(student.getByText(/^This code joins no class/)).toBeVisible();
  await joinWith(await page.locator("[data-class-code]").innerText());
  await expect(student).toHaveURL(new RegExp(`${home}$`));

  await page.getByRole("button", { name: "Archive the class" }).click();
  await expect(page.getByText("The class is archived.")).toBeVisible();
  await page.getByRole("button", { name: "Delete the class" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^The name of the class/).fill("Another course");
  await dialog.getByRole("button", { name: "Delete the class" }).click();
  await expect(dialog.getByLabel(/^The name of the class/)).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel(/^The name of the class/).fill("Short course");
  await dialog.getByRole("button", { name: "Delete the class" }).click();
  await expect(page).toHaveURL(/\/classes$/);
  await expect(page.getByRole("link", { name: "Short course" })).toHaveCount(0);
  expect((await student.goto(home))?.status()).toBe(404);
});

const ANSWER =
  "The class's videos are watched in 31 countries, and each has its own list of what may be shown.";

test("a class words a point and adds a fact: its interviewer tells it, and the preview shows both", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signUpAs(page, "Ines Instructor");
  const { classId } = await makeClass(page, "Own words");
  const address = `/classes/${classId}/content/video-recommendation`;
  await page.goto(address);
  await expect(page.getByText("The class has this case as it is.")).toBeVisible();

  await page
    .getByRole("button", { name: /^Edit: / })
    .first()
    .click();
  const wording = "Agree what success means before anything is built, and say which number shows it.";
  await page.getByLabel("What a good answer says").fill(wording);
  await page.getByRole("button", { name: "Save the point" }).click();
  await expect(page.getByRole("tab", { name: /^Points \(1 of/ })).toBeVisible();

  await page.getByRole("tab", { name: /^Facts/ }).click();
  await page.getByRole("button", { name: "Add a fact" }).click();
  await page.getByLabel("What the interviewer says").fill(ANSWER);
  await page
    .getByLabel("Ways of asking for it")
    .fill(
      "In how many countries are the videos watched?\nWhich countries does the service run in?\nIs the service offered abroad, and where?",
    );
  await page
    .getByLabel("What goes wrong in a design that never asked")
    .fill("It shows videos where they are not allowed.");
  await page.getByRole("button", { name: "Add the fact" }).click();
  await expect(page.getByRole("tab", { name: /^Facts \(1 of/ })).toBeVisible();

  await page
    .getByLabel("Ask the interviewer of this class")
    .fill("How many countries are videos watched in?");
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(page.getByText(`“${ANSWER}”`)).toBeVisible();

  await page.getByRole("link", { name: "See it as a student" }).click();
  await expect(page.getByText("In how many countries are the videos watched?").first()).toBeVisible();
  await expect(page.getByText(wording).first()).toBeVisible();

  await page.goto(address);
  await page
    .getByRole("button", { name: new RegExp(`: ${wording.slice(0, 30)}`) })
    .last()
    .click();
  await expect(page.getByRole("tab", { name: /^Points \(0 of/ })).toBeVisible();
});
