// @vitest-environment node
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "../../backend/start-backend";
import { ADS_CALLS } from "../../workers/calls/ads-calls";
import type { CallResult } from "../../workers/protocol";
import { AdsEngine } from "../engine";
import { DEFAULT_AD_KNOBS } from "../knobs";
import { adTrainOptionsSchema } from "../model-card";
import { createAdsCalls } from "../worker-calls";

const context = { report: () => {}, checkpoint: async () => {} };
const STUDIED = { model: "logistic-regression", rows: 3_000, seed: 1 } as const;

/** Every study through the worker's own table of calls, on a log so small that only shapes and bounds can be checked. */
describe("the studies on a small world", () => {
  const calls = createAdsCalls();
  const call = async <Name extends keyof typeof ADS_CALLS>(name: Name, params: unknown) => {
    const parsed = ADS_CALLS[name].params.parse(params);
    const value = await calls[name](parsed as never, context);
    return ADS_CALLS[name].result.parse(value) as CallResult<Name>;
  };

  beforeAll(async () => {
    await startBackend({ folder: `${path.resolve(import.meta.dirname, "../../../../public/wasm")}/` });
    await call("ads-create-world", { seed: 4, impressions: 20_000 });
    await call("ads-train", {
      ...adTrainOptionsSchema.parse({}),
      epochs: 1,
      models: ["logistic-regression"],
      negativeRate: 0.3,
      hashBits: 8,
      twoTowerEpochs: 1,
    });
  });

  it("needs a world, and models where it judges models", async () => {
    const fresh = createAdsCalls();
    const study = async () => fresh["ads-model-age"](STUDIED, context);
    await expect(study()).rejects.toThrow(/Make a world first/);
    expect(() => new AdsEngine().requireServing()).toThrow(/Make a world first/);
  });

  it("puts every impression into one bin and one slice of each kind", async () => {
    const judged = { model: "logistic-regression" };
    const { bins, rows, clicks } = await call("ads-reliability", { ...judged, bins: 5 });
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(rows);
    expect(bins.reduce((sum, bin) => sum + bin.clicks, 0)).toBe(clicks);
    const { slices, overall } = await call("ads-slices", judged);
    for (const by of ["device", "slot", "ad-age", "opted-out", "advertiser-size"]) {
      const own = slices.filter((slice) => slice.by === by);
      expect(own.reduce((sum, slice) => sum + slice.rows, 0)).toBe(overall.rows);
    }
  });

  it("predicts too many clicks from a sample of the negatives, unless it is corrected or weighted", async () => {
    const { points } = await call("ads-down-sampling", { ...STUDIED, rows: 16_000, rates: [0.05] });
    const ratioOf = (wanted: string) =>
      points[0]?.methods.find(({ correction }) => correction === wanted)?.quality.calibrationRatio ?? 0;
    expect(ratioOf("none")).toBeGreaterThan(5);
    expect(ratioOf("formula")).toBeLessThan(ratioOf("none") / 4);
    expect(ratioOf("weights")).toBeLessThan(ratioOf("none") / 4);
  });

  it("needs more memory and collides less with more rows", async () => {
    const { points } = await call("ads-hash-size", { ...STUDIED, bits: [4, 12] });
    const [small, large] = points;
    expect(large?.tableBytes).toBeGreaterThan(small?.tableBytes ?? 0);
    expect(large?.collided).toBeLessThan(small?.collided ?? 0);
  });

  it("loses fewer events in a longer window", async () => {
    for (const label of ["click", "conversion"] as const) {
      const { points } = await call("ads-join-window", { ...STUDIED, label, windowMinutes: [1, 60] });
      expect(points[1]?.lost).toBeLessThanOrEqual(points[0]?.lost ?? 0);
    }
  });

  it("tries each way to read what is missing and each encoding of ids", async () => {
    const { strategies, columns } = await call("ads-missing-values", STUDIED);
    expect(strategies.map(({ strategy }) => strategy)).toEqual(["drop", "mean", "indicator", "bucket"]);
    expect(strategies[0]?.rows).toBeLessThan(strategies[1]?.rows ?? 0);
    expect(columns.every(({ missing }) => missing > 0)).toBe(true);
    const { encodings } = await call("ads-encodings", STUDIED);
    const of = (name: string) => encodings.find(({ encoding }) => encoding === name);
    // A label that a row can see of itself is believed on the training rows.
    expect(of("target-leaky")?.train.auc).toBeGreaterThan(of("target-out-of-fold")?.train.auc ?? 1);
  });

  it("scores every day but the first before it is learnt, and lets a model age", async () => {
    const { days } = await call("ads-progressive", STUDIED);
    expect(days.map(({ day }) => day)).toEqual(Array.from({ length: 13 }, (_, i) => i + 1));
    const { points } = await call("ads-model-age", STUDIED);
    expect(points.map(({ ageDays }) => ageDays)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(points.at(-1)?.unknownAds).toBeGreaterThan(points[0]?.unknownAds ?? 1);
  });

  it("shows the winner's curse to grow with noise and with the crowd, and shading to take it back", async () => {
    const { simulated } = await call("ads-winners-curse", {
      model: "logistic-regression",
      eligible: [2, 60],
      noise: [0, 0.5],
      auctions: 60,
    });
    const of = (eligible: number, noise: number) =>
      simulated.find((point) => point.eligible === eligible && point.noise === noise);
    expect(of(60, 0)?.winners).toBeCloseTo(1, 6);
    // exp(0.5 E[max of 60 normals]); where ads differ in truth, errors decide less.
    expect(of(60, 0.5)?.equalAds).toBeCloseTo(Math.exp(0.5 * 2.3193), 2);
    expect(of(60, 0.5)?.winners).toBeLessThan(of(60, 0.5)?.equalAds ?? 0);
    expect(of(60, 0.5)?.winners).toBeGreaterThan(of(2, 0.5)?.winners ?? 9);
    expect(of(60, 0.5)?.winners).toBeGreaterThan(of(60, 0.5)?.all ?? 9);
    expect(of(60, 0.5)?.shaded).toBeLessThan(of(60, 0.5)?.winners ?? 0);
  });

  it("spends later with pacing than without", async () => {
    const { curves, paced, unpaced } = await call("ads-pacing", {
      requests: 200,
      knobs: { ...DEFAULT_AD_KNOBS, ranker: "logistic-regression" },
    });
    expect(curves.unpaced).toHaveLength(25);
    expect(curves.paced[0]).toBe(0);
    expect(curves.paced.at(-1)).toBeCloseTo(paced.spentShare, 9);
    expect(curves.paced[12]).toBeLessThanOrEqual((curves.unpaced[12] ?? 0) + 1e-9);
    expect(paced.exhaustedShare).toBeLessThanOrEqual(unpaced.exhaustedShare);
  });
});
