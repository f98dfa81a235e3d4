import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support/test";

const csv = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const lines = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i));
/** A number from 0 up to `limit`, the same on every run, without a pattern that follows `i`. */
const scatter = (i: number, limit: number) => Math.floor((((i * 2_654_435_761) >>> 0) / 2 ** 32) * limit);

const USERS = 90;
const ITEMS = 80;

/** Two tastes, so that there is something to learn; a fixed rule, so that every run sees the same file. */
function ratingsText(): string {
  const rows = ["userId,movieId,rating,timestamp"];
  for (let user = 1; user <= USERS; user++)
    for (let pick = 0; pick < 20; pick++) {
      const half = user % 2;
      const item = 1 + half * (ITEMS / 2) + ((user * 7 + pick * 3) % (ITEMS / 2));
      rows.push(`${user},${item},${1 + ((user + pick) % 5)},${1_500_000_000 + pick * 86_400 + user}`);
    }
  rows.splice(3, 0, "1,2");
  rows.splice(10, 0, "5,7,very good,1500000000");
  rows.push("999,999999,5,1500000001");
  return `${rows.join("\n")}\n`;
}

const titlesText = () =>
  `movieId,title\n${lines(ITEMS, (i) => `${i + 1},"Film, number ${i + 1}"`).join("\n")}\n`;

test("a file of ratings is read, learnt from and asked, without leaving the tab", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("/lab/data");
  await page.getByLabel("Choose files").setInputFiles(csv("ratings.csv", ratingsText()));

  await expect(page.getByRole("heading", { name: "What the columns hold" })).toBeFocused();
  await expect(page.getByLabel("Read as")).toHaveValue("ratings");
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
  await page.getByLabel("Choose a file of titles").setInputFiles(csv("movies.csv", titlesText()));
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

/** A click where ad and site fit, so that crosses are needed; three rows are broken. */
function clicksText(): string {
  const rows = lines(3_000, (i) => {
    const [site, ad] = [scatter(i, 6), scatter(i + 7_919, 6)];
    const isClick = scatter(i + 104_729, 100) < (site % 2 === ad % 2 ? 55 : 12);
    return `imp-${i},${isClick ? 1 : 0},site${site},ad${ad}`;
  });
  rows.splice(4, 0, "imp-x,maybe,site1,ad1");
  rows.splice(9, 0, "imp-y,1,site1");
  rows.splice(12, 0, 'imp-z,1,"site1,ad2');
  return `id,clicked,site,ad\n${rows.join("\n")}\n`;
}

test("a click log with bad rows becomes a ladder of calibrated models", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("/lab/data");
  await page.getByLabel("Choose files").setInputFiles(csv("log.csv", clicksText()));
  await expect(page.getByRole("heading", { name: "What the columns hold" })).toBeFocused();
  const recognised = page.getByRole("table", { name: /^What was recognised/ });
  await expect(recognised.getByRole("row", { name: /^log.csv/ })).toContainText("a column named clicked");
  await expect(page.getByLabel("Label: clicked or not")).toHaveValue("1");
  await expect(page.getByRole("checkbox", { name: /^id/ })).not.toBeChecked();

  await page.getByRole("button", { name: "Read the whole file" }).click();
  const bad = page.getByRole("table", { name: /3 bad rows/ });
  await expect(bad.getByRole("row", { name: /^6 label "maybe" is not 0 or 1/ })).toBeVisible();
  await expect(bad.getByRole("row", { name: /^11 expected 4 columns, found 3/ })).toBeVisible();
  await expect(bad.getByRole("row", { name: /^14 a quote is opened and never closed/ })).toBeVisible();

  await page.getByRole("radio", { name: /^By the order of the file/ }).check();
  await page.getByRole("button", { name: "Train the ladder" }).click();
  const ladder = page.getByRole("table", { name: "The ladder, on the test part" });
  await expect(ladder.getByRole("row", { name: /^DCN-v2/ })).toBeVisible({ timeout: 90_000 });
  for (const model of ["Base rate", "Logistic regression", "Factorization machine"])
    await expect(ladder.getByRole("row", { name: new RegExp(`^${model}`) })).toBeVisible();
  await expect(page.getByText("Crosses of features matter")).toBeVisible();
  await expect(page.getByRole("img", { name: /^Reliability of DCN-v2/ })).toBeVisible();
  await page.getByLabel("Reliability of", { exact: true }).selectOption("lr");
  await expect(page.getByRole("img", { name: /^Reliability of Logistic regression/ })).toBeVisible();
  await expectNoSidewaysScroll(page, "a ladder of click models");
  await expectAccessible(page, "a ladder of click models");
});

