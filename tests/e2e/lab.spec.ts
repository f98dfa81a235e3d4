import { expect, test } from "./support/test";

test("the lab shows a run at once, runs it live, and keeps its state in the address", async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto("/lab/video");
  const shown = page.getByRole("heading", { name: "The 10 videos shown" });
  await expect(shown).toBeVisible();
  await page.getByRole("button", { name: "Run it live" }).click();
  await expect(page.getByRole("button", { name: "Cancel" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Cancel" })).toBeHidden({ timeout: 60_000 });
  await page.getByLabel("Diversity").selectOption("dpp");
  await expect(page).toHaveURL(/diversify=dpp/);
  await expect(shown).toBeVisible();
});
