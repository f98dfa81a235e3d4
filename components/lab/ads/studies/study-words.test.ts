import { expect, it } from "vitest";
import { describeReliability } from "@/components/lab/ads/calibration/reliability-figure";
import { describeSlices } from "@/components/lab/ads/calibration/slices-figure";
import { describeLadder } from "@/components/lab/ads/ladder/ladder-table";
import type { AdQuality } from "@/lib/pipeline/ads/model-card";
import { describeDownSampling } from "./down-sampling";
import { describeEncodings } from "./encodings";
import { describeHashSizes } from "./hash-size";
import { describeJoinWindows } from "./join-window";
import { describeMissing } from "./missing-values";
import { describeModelAge } from "./model-age";
import { describePacing } from "./pacing";
import { describeCurse } from "./winners-curse";

const quality = (part: Partial<AdQuality> = {}): AdQuality => ({
  logLoss: 0.05,
  normalizedEntropy: 0.9,
  auc: 0.75,
  calibrationRatio: 1,
  ece: 0.0004,
  ...part,
});
const row = { rows: 1_000, parameters: 10, seconds: 1, quality: quality() };

it("says what down-sampling does at its lowest rate, and what the formula makes of it", () => {
  const point = (rate: number, none: number) => ({
    rate,
    rows: 100_000 * rate,
    clickRate: 0.1,
    methods: [
      { correction: "none" as const, quality: quality({ calibrationRatio: none }), seconds: 1 },
      { correction: "formula" as const, quality: quality({ calibrationRatio: 1.02 }), seconds: 1 },
    ],
  });
  expect(
    describeDownSampling({ points: [point(0.1, 9), point(1, 1), point(0.01, 62.4)], truth: quality() }),
  ).toBe(
    "With 1.0 % of the negatives, 1,000 instead of 100,000 rows, predictions are 62.4 times too high; the formula brings them to 1.02 ×.",
  );
});

it("finds the smallest table that loses nothing", () => {
  const point = (rows: number, normalizedEntropy: number) => ({
    ...row,
    rows,
    collided: 0.5,
    tableBytes: rows * 36,
    quality: quality({ normalizedEntropy }),
  });
  const said = describeHashSizes({
    values: 9_000,
    points: [point(64, 0.99), point(4_096, 0.9), point(65_536, 0.9)],
    truth: quality(),
  });
  expect(said).toContain("4,096 rows (147 KB) predict as well as 65,536");
  expect(said).toContain("64 rows cost 10.0 % of NE");
});

it("names the window that is best, the leak that is widest, and the gap that says most", () => {
  const window = (windowMinutes: number, lost: number, normalizedEntropy: number) => ({
    windowMinutes,
    lost,
    normalizedEntropy,
    calibrationRatio: 1 - lost,
    correctedEntropy: 0.9,
    delayMinutes: windowMinutes,
    rows: 9,
  });
  expect(describeJoinWindows({ label: "click", points: [window(30, 0, 0.9), window(1, 0.6, 0.95)] })).toBe(
    "A window of 1 min loses 60 % of the clicks, and the model predicts 0.40 × of them. NE is lowest with 30 min; the newest row is then 30 min old.",
  );
  const encoding = (name: "one-hot" | "target-leaky", train: number, later: number) => ({
    ...row,
    encoding: name,
    train: quality({ normalizedEntropy: train }),
    quality: quality({ normalizedEntropy: later }),
  });
  expect(
    describeEncodings({
      encodings: [encoding("one-hot", 0.89, 0.9), encoding("target-leaky", 0.6, 1.1)],
      truth: quality(),
    }),
  ).toContain("“Click rate of all rows (leaks)” looks like 0.600 in training and is 1.100 on later days");
  const column = (name: string, clickRateMissing: number) => ({
    name,
    missing: 0.2,
    clickRateMissing,
    clickRatePresent: 0.01,
  });
  const missing = describeMissing({
    columns: [column("Price", 0.011), column("Click rate of the user", 0.004)],
    strategies: [
      { ...row, strategy: "mean" },
      { ...row, strategy: "bucket", quality: quality({ normalizedEntropy: 0.88 }) },
    ],
    truth: quality(),
  });
  expect(missing).toContain(
    "“A bucket of their own” is best with an NE of 0.8800, “fill with the mean” worst",
  );
  expect(missing).toContain("Where “Click rate of the user” is missing, 0.4 % are clicked");
});

