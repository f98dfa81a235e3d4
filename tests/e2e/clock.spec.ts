/** The clock tells the time when it matters, and not more often. */
import { expectSaved, startInterview } from "./support/interview";
import { expect, NETWORK_FAULTS, test } from "./support/test";

test("the time left is announced at ten, five and one minute only, and can be hidden", async ({
  page,
  context,
  faults,
}) => {
  faults.allow(NETWORK_FAULTS);
  await page.clock.install();
  await startInterview(page, "Exam");
  await expectSaved(page);
  // The page's clock is run ahead; the server, which would set it right, is out of reach.
  await context.setOffline(true);
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const region = document.querySelector("main")?.parentElement?.querySelector(":scope > [role=status]");
    if (region)
      new MutationObserver(() => said.push(region.textContent ?? "")).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
  });
  for (let minute = 0; minute < 44; minute++) await page.clock.runFor(60_000);
  // The last minute is drawn a moment after the clock says so.
  const timesSaid = async () => {
    const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
    return said.filter((text) => text.includes("left"));
  };
  await expect.poll(timesSaid).toEqual(["10 minutes left.", "5 minutes left.", "1 minute left."]);
  await page.getByRole("button", { name: "Hide time" }).click();
  await expect(page.getByRole("timer")).toHaveCount(0);
});
