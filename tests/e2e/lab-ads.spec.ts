import type { Page } from "@playwright/test";
import { runLive } from "./support/lab";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support/test";

const ADS = "/lab/ads";
/** A log of a million and a half is simulated before the first answer. */
const FULL_WORLD_MS = 150_000;
/** Another log than the shipped models know: they are trained here, on few rows, in seconds. */
const SMALL = "impressions=40000&train-models=logistic-regression,dcn-v2&epochs=1&tower-epochs=1";

const auctionOf = (page: Page) => page.getByRole("region", { name: "The auction" });
const firstOf = (page: Page) => auctionOf(page).getByRole("listitem").first();
/** Title, advertiser, eCPM, bid, prediction and price of the winner. */
const winnerOf = (page: Page) => firstOf(page).locator("summary").innerText();

async function setSlider(page: Page, name: string, key: "Home" | "End"): Promise<void> {
  const slider = page.getByRole("slider", { name });
  await slider.focus();
  await slider.press(key);
}

test("run live, read why another ad won, and see what calibration and reserve do to the price", async ({
  page,
}) => {
  test.setTimeout(300_000);
  await page.goto(ADS);
  await expect(page.getByRole("heading", { name: "The ad shown" })).toBeVisible();
  await runLive(page, FULL_WORLD_MS);
  await expect(page.getByText(/live ads to 1 in/)).toBeVisible();
  const before = await winnerOf(page);

  await page.getByLabel("Model", { exact: true }).selectOption("base-rate");
  await expect(page).toHaveURL(/ranker=base-rate/);
  await expect(
    auctionOf(page).getByText(/With the knobs as shipped “.+” is shown\. Why not here/),
  ).toBeVisible();
  const second = auctionOf(page).getByRole("listitem").nth(1);
  await second.locator("summary").click();
  await expect(second.getByText("Why it lost")).toBeVisible();
  await expect(second.getByText(/Its eCPM is .+ below that of/)).toBeVisible();
  await expect(second.getByText("From prediction to probability")).toBeVisible();
  await expect(page).toHaveURL(/open=item-/);

  await page.getByRole("button", { name: "Step through this request" }).click();
  const steps = page.getByRole("tablist", { name: "Steps of this request" });
  await expect(steps.getByRole("tab", { selected: true })).toBeFocused();
  await steps.getByRole("tab", { selected: true }).press("End");
  await expect(steps.getByRole("tab", { selected: true })).toHaveAccessibleName(/^Auction/);
  await expectAccessible(page, "the ads lab with a story and a step open");

  await page.getByRole("button", { name: "Reset the knobs" }).click();
  await expect.poll(() => winnerOf(page)).toBe(before);
  await page.getByRole("region", { name: "Knobs" }).getByLabel("Calibration").selectOption("none");
  await page.getByLabel(/^Undo down-sampling/).uncheck();
  await expect(page).toHaveURL(/calibration=none&correction=off/);
  await expect.poll(() => winnerOf(page)).not.toBe(before);
  await page.getByRole("button", { name: "Reset the knobs" }).click();
  await expect.poll(() => winnerOf(page)).toBe(before);
  await setSlider(page, "Reserve", "End");
  await expect(page.getByRole("heading", { name: "Nothing is shown" })).toBeVisible();
});

test("train the ladder, cancel, train again", async ({ page }) => {
  test.setTimeout(420_000);
  await page.goto(`${ADS}?open=ladder`);
  await runLive(page, FULL_WORLD_MS);
  const panel = page.getByRole("tabpanel", { name: "Model ladder" });
  await expect(panel.getByRole("row", { name: /^True probabilities/ })).toBeVisible();
  const chooseFew = async () => {
    for (const name of ["Logistic regression with crosses", "Factorization machine", "MLP", "DCN-v2"])
      await panel.getByRole("checkbox", { name, exact: true }).uncheck();
    await setSlider(page, "Epochs", "Home");
  };
  const train = panel.getByRole("button", { name: "Train in this browser" });
  await chooseFew();
  await train.click();
  await panel.getByRole("button", { name: "Pause" }).click({ timeout: 60_000 });
  await panel.getByRole("button", { name: "Next step" }).click();
  await panel.getByRole("button", { name: "Cancel" }).click();
  await expect(train).toBeEnabled({ timeout: 60_000 });

  await chooseFew();
  await train.click();
  await expect(panel.getByRole("button", { name: "Back to the shipped models" })).toBeVisible({
    timeout: 180_000,
  });
  await expect(page).toHaveURL(/model=own/);
  await expect(panel.getByRole("row", { name: /^Logistic regression 0/ })).toBeVisible();
  await expect(panel.getByRole("row", { name: /^DCN-v2/ })).toBeHidden();
});