it("measures the winner’s curse where most take part, and the age of a model at its oldest", () => {
  const point = (eligible: number, winners: number) => ({
    eligible,
    auctions: 300,
    winners,
    all: 1.01,
    shaded: 1.02,
    interval: { low: 1, high: 2 },
  });
  expect(
    describeCurse({
      simulated: [],
      model: [point(2, 1.1), point(500, 1.6)],
      revenue: { plain: 8, shaded: 8.2, best: 10 },
      shading: { slope: 0.8, intercept: 0 },
    }),
  ).toContain("Among 500 ads the winner is predicted 1.60 × its true click rate");
  const age = (ageDays: number, logLoss: number) => ({
    ageDays,
    rows: 9,
    frozen: quality({ logLoss }),
    fresh: quality(),
    truth: quality(),
    unknownAds: 0.1 * ageDays,
  });
  expect(describeModelAge({ points: [age(1, 0.05), age(5, 0.055)] })).toContain(
    "After 5 days the frozen model’s log loss is 10.0 % above",
  );
});

it("tells what pacing does to campaigns, prices and worth", () => {
  const day = {
    requests: 9,
    filled: 9,
    revenue: 5,
    clicks: 4,
    value: 130,
    pricePerClick: 0.9,
    spentShare: 0.9,
    exhaustedShare: 0.02,
  };
  const unpaced = { ...day, exhaustedShare: 0.4, pricePerClick: 1.1, value: 120 };
  const said = describePacing({
    hours: [],
    curves: { requests: [], paced: [], unpaced: [] },
    campaigns: [],
    paced: day,
    unpaced,
  });
  expect(said).toContain("Without pacing 40 % of the campaigns run out");
  expect(said).toContain("A click costs 0.90 instead of 1.10");
});

it("counts bins and slices that are off by more than chance", () => {
  const bin = (meanPrediction: number) => ({
    count: 100,
    clicks: 1,
    from: 0,
    to: 1,
    meanPrediction,
    observedRate: 0.01,
    interval: { low: 0.008, high: 0.012 },
    meanTruth: 0.01,
  });
  expect(
    describeReliability({
      rows: 200,
      clicks: 2,
      quality: quality(),
      truth: quality(),
      bins: [bin(0.01), bin(0.02)],
    }),
  ).toContain("1 of 2 bins disagrees");
  const slice = (name: string, ratio: number) => ({
    by: "device" as const,
    name,
    rows: 9,
    clicks: 9,
    ratio,
    truthRatio: ratio,
    interval: { low: ratio - 0.1, high: ratio + 0.1 },
    normalizedEntropy: 0.9,
  });
  expect(
    describeSlices({ overall: slice("", 1), slices: [slice("phone", 1.05), slice("desktop", 1.3)] }),
  ).toContain("1 of 2 slices is off by more than chance; furthest is “Device: desktop” with 1.30 ×");
});

it("says who leads the ladder and what the crosses are worth", () => {
  const rung = (model: "dcn-v2" | "logistic-regression", logLoss: number, overTruth: number) => ({
    ...quality({ logLoss }),
    model,
    overTruth,
    expectedOverTruth: overTruth,
    parameters: 1,
    seconds: 1,
    calibration: "platt" as const,
  });
  const ladder = {
    rows: [rung("logistic-regression", 0.054, 0.08), rung("dcn-v2", 0.051, 0.02)],
    truth: quality(),
    testRows: 1,
    testClicks: 1,
    trainRows: 1,
    trainImpressions: 1,
  };
  expect(describeLadder(ladder)).toBe(
    "DCN-v2 is best: its log loss is 2.0 % above that of the true probabilities. Logistic regression, which knows no pairs of features, is 8.0 % above.",
  );
});
