/**
 * Every page of a class, as the one who has most to see on it and as a student: nothing for axe to find, nothing wider
 * than a phone. The pages come from the table of endpoints, their addresses and the work on them from the matrix's fixture.
 */
import { type Actor, ENDPOINTS } from "@/lib/auth/endpoints";
import { type ServedFixture, serveFixture } from "./support/served-fixture";
import { expect, expectAccessibleIn, expectNoSidewaysScroll, test } from "./support/test";

const PORT = Number(process.env.E2E_PORT ?? 3210) + 6;
const url = `http://localhost:${PORT}`;
const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const WALKERS = ["instructor", "student"] as const satisfies Actor[];

let fixture: ServedFixture;
// A fault is said with page, rule and element; a trace of pages this large costs a fifth of the time.
test.use({ baseURL: url, trace: "off" });
// One server, so one worker.
test.describe.configure({ mode: "default" });
test.beforeAll(async () => {
  test.setTimeout(120_000);
  fixture = await serveFixture(PORT);
});
test.afterAll(() => fixture?.stop());

function pathsOf(actor: Actor): string[] {
  const pages = Object.entries(ENDPOINTS).filter(([endpoint]) => endpoint.startsWith("page /classes"));
  return pages.flatMap(([endpoint, allowed]) => {
    const path = fixture.pages[endpoint]?.path ?? endpoint.slice("page ".length);
    expect(path, `tests/authorisation does not say what to ask of ${endpoint}`).not.toContain("[");
    return allowed.includes(actor) ? [path] : [];
  });
}

for (const actor of WALKERS)
  test(`axe finds nothing on any page of a class, and a phone is wide enough, as ${actor}`, async ({
    page,
    context,
  }) => {
    test.setTimeout(240_000);
    const [name = "", value = ""] = fixture.cookies[actor].split("=");
    await context.addCookies([{ name, value, url }]);
    const paths = pathsOf(actor);
    for (const [index, path] of paths.entries()) {
      await page.setViewportSize(DESKTOP);
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 }), path).toHaveCount(1);
      await expectAccessibleIn(page, path, index % 2 === 0 ? "light" : "dark");
      await page.setViewportSize(PHONE);
      await expectNoSidewaysScroll(page, path);
    }
  });
