// @vitest-environment node
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "../backend/start-backend";
import { ADS_CALLS } from "../workers/calls/ads-calls";
import { AdsEngine } from "./engine";
import { type AdKnobsInput, adKnobsSchema, DEFAULT_AD_KNOBS } from "./knobs";
import { adTrainOptionsSchema } from "./model-card";

const context = { report: () => {}, checkpoint: async () => {} };
const knobsOf = (input: AdKnobsInput) => adKnobsSchema.parse(input);
const WORLD = { seed: 3, impressions: 30_000 };
const TRAINING = adTrainOptionsSchema.parse({
  epochs: 1,
  negativeRate: 0.3,
  hashBits: 8,
  embeddingSize: 4,
  twoTowerEpochs: 1,
  models: ["logistic-regression", "dcn-v2"],
});

describe("an ads engine on a small world", () => {
  const engine = new AdsEngine();
  let trained: Awaited<ReturnType<AdsEngine["train"]>>;

  beforeAll(async () => {
    await startBackend({ folder: `${path.resolve(import.meta.dirname, "../../../public/wasm")}/` });
    await engine.createWorld(WORLD, context);
    trained = await engine.train(TRAINING, context);
  });

  const winnersOf = async (request: number, knobs = DEFAULT_AD_KNOBS) =>
    (await engine.request(request, knobs, context)).slate.map(({ card }) => card.ad);

  it("says what is missing instead of failing somewhere inside", async () => {
    const fresh = new AdsEngine();
    await expect(fresh.request(0, DEFAULT_AD_KNOBS, context)).rejects.toThrow(/Make a world first/);
    await expect(engine.request(0, knobsOf({ ranker: "mlp" }), context)).rejects.toThrow(/not trained/);
    await expect(engine.request(1e9, DEFAULT_AD_KNOBS, context)).rejects.toThrow(/no number/);
  });

  it("keeps the shapes that were agreed", async () => {
    expect(ADS_CALLS["ads-train"].result.safeParse(trained).error).toBeUndefined();
    const run = await engine.request(5, knobsOf({ slateSize: 3 }), context);
    expect(ADS_CALLS["ads-request"].result.safeParse(run).error).toBeUndefined();
    const profile = engine.describeRequest(5);
    expect(ADS_CALLS["ads-describe-request"].result.safeParse(profile).error).toBeUndefined();
  });

  it("trains the light ranker even when it is not asked for, and the base rate with all", () => {
    expect(engine.modelNames().sort()).toEqual([
      "base-rate",
      "dcn-v2",
      "logistic-regression",
      "logistic-regression-crosses",
    ]);
    expect(trained.ladder.rows.map(({ model }) => model)[0]).toBe("base-rate");
  });

  it("answers a request as the visitor changed it, and the request itself as before", async () => {
    const before = await engine.request(7, DEFAULT_AD_KNOBS, context);
    const edits = { device: "desktop", slot: "side", hour: 3 } as const;
    const knobs = knobsOf({ reserve: 0 });
    const side = await engine.request(7, knobs, context, edits);
    expect(side.request).toMatchObject({
      device: "desktop",
      slot: "side",
      hour: 3,
      user: before.request.user,
    });
    expect(engine.describeRequest(7, edits)).toMatchObject(side.request);
    const feed = await engine.request(7, knobs, context, { ...edits, slot: "feed" });
    expect(side.outcome.bestRevenue).toBeLessThan(feed.outcome.bestRevenue);
    const [base] = await engine.compare(7, knobs, [], context, edits);
    expect(base?.winners).toEqual(side.slate.map(({ card }) => card.ad));
    expect((await engine.request(7, DEFAULT_AD_KNOBS, context)).slate).toEqual(before.slate);
  });

  it("gives the same winners for the same request, before and after others", async () => {
    const before = await winnersOf(7, knobsOf({ slateSize: 4 }));
    for (let request = 0; request < 10; request++) await winnersOf(request);
    expect(await winnersOf(7, knobsOf({ slateSize: 4 }))).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
  });

  it("gives the same winners from the same seed in another session", async () => {
    const other = new AdsEngine();
    await other.createWorld(WORLD, context);
    await other.train(TRAINING, context);
    const run = await other.request(7, DEFAULT_AD_KNOBS, context);
    expect(run.slate.map(({ card }) => card.ad)).toEqual(await winnersOf(7));
  });

  it("never charges more than the bid, nor ranks a lower eCPM higher", async () => {
    for (let request = 0; request < 30; request++) {
      const { slate } = await engine.request(request, knobsOf({ slateSize: 4 }), context);
      const worth = slate.map(({ auction }) => auction?.eCpm ?? 0);
      expect(worth).toEqual([...worth].sort((a, b) => b - a));
      for (const { auction } of slate)
        expect(auction?.price).toBeLessThanOrEqual((auction?.bid ?? 0) * (auction?.pacing ?? 0) + 1e-9);
      expect(new Set(slate.map(({ card }) => card.advertiserId)).size).toBe(slate.length);
    }
  });

  it("tells every loser what it would have had to bid", async () => {
    const { others, slate } = await engine.request(3, DEFAULT_AD_KNOBS, context);
    const least = slate.at(-1)?.auction?.eCpm ?? 0;
    const losers = others.filter(({ left }) => left?.reason === "outbid");
    expect(losers.length).toBeGreaterThan(0);
    for (const { auction, prediction } of losers) {
      const { winningBid, pacing, quality } = auction ?? { winningBid: 0, pacing: 1, quality: 1 };
      const eCpm = 1000 * (winningBid ?? 0) * pacing * quality * (prediction?.explored ?? 0);
      expect(eCpm).toBeCloseTo(least, 4);
    }
  });

  it("predicts too many clicks when the sampling of negatives is not undone", async () => {
    const off = { calibration: "none", negativeCorrection: false } as const;
    const [with_, without] = [
      await engine.request(4, knobsOf({ calibration: "none" }), context),
      await engine.request(4, knobsOf(off), context),
    ];
    const rate = (run: typeof with_) => run.slate[0]?.prediction?.calibrated ?? 0;
    expect(rate(without)).toBeGreaterThan(rate(with_));
    expect(without.slate[0]?.prediction?.calibrated).toBeCloseTo(without.slate[0]?.prediction?.raw ?? 0, 5);
  });

  it("lets nothing win that does not reach the reserve", async () => {
    const { slate, others } = await engine.request(2, knobsOf({ reserve: 50 }), context);
    for (const { auction } of slate) expect(auction?.eCpm).toBeGreaterThanOrEqual(50);
    expect(others.some(({ left }) => left?.reason === "below-reserve")).toBe(true);
  });

  it("holds no more after a hundred requests than before", async () => {
    await winnersOf(0);
    const before = engine.memory();
    for (let request = 0; request < 100; request++) await winnersOf(request);
    expect(engine.memory()).toEqual(before);
  });

  it("is as it was after a training that is cancelled", async () => {
    await winnersOf(0);
    const before = { memory: engine.memory(), winners: await winnersOf(9), ladder: engine.currentLadder() };
    let checkpoints = 0;
    const cancelling = {
      report: () => {},
      checkpoint: async () => {
        if (++checkpoints > 12) throw new DOMException("cancelled", "AbortError");
      },
    };
    await expect(engine.train({ ...TRAINING, seed: 2 }, cancelling)).rejects.toThrow(/cancelled/);
    expect(await winnersOf(9)).toEqual(before.winners);
    expect(engine.currentLadder()).toBe(before.ladder);
    expect(engine.memory()).toEqual(before.memory);
  });

  it("compares each part switched off with the request itself", async () => {
    const variants = [{ id: "no filter", knobs: knobsOf({ ablate: ["filter"] }) }];
    const effects = await engine.compare(6, DEFAULT_AD_KNOBS, variants, context);
    expect(ADS_CALLS["ads-compare"].result.safeParse(effects).error).toBeUndefined();
    expect(effects[0]?.id).toBe("base");
    expect(effects[0]?.kept).toBe(effects[0]?.winners.length);
    expect(effects[1]?.eligible).toBeGreaterThanOrEqual(effects[0]?.eligible ?? 0);
  });
});
