import { expect, expectAccessible, expectAccessibleIn, expectNoSidewaysScroll, test } from "./support/test";

/** Every page that needs no interview of one's own. Chapters and decisions come from the site's own index. */
const FIXED = [
  "/",
  "/framework",
  "/cases",
  "/cases/video-recommendation",
  "/lab",
  "/lab/video",
  "/lab/ads",
  "/lab/search",
  "/lab/data",
  "/decisions",
  "/reading",
  "/glossary",
  "/cheatsheet",
  "/estimation",
  "/grader",
  "/interviews",
  "/review",
  "/review/cards?deck=framework/biases",
  "/interviews/new?case=video-recommendation",
  "/classes",
  "/classes/join",
  "/sign-in",
  "/sign-up",
  "/no-such-page",
];

async function allPaths(request: {
  get(url: string): Promise<{ json(): Promise<unknown> }>;
}): Promise<string[]> {
  const { documents } = (await (await request.get("/search-index.json")).json()) as {
    documents: { path: string }[];
  };
  const indexed = documents.map(({ path }) => path.split("#")[0] ?? "/");
  return [...new Set([...FIXED, ...indexed])];
}

/**
 * Pages of a kind of their own in both themes, texts of one kind (chapters, decisions, cases) in one each, by turns. In
 * parts, so that two browsers share the work.
 */
const PARTS = 4;
const DESK = { width: 1280, height: 720 };
const PHONE = { width: 390, height: 844 };
for (const part of Array(PARTS).keys()) {
  test(`axe finds nothing on any page, and none scrolls sideways on a phone, part ${part + 1}`, async ({
    page,
    request,
    faults,
  }) => {
    test.setTimeout(240_000);
    faults.allow(/404/);
    const paths = await allPaths(request);
    expect(paths.length).toBeGreaterThan(60);
    for (const [index, path] of paths.entries()) {
      if (index % PARTS !== part) continue;
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      if (FIXED.includes(path)) await expectAccessible(page, path);
      else await expectAccessibleIn(page, path, Math.floor(index / PARTS) % 2 === 0 ? "light" : "dark");
      await page.setViewportSize(PHONE);
      await expectNoSidewaysScroll(page, path);
      await page.setViewportSize(DESK);
    }
  });
}

test("texts are readable without JavaScript", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const [path, text] of [
    ["/framework/clarify", "Goal before model"],
    ["/framework/monitor", "Feedback loops"],
    ["/cases/video-recommendation", "Start"],
    ["/grader", "Length only"],
    ["/lab/video", "ms"],
    ["/lab/search", "Matched words"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole("main")).toContainText(text);
  }
  await context.close();
});

test("an unknown address says so and leads on", async ({ page, faults }) => {
  faults.allow(/404/);
  const response = await page.goto("/no/such/page");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
});
