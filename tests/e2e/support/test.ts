/**
 * The browser test of this project: a page that reports a console error, an unhandled error, a violation of
 * the security policy or a request to anywhere else fails the test that opened it.
 */
import AxeBuilder from "@axe-core/playwright";
import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Locator,
  type Page,
} from "@playwright/test";

type Faults = { list: string[]; allow(pattern: RegExp): void };
type Fixtures = {
  faults: Faults;
  /** A page on another device: its own cookies and storage, watched like the first one. */
  newDevice(options?: BrowserContextOptions): Promise<Page>;
};

/** What the browser itself reports while it has no connection, or none to a server that was killed. */
export const NETWORK_FAULTS = /net::ERR|Failed to fetch|Failed to load resource/;

function watch(page: Page, faults: string[], ownOrigin: string): void {
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(ownOrigin) && !/^(data|blob|about):/.test(url))
      faults.push(`foreign request: ${url}`);
  });
}

export const test = base.extend<Fixtures>({
  faults: [
    async ({ context, baseURL }, use) => {
      const list: string[] = [];
      const allowed: RegExp[] = [];
      context.on("page", (page) => watch(page, list, baseURL ?? ""));
      await use({ list, allow: (pattern) => allowed.push(pattern) });
      expect(list.filter((fault) => !allowed.some((pattern) => pattern.test(fault)))).toEqual([]);
    },
    { auto: true },
  ],
  newDevice: async ({ browser, faults, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      context.on("page", (page) => watch(page, faults.list, baseURL ?? ""));
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

type Theme = "light" | "dark";
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules that a theme can break: all others read the document, which is the same in both. */
const RULES_OF_COLOUR = ["color-contrast", "link-in-text-block"];

async function expectNoViolations(page: Page, what: string, rules: "all" | "colour"): Promise<void> {
  // A full account of what is right, with a selector for every element, takes longer than finding what is wrong.
  const builder = new AxeBuilder({ page }).options({ resultTypes: ["violations"] });
  const { violations } = await (rules === "all" ? builder.withTags(TAGS) : builder.withRules(RULES_OF_COLOUR))
    // Evaluates in this page instead of a second one: no page here holds a frame, and it takes half the time.
    .setLegacyMode()
    // The drawn half of a formula is hidden from assistive technology and made of hundreds of boxes.
    .exclude(".katex-html")
    .analyze();
  const summary = violations.map(
    (violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(" ")).join(" | ")}`,
  );
  expect(summary, what).toEqual([]);
}

/** Nothing for axe to find in the light theme, and no fault of colour in the dark one. Leaves the page in the dark one. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  await expectAccessibleIn(page, what, "light");
  await paintIn(page, "dark");
  await expectNoViolations(page, `${what}, dark`, "colour");
}

export async function expectAccessibleIn(page: Page, what: string, theme: Theme): Promise<void> {
  await paintIn(page, theme);
  await expectNoViolations(page, `${what}, ${theme}`, "all");
}

/** Without motion, and with every transition at its end: a colour on its way from one theme to the other is none. */
async function paintIn(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
  await page.evaluate(() => {
    // What inherits a colour starts its own transition when that colour is there; the browser halts those out of sight.
    const running = () => document.getAnimations().filter((each) => each instanceof CSSTransition);
    for (let depth = 0; depth < 10 && running().length > 0; depth++)
      for (const each of running()) each.finish();
  });
}

/**
 * Until the page's scripts have taken over this control: what is drawn by the server is there before, and a key that is
 * pressed then does nothing.
 */
export async function expectLive(control: Locator): Promise<void> {
  const isReact = () =>
    control.evaluate((element) => Object.keys(element).some((key) => key.startsWith("__reactProps")));
  await expect.poll(isReact).toBe(true);
  // Effects, which listen for keys, follow the frame that they belong to.
  await control.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

/** Nothing but figures may be wider than the window. */
export async function expectNoSidewaysScroll(page: Page, what: string): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${what} scrolls sideways`).toBeLessThanOrEqual(0);
}

export { expect };