/** Feature 1 tells the grade with noise, feature 2 nothing; the last line is broken. */
const judgedText = () =>
  `${lines(240, (i) => {
    const grade = scatter(i, 3);
    return `${grade} qid:${Math.floor(i / 8)} 1:${grade + scatter(i + 31, 3)} 2:${scatter(i + 77, 9)} # d${i}`;
  }).join("\n")}\n3 qid:30 1:high\n`;

test("judged documents with a bad line are ranked, by the keyboard alone", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("/lab/data");
  await page.getByLabel("Choose files").setInputFiles(csv("letor.txt", judgedText()));
  await expect(page.getByRole("heading", { name: "What the lines hold" })).toBeFocused();
  await expect(page.getByLabel("Read as")).toHaveValue("ranking");

  // The box of first lines, which scrolls, then the button.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Read the whole file" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "What was read" })).toBeFocused();
  const bad = page.getByRole("table", { name: /1 bad row;/ });
  await expect(bad.getByRole("row", { name: /^241 feature 1 has no finite value/ })).toBeVisible();

  const random = page.getByRole("radio", { name: /^Queries at random/ });
  for (let press = 0; press < 8 && !(await random.evaluate((one) => one === document.activeElement)); press++)
    await page.keyboard.press("Tab");
  await expect(random).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: /^By the order of the file/ })).toBeChecked();
  const train = page.getByRole("button", { name: "Train the ranking" });
  for (let press = 0; press < 4 && !(await train.evaluate((one) => one === document.activeElement)); press++)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const results = page.getByRole("table", { name: "NDCG on the test queries" });
  await expect(results.getByRole("row", { name: /^Feature 1/ })).toBeVisible({ timeout: 90_000 });
  await expect(results.getByRole("row", { name: /^Learnt blend/ })).toBeVisible();
  await expect(page.getByText("measured on 48 of 6 queries")).toBeVisible();
  await expectNoSidewaysScroll(page, "ranked documents");
  await expectAccessible(page, "ranked documents");
});

const TOPICS = [
  "whale song",
  "glass blowing",
  "volcanic ash",
  "bread yeast",
  "tidal power",
  "honey bee dance",
];
const corpusText = () =>
  lines(90, (i) => {
    const topic = TOPICS[i % TOPICS.length];
    return JSON.stringify({
      _id: `d${i}`,
      title: `Notes on ${topic}, part ${i}`,
      text: `This part says more about ${topic} in region ${scatter(i, 20)}.`,
    });
  }).join("\n");
const queriesText = () => TOPICS.map((text, q) => JSON.stringify({ _id: `q${q}`, text })).join("\n");
const qrelsText = () =>
  `query-id\tcorpus-id\tscore\n${TOPICS.flatMap((_, q) => [`q${q}\td${q}\t1`, `q${q}\td${q + 6}\t1`]).join("\n")}\nq9\td1\t1\n`;

/** A BEIR folder on the disk, with a file beside it that is none of it. */
function writeFolder(folder: string): string {
  mkdirSync(path.join(folder, "qrels"), { recursive: true });
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  write("corpus.jsonl", corpusText());
  write("queries.jsonl", queriesText());
  write("qrels/test.tsv", qrelsText());
  write("LICENSE.md", "Do as you like.\n");
  return folder;
}

test("a folder is recognised as a search collection, measured, asked, and a hit explained", async ({
  page,
}, testInfo) => {
  test.setTimeout(120_000);
  await page.goto("/lab/data");
  await page.getByLabel("Choose a folder").setInputFiles(writeFolder(testInfo.outputPath("beir")));
  await expect(page.getByLabel("Read as")).toHaveValue("search");
  await expect(page.getByLabel("Documents", { exact: true })).toHaveValue("beir/corpus.jsonl");
  await expect(page.getByLabel("Judgements to measure on")).toHaveValue("beir/qrels/test.tsv");
  const recognised = page.getByRole("table", { name: /^What was recognised/ });
  await expect(recognised.getByRole("row", { name: /LICENSE.md/ })).toContainText("not used");

  await page.getByRole("button", { name: "Read the collection" }).click();
  const bad = page.getByRole("table", { name: /1 bad row;/ });
  await expect(bad.getByRole("row", { name: /there is no query q9/ })).toBeVisible();
  await expect(page.getByRole("radio", { name: /^Measure on all of them/ })).toBeChecked();
  await page.getByRole("button", { name: "Build the index" }).click();
  const stages = page.getByRole("table", { name: /^Stages of the search/ });
  await expect(stages.getByRole("row", { name: /^(Re-ranked|Default)/ })).toBeVisible({ timeout: 90_000 });

  await page.getByLabel("Query", { exact: true }).fill("honey bee dance");
  await page.keyboard.press("Enter");
  const hits = page.getByRole("list", { name: /^Hits of/ });
  await expect(hits.getByRole("listitem").first()).toContainText("honey bee dance");
  await expect(page.getByText(/of 2 relevant documents/)).toBeVisible();
  await page.getByLabel("List of").selectOption("bm25");
  await hits.getByRole("button").first().click();
  const why = page.getByRole("region", { name: "Why this hit" });
  await expect(why.getByRole("table", { name: /add up to a BM25 score/ })).toBeVisible();
  await expect(why).toContainText("It has all terms of the query");
  await expectNoSidewaysScroll(page, "a search collection");
  await expectAccessible(page, "a search collection");
});

test("what is dropped and is nothing of the four is refused in words, and can be read as something all the same", async ({
  page,
}) => {
  await page.goto("/lab/data");
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["One word\na line\n"], "poem.txt"));
    return transfer;
  });
  await page.getByText("One file, several, or a folder").dispatchEvent("drop", { dataTransfer: dropped });
  const recognised = page.getByRole("table", { name: /^What was recognised/ });
  await expect(recognised.getByRole("row", { name: /^poem.txt/ })).toContainText("has no columns");
  await expect(page.getByRole("status").filter({ hasText: "None of the four kinds" })).toBeVisible();
  await page.getByLabel("Read as").selectOption("ratings");
  await expect(page.getByRole("status").filter({ hasText: "poem.txt has no columns" })).toBeVisible();
});

test("a run can be cancelled, and what was read stays", async ({ page }) => {
  await page.goto("/lab/data");
  await page.getByLabel("Choose files").setInputFiles(csv("ratings.csv", ratingsText()));
  await page.getByRole("button", { name: "Read the whole file" }).click();
  await page.getByRole("button", { name: "Train on the random split" }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Cancelled." })).toBeVisible();
  await expect(page.getByRole("button", { name: "Train on the random split" })).toBeEnabled();
});
