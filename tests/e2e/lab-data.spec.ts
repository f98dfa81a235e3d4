import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support/test";

const USERS = 90;
const ITEMS = 80;

/** Two tastes, so that there is something to learn; a fixed rule, so that every run sees the same file. */
function ratingsText(): string {
  const lines = ["userId,movieId,rating,timestamp"];
  for (let user = 1; user <= USERS; user++)
    for (let pick = 0; pick < 20; pick++) {
      const half = user % 2;
      const item = 1 + half * (ITEMS / 2) + ((user * 7 + pick * 3) % (ITEMS / 2));
      lines.push(`${user},${item},${1 + ((user + pick) % 5)},${1_500_000_000 + pick * 86_400 + user}`);
    }
  lines.splice(3, 0, "1,2");
  lines.splice(10, 0, "5,7,very good,1500000000");
  lines.push("999,999999,5,1500000001");
  return `${lines.join("\n")}\n`;
}

const titlesText = () =>
  `movieId,title\n${Array.from({ length: ITEMS }, (_, i) => `${i + 1},"Film, number ${i + 1}"`).join("\n")}\n`;

const file = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

test("a file of ratings is read, learnt from and asked, without leaving the tab", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("/lab/data");
  await page.getByLabel("A file of ratings").setInputFiles(file("ratings.csv", ratingsText()));

  await expect(page.getByRole("heading", { name: "What the columns hold" })).toBeFocused();
  await expect(page.getByLabel("User", { exact: true })).toHaveValue("0");
  await expect(page.getByLabel("Time", { exact: true })).toHaveValue("3");
  await page.getByRole("button", { name: "Read the whole file" }).click();

  const bad = page.getByRole("table", { name: /2 bad rows/ });
  await expect(bad.getByRole("row", { name: /^4 expected 4 columns, found 2/ })).toBeVisible();
  await expect(bad.getByRole("row", { name: /^11 rating "very good" is not a number/ })).toBeVisible();
  await expect(page.getByText("user 999 with item 999999")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the whole list" }).click();
  expect((await download).suggestedFilename()).toBe("bad-rows.tsv");

  await page.getByText("Give the items names").click();
  await page.getByLabel("A file of titles").setInputFiles(file("movies.csv", titlesText()));
  await page.getByRole("button", { name: "Use these names" }).click();
  await expect(page.getByText("80 of 81 items named").first()).toBeVisible();

  await page.getByRole("button", { name: "Train on the random split" }).click();
  const results = page.getByRole("table", { name: /^Random split/ });
  await expect(results.getByRole("row", { name: /^Pipeline, ranked/ })).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: "Train on the time split" }).click();
  await expect(page.getByRole("table", { name: /^Time split/ })).toBeVisible({ timeout: 60_000 });

  await page.getByLabel("Find a user by id").fill("17");
  await page.getByRole("button", { name: /^17 / }).click();
  const ten = page
    .getByRole("region", { name: /Become a user/ })
    .getByRole("list")
    .last();
  await expect(ten.getByRole("listitem")).toHaveCount(10);
  await expect(ten).toContainText("Film, number");
  await expectNoSidewaysScroll(page, "the data lab");
  await expectAccessible(page, "the data lab");
});

test("what is no table is refused in words, and a run can be cancelled", async ({ page }) => {
  await page.goto("/lab/data");
  await page.getByLabel("A file of ratings").setInputFiles(file("poem.txt", "One word\na line\n"));
  await expect(page.getByRole("status").filter({ hasText: "poem.txt has no columns" })).toBeVisible();
  await page.getByLabel("A file of ratings").setInputFiles(file("ratings.csv", ratingsText()));
  await page.getByRole("button", { name: "Read the whole file" }).click();
  await page.getByRole("button", { name: "Train on the random split" }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Cancelled." })).toBeVisible();
  await expect(page.getByRole("button", { name: "Train on the random split" })).toBeEnabled();
});
