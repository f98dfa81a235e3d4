/** What every page has: the palette, the keys, the theme. */
import { conversation, startInterview } from "./support/interview";
import { expect, expectLive, test } from "./support/test";

test("the command palette finds a heading of a chapter and goes there", async ({ page }) => {
  await page.goto("/cases");
  await page.keyboard.press("Control+k");
  const search = page.getByRole("dialog", { name: "Search" }).getByRole("combobox");
  await expect(search).toBeFocused();
  await page.keyboard.type("objectives that compete");
  await expect(page.getByRole("option", { name: /Objectives that compete/i }).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/framework\/frame#objectives-that-compete$/);
  await expect(page.getByRole("heading", { name: /^Objectives that compete/i })).toBeInViewport();
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("the palette does things, too, and Escape closes it and gives the focus back", async ({ page }) => {
  await page.goto("/cases");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("dialog", { name: "Search" }).getByRole("combobox")).toBeFocused();
  await page.keyboard.type("dark theme");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("dialog", { name: "Search" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Search" })).toBeFocused();
});

test("the chosen theme lasts over a reload and is there before the first paint", async ({ page }) => {
  // Runs when the body begins, after the theme's own script and before anything is drawn.
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (!document.body) return;
      Object.assign(window, { themeAtFirstPaint: document.documentElement.dataset.theme ?? "none" });
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  const atFirstPaint = () => page.evaluate(() => Reflect.get(window, "themeAtFirstPaint"));
  const html = page.locator("html");
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/framework");
  expect(await atFirstPaint()).toBe("light");
  await page.getByRole("radio", { name: "Dark theme" }).check();
  await expect(html).toHaveAttribute("data-theme", "dark");
  await page.reload();
  expect(await atFirstPaint()).toBe("dark");
  await expect(page.getByRole("radio", { name: "Dark theme" })).toBeChecked();
  await page.getByRole("radio", { name: "Theme of the system" }).check();
  await expect(html).toHaveAttribute("data-theme", "light");
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(html).toHaveAttribute("data-theme", "dark");
});

test("a question mark shows the shortcuts, but not while somebody types", async ({ page }) => {
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await page.goto("/");
  await expectLive(page.getByRole("button", { name: "Search" }));
  await page.keyboard.press("?");
  await expect(sheet).toBeVisible();
  await expect(sheet).toContainText("Search pages, chapters, cases and actions");
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await page.keyboard.press("g");
  await page.keyboard.press("f");
  await expect(page).toHaveURL(/\/framework$/);

  await startInterview(page, "Coach");
  await page.getByLabel("Ask the interviewer").focus();
  await page.keyboard.type("g f?");
  await expect(page.getByLabel("Ask the interviewer")).toHaveValue("g f?");
  await expect(conversation(page)).toBeVisible();
  await expect(sheet).toBeHidden();
});
