import path from "node:path";
import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { createRandom, type Random } from "@/lib/random";
import { isBlocked } from "@/lib/worlds/video/logging-policy";
import { DEFAULT_VIDEO_WORLD, type VideoWorld } from "@/lib/worlds/video/types";
import { createVideoWorld, hashWorld } from "@/lib/worlds/video/world";
import { cutLog } from "@/tests/support/cut-log";
import { startBackend } from "../backend/start-backend";
import { chooseFresh } from "../reranking/reserve";
import { runPipeline } from "../run";
import { BagBuilder } from "../training/embedding-table";
import type { Audience } from "../workers/calls/world-calls";
import { findVideos, queryFor, userSummary } from "./cards";
import { explainRun } from "./explain";
import { createExplorationRetriever, topicChances } from "./exploration";
import { type KnobsInput, knobsSchema } from "./knobs";
import { loggedPart } from "./logged-part";
import { SOURCE_NAMES } from "./names";
import { createVideoPipeline } from "./pipeline";
import { planDays } from "./plan";
import { collectRankerExamples } from "./ranker-examples";
import { DENSE_NAMES } from "./ranker-features";
import { createTwoTowerRetriever } from "./retrievers";
import { prepareServing, type VideoServing } from "./serving";
import { type Recommendation, recommendationSchema } from "./trace";
import { trainVideoModels } from "./train";
import { createFreshRetriever, createSubscriptionsRetriever } from "./upload-retrievers";
import { packModels, unpackModels } from "./weights-file";

const SMALL = {
  ...DEFAULT_VIDEO_WORLD,
  items: 2_500,
  loggedItems: 1_500,
  users: 150,
  days: 14,
  watchesPerUser: 60,
};
const proceed = async () => {};
const world = createVideoWorld(SMALL);

async function trainSmall(world: VideoWorld): Promise<VideoServing> {
  const { models } = await trainVideoModels({
    world: loggedPart(world),
    random: createRandom(1),
    twoTowerEpochs: 1,
    rankerEpochs: 1,
    rankers: ["dcn-v2"],
    checkpoint: proceed,
    onPoint: () => {},
  });
  return prepareServing(world, planDays(world), models, proceed);
}

/** A way to ask: everything that requests share is made once. */
async function createAsker(serving: VideoServing) {
  const pipeline = await createVideoPipeline(serving, proceed);
  return {
    run: (audience: Audience, input: KnobsInput = {}) =>
      runPipeline(pipeline, queryFor(serving, audience), knobsSchema.parse(input)),
    recommend(userId: number, input: KnobsInput = {}) {
      const knobs = knobsSchema.parse(input);
      const query = queryFor(serving, { kind: "user", userId });
      return explainRun(serving, pipeline, query, knobs, runPipeline(pipeline, query, knobs), "test");
    },
  };
}
const userOf = (userId: number): Audience => ({ kind: "user", userId });

const itemsOf = (result: Recommendation) => result.slate.map(({ card }) => card.item);

