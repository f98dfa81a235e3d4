import type { Page } from "@playwright/test";
import { expect } from "./test";

/** Starts the pipeline, unless the address does, and waits until the knobs answer. */
export async function runLive(page: Page, timeout = 60_000): Promise<void> {
  const start = page.getByRole("button", { name: "Run it live" });
  await expect(async () => {
    if (await start.isVisible()) await start.click({ timeout: 1_000 });
    await expect(start).toBeHidden({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await expect(page.getByText("Live in this browser.")).toBeVisible({ timeout });
}