test("another person at another hour, and a prediction before the run", async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto(`${ADS}?${SMALL}`);
  await runLive(page, 120_000);
  const heading = page.getByRole("heading", { level: 2, name: / on / });
  const before = await heading.innerText();
  await page.getByRole("button", { name: "Another request" }).click();
  await page.getByLabel(/^Search by person/).fill("desktop");
  await page.getByRole("dialog").getByRole("listitem").nth(3).getByRole("button").click();
  await expect(heading).not.toHaveText(before);
  await expect(page).toHaveURL(/request=\d+/);
  await page.getByLabel("Device").selectOption("tablet");
  await page.getByLabel("Slot").selectOption("side");
  await setSlider(page, "Hour", "End");
  await expect(page).toHaveURL(/device=tablet&slot=side&hour=23/);
  await expect(page.getByText(/, side, tablet, .+\(changed\)/)).toBeVisible();
  await page.getByRole("button", { name: "Undo changes" }).click();
  await expect(page.getByText(/\(changed\)/)).toBeHidden();

  const question = page.getByRole("region", { name: "The question" });
  await question.getByRole("radio", { name: "Another ad" }).check();
  await question.getByRole("button", { name: "Commit and run it" }).click();
  await expect(question.getByText(/You said/)).toBeVisible();
});

test("calibration is measured, and a study is cancelled and run", async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto(`${ADS}?${SMALL}&study-rows=20000&open=calibration`);
  await runLive(page, 120_000);
  await page.getByRole("button", { name: "Draw the reliability curve" }).click();
  await expect(page.getByRole("img", { name: /^Reliability curve/ })).toBeVisible({ timeout: 60_000 });
  await page.getByRole("tab", { name: "Down-sampling" }).click();
  const study = page.getByRole("region", { name: "Down-sampling of negatives" });
  const measure = study.getByRole("button", { name: "Measure down-sampling" });
  await measure.click();
  await study.getByRole("button", { name: "Cancel" }).click();
  await expect(measure).toBeEnabled();
  await measure.click();
  await expect(study.getByRole("img", { name: /^Calibration by share/ })).toBeVisible({ timeout: 120_000 });
  await expect(
    study.getByRole("status").filter({ hasText: /times too high; the formula brings them to/ }),
  ).toBeVisible();
  await expectAccessible(page, "a study with its result");
});

test("the same address gives the same winners at the same prices", async ({ page, newDevice }) => {
  test.setTimeout(240_000);
  const address = `${ADS}?${SMALL}&hour=9&reserve=1&places=2&exploration=1`;
  await page.goto(address);
  await runLive(page, 120_000);
  const here = await auctionOf(page).locator("summary").allInnerTexts();
  const other = await newDevice();
  await other.goto(address);
  await runLive(other, 120_000);
  expect(await auctionOf(other).locator("summary").allInnerTexts()).toEqual(here);
  expect(here.length).toBeGreaterThan(2);
});

test("works on a phone", async ({ newDevice }) => {
  test.setTimeout(180_000);
  const phone = await newDevice({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await phone.goto(`${ADS}?${SMALL}`);
  await runLive(phone, 120_000);
  await expectNoSidewaysScroll(phone, "the ads lab");
  await phone.getByRole("button", { name: /^Auction: / }).click();
  await setSlider(phone, "Places to fill", "End");
  await expect(phone.getByRole("heading", { name: "The ads shown" })).toBeVisible();
  await phone.getByRole("tab", { name: "Model ladder" }).click();
  await expectNoSidewaysScroll(phone, "the model ladder");
  await expectAccessible(phone, "the ads lab on a phone");
});