describe("the video pipeline", () => {
  let serving: VideoServing;
  let asker: Awaited<ReturnType<typeof createAsker>>;

  beforeAll(async () => {
    await startBackend({ folder: `${path.resolve(import.meta.dirname, "../../../public/wasm")}/` });
    serving = await trainSmall(world);
    asker = await createAsker(serving);
  });

  it("gives the same training and slates for the same seed, and no held-out day has a part in either", async () => {
    const again = await trainSmall(cutLog(world, planDays(world).trainEnd));
    const [first, second] = [packModels(serving.models).bytes, packModels(again.models).bytes];
    expect(Buffer.compare(first, second)).toBe(0);
    const asked = await createAsker(again);
    for (const userId of [0, 7, 33])
      expect(itemsOf(asked.recommend(userId))).toEqual(itemsOf(asker.recommend(userId)));
    for (const { model } of Object.values(again.models.rankers)) model.dispose();
  });

  it("recommends nothing seen, withheld, repeated or over the creator cap, and tells a consistent story", () => {
    const { catalogue } = world;
    for (let userId = 0; userId < 40; userId++) {
      const result = asker.recommend(userId, { creatorCap: 1 });
      expect(recommendationSchema.safeParse(result).success).toBe(true);
      const items = itemsOf(result);
      const seen = new Set(queryFor(serving, { kind: "user", userId }).history);
      expect(new Set(items.map((item) => catalogue.creator[item])).size).toBe(items.length);
      expect(new Set(items.map((item) => catalogue.fingerprint[item])).size).toBe(items.length);
      for (const item of items) {
        expect(seen.has(item)).toBe(false);
        expect(catalogue.policy[item]).toBe(0);
        expect(catalogue.uploadDay[item]).toBeLessThanOrEqual(serving.day);
      }
      for (const [i, step] of result.steps.entries()) {
        if (i > 0) expect(step.itemsIn).toBe(result.steps[i - 1]?.itemsOut);
        const dropped = Object.values(step.drops).reduce((sum, count) => sum + (count ?? 0), 0);
        if (["filter", "rank", "rules", "diversify"].includes(step.step))
          expect(step.itemsIn - step.itemsOut).toBe(dropped);
      }
    }
  });

  it("obeys its knobs: sources switched off bring nothing, a slate has its size, lists must be there", () => {
    const ablate = SOURCE_NAMES.filter((source) => source !== "two-tower");
    const alone = asker.recommend(3, { ablate, slateSize: 5 });
    expect(alone.slate).toHaveLength(5);
    for (const { sources } of alone.slate) expect(sources.map(({ source }) => source)).toEqual(["two-tower"]);
    expect(() => asker.recommend(3, { index: "lists" })).toThrow(/no lists yet/);
  });

  it("meets the freshness quota whenever the candidates allow it", () => {
    const isFresh = (item: number) => serving.day - (world.catalogue.uploadDay[item] ?? 0) <= 7;
    for (let userId = 0; userId < 25; userId++)
      for (const knobs of [
        { freshQuota: 3, rankLimit: 10 },
        { freshQuota: 6, creatorCap: 1 },
        { freshQuota: 2, diversifier: "none" as const },
        { freshQuota: 2, ablate: ["diversify" as const] },
      ]) {
        const parsed = knobsSchema.parse({ ...knobs, freshDays: 7 });
        const run = asker.run(userOf(userId), parsed);
        const nature = {
          isFresh,
          contentOf: (item: number) => world.catalogue.fingerprint[item] ?? 0,
          groupOf: (item: number) => world.catalogue.creator[item] ?? 0,
        };
        const possible = chooseFresh(run.rankedOrder, nature, parsed.freshQuota, parsed.creatorCap);
        expect([...run.slate].filter(isFresh).length).toBeGreaterThanOrEqual(possible.length);
      }
  });

  it("shows nothing that is blocked in the user's region", () => {
    let removed = 0;
    for (let userId = 0; userId < 40; userId++) {
      const region = world.users.region[userId] ?? 0;
      const run = asker.run(userOf(userId));
      expect([...run.slate].filter((item) => isBlocked(world.catalogue, item, region))).toEqual([]);
      removed += [...run.left.values()].filter(({ reason }) => reason === "region").length;
    }
    expect(removed).toBeGreaterThan(0);
  });

  it("draws the same little-shown videos for the same request, others for another user, with chances that sum to 1", () => {
    const exploration = createExplorationRetriever(serving);
    const draw = (userId: number) => exploration.retrieve(queryFor(serving, { kind: "user", userId }), 20);
    expect(draw(3)).toEqual(draw(3));
    expect([...draw(3).items]).not.toEqual([...draw(4).items]);
    for (const item of draw(3).items) expect(serving.counters.shown(item)).toBeLessThan(5);
    const chances = topicChances([0.5, 0.5, 0, 0], [3, 0, 2, 1]);
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
    expect(chances[1]).toBe(0);
    expect(chances[3]).toBeGreaterThan(0);
  });

  it("offers only uploads of followed creators as subscriptions, and only recent ones as fresh", () => {
    const { catalogue } = world;
    const followers = Array.from({ length: 150 }, (_, userId) =>
      queryFor(serving, { kind: "user", userId }),
    ).filter(({ subscriptions }) => subscriptions.length > 0);
    expect(followers.length).toBeGreaterThan(10);
    for (const query of followers) {
      const { items, scores } = createSubscriptionsRetriever(serving).retrieve(query, 30);
      const followed = new Set(query.subscriptions);
      expect([...items].every((item) => followed.has(catalogue.creator[item] ?? -1))).toBe(true);
      expect([...scores]).toEqual([...scores].sort((a, b) => b - a));
      expect(userSummary(serving, query.userId ?? 0).subscriptions).toBe(followed.size);
      for (const item of createFreshRetriever(serving).retrieve(query, 30).items) {
        const age = serving.day - (catalogue.uploadDay[item] ?? 0);
        expect(age).toBeGreaterThanOrEqual(0);
        expect(age).toBeLessThanOrEqual(7);
      }
    }
  });

  it("finds no video of the future, however deep it searches", () => {
    const query = queryFor(serving, { kind: "user", userId: 9 });
    const existing = world.catalogue.uploadDay.filter((day) => day <= serving.day).length;
    const { items } = createTwoTowerRetriever(serving, { index: "exact", probes: 1 }).retrieve(query, 1_000);
    expect(items.length).toBe(Math.min(1_000, existing));
    expect([...items].filter((item) => (world.catalogue.uploadDay[item] ?? 0) > serving.day)).toEqual([]);
  });

  it("encodes the catalogue as the towers do, bag by bag", () => {
    const bags = new BagBuilder();
    for (let item = 0; item < 2_500; item += 7) serving.towerFeatures.addItem(bags, item);
    const vectors = serving.models.tower.encodeItems(bags.bags());
    for (let i = 0; i * 7 < 2_500; i++) {
      const vector = serving.index.vector(i * 7);
      const wanted = vectors.subarray(i * 64, (i + 1) * 64);
      const dot = vector.reduce((sum, value, d) => sum + value * (wanted[d] ?? 0), 0);
      if ((world.catalogue.uploadDay[i * 7] ?? 0) > serving.day) expect(dot).toBe(0);
      else expect(dot).toBeGreaterThan(0.999 * Math.hypot(...vector));
    }
  });

  it("serves worlds of other sizes with the same models, and brings what nobody was ever shown", async () => {
    const larger = createVideoWorld({ ...SMALL, items: 6_000 });
    expect(hashWorld(larger)).toBe(hashWorld(world));
    const big = await prepareServing(larger, planDays(larger), serving.models, proceed);
    const bigAsker = await createAsker(big);
    let unseen = 0;
    for (let userId = 0; userId < 20; userId++) {
      const items = itemsOf(bigAsker.recommend(userId));
      expect(items).toHaveLength(10);
      unseen += items.filter((item) => item >= 2_500).length;
    }
    expect(unseen).toBeGreaterThan(0);
    const tail = { kind: "history" as const, history: [5_000, 5_001, 17] };
    expect(bigAsker.run(tail).slate).toHaveLength(10);
    big.index.close();
  });

  it("hides the past of a share of the training examples, and of none that measure", async () => {
    const { plan, watches, neighbours, towerFeatures, index, models } = serving;
    const sources = { world, watches, neighbours, tower: models.tower, towerFeatures, index };
    const impressions = DENSE_NAMES.indexOf("impression count");
    const shareOfUnshown = async (random: Random | null) => {
      const { count, dense } = await collectRankerExamples(
        sources,
        plan.towerEnd,
        plan.trainEnd,
        4_000,
        random,
        proceed,
      );
      const counts = Array.from({ length: count }, (_, i) => dense[i * DENSE_NAMES.length + impressions]);
      return counts.filter((shown) => shown === 0).length / count;
    };
    const natural = await shareOfUnshown(null);
    const withHidden = await shareOfUnshown(createRandom(2));
    expect(withHidden - natural).toBeGreaterThan(0.08);
    expect(withHidden - natural).toBeLessThan(0.3);
  });

  it("trades score for difference as lambda says: all score at 1, and more different slates the lower it is", () => {
    const diversityAt = (mmrLambda: number) => {
      let sum = 0;
      for (let userId = 0; userId < 15; userId++) {
        const { slate, after } = asker.run(userOf(userId), { mmrLambda, freshQuota: 0 });
        if (mmrLambda === 1) expect(slate).toEqual(after.get("rules")?.items.slice(0, 10));
        for (const a of slate) for (const b of slate) sum += 1 - serving.index.cosine(a, b);
      }
      return sum;
    };
    const [least, middle, most] = [diversityAt(1), diversityAt(0.75), diversityAt(0)];
    expect(middle).toBeGreaterThan(least);
    expect(most).toBeGreaterThan(middle);
  });

  it("finds videos by the words of title, topic, category and creator", () => {
    const [first] = findVideos(serving, "cooking", 5);
    expect(first?.category).toBe("Cooking");
    const words = first?.title ?? "";
    expect(findVideos(serving, words, 50).map(({ title }) => title)).toContain(words);
    expect(findVideos(serving, "cooking no-such-word", 5)).toEqual([]);
  });

  it("serves a visitor by an edited history alone", () => {
    const user = queryFor(serving, { kind: "user", userId: 5 });
    const run = asker.run({ kind: "history", history: Array.from(user.history).slice(-5) });
    expect(run.slate.length).toBeGreaterThan(0);
    expect(() => queryFor(serving, { kind: "history", history: [9_999_999] })).toThrow(/no video 9999999/);
  });

  it("stores its weights at a quarter of their size and gives nearly the same slates from them", async () => {
    const { manifest, bytes } = packModels(serving.models);
    const models = unpackModels(manifest, bytes.slice().buffer, serving.models.idRows);
    const restored = await prepareServing(world, planDays(world), models, proceed);
    const restoredAsker = await createAsker(restored);
    let common = 0;
    for (let userId = 0; userId < 20; userId++) {
      const original = new Set(itemsOf(asker.recommend(userId)));
      common += itemsOf(restoredAsker.recommend(userId)).filter((item) => original.has(item)).length;
    }
    expect(common / 200).toBeGreaterThan(0.9);
  });

  it("leaks no tensor over many requests", () => {
    asker.recommend(1);
    const before = memory().numTensors;
    for (let userId = 0; userId < 20; userId++) asker.recommend(userId);
    expect(memory().numTensors).toBe(before);
  });
});
