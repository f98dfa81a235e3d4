import path from "node:path";
import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { createRandom, type Random } from "@/lib/random";
import { DEFAULT_VIDEO_WORLD } from "@/lib/worlds/video/types";
import { createVideoWorld, hashWorld } from "@/lib/worlds/video/world";
import { startBackend } from "../backend/start-backend";
import { type KnobsInput, knobsSchema } from "../knobs";
import { chooseFresh } from "../reranking/reserve";
import { runPipeline } from "../run";
import { recommendationSchema } from "../trace";
import { BagBuilder } from "../training/embedding-table";
import { SOURCE_NAMES } from "../types";
import { findVideos, queryFor, userSummary } from "./cards";
import { explainRun } from "./explain";
import { createExplorationRetriever, topicChances } from "./exploration";
import { loggedPart } from "./logged-part";
import { createVideoPipeline } from "./pipeline";
import { planDays } from "./plan";
import { collectRankerExamples } from "./ranker-examples";
import { DENSE_NAMES } from "./ranker-features";
import { createTwoTowerRetriever } from "./retrievers";
import { prepareServing, type VideoServing } from "./serving";
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

async function trainSmall(): Promise<VideoServing> {
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

function recommend(serving: VideoServing, userId: number, input: KnobsInput = {}) {
  const knobs = knobsSchema.parse(input);
  const query = queryFor(serving, { kind: "user", userId });
  const pipeline = createVideoPipeline(serving);
  return explainRun(serving, pipeline, query, knobs, runPipeline(pipeline, query, knobs), "test");
}

const itemsOf = (result: ReturnType<typeof recommend>) => result.slate.map(({ card }) => card.item);

describe("the video pipeline", () => {
  let serving: VideoServing;

  beforeAll(async () => {
    await startBackend({ folder: `${path.resolve(import.meta.dirname, "../../../public/wasm")}/` });
    serving = await trainSmall();
  });

  it("gives the same world, training and slate for the same seed", async () => {
    expect(hashWorld(createVideoWorld(SMALL))).toBe(hashWorld(world));
    const again = await trainSmall();
    for (const userId of [0, 7, 33])
      expect(itemsOf(recommend(again, userId))).toEqual(itemsOf(recommend(serving, userId)));
    again.models.tower.dispose();
  });

  it("recommends nothing seen, withheld, repeated or over the creator cap, and tells a consistent story", () => {
    const { catalogue } = world;
    for (let userId = 0; userId < 40; userId++) {
      const result = recommend(serving, userId, { creatorCap: 1 });
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
    const alone = recommend(serving, 3, { ablate, slateSize: 5 });
    expect(alone.slate).toHaveLength(5);
    for (const { sources } of alone.slate) expect(sources.map(({ source }) => source)).toEqual(["two-tower"]);
    expect(() => recommend(serving, 3, { index: "lists" })).toThrow(/no lists yet/);
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
        const query = queryFor(serving, { kind: "user", userId });
        const parsed = knobsSchema.parse({ ...knobs, freshDays: 7 });
        const run = runPipeline(createVideoPipeline(serving), query, parsed);
        const nature = {
          isFresh,
          contentOf: (item: number) => world.catalogue.fingerprint[item] ?? 0,
          creatorOf: (item: number) => world.catalogue.creator[item] ?? 0,
        };
        const possible = chooseFresh(run.rankedOrder, nature, parsed.freshQuota, parsed.creatorCap);
        expect([...run.slate].filter(isFresh).length).toBeGreaterThanOrEqual(possible.length);
      }
  });

  it("shows nothing that is blocked in the user's region", () => {
    const { blockedRegions } = world.catalogue;
    const isBlocked = (item: number, region: number) => (((blockedRegions[item] ?? 0) >>> region) & 1) === 1;
    let removed = 0;
    for (let userId = 0; userId < 40; userId++) {
      const query = queryFor(serving, { kind: "user", userId });
      const run = runPipeline(createVideoPipeline(serving), query, knobsSchema.parse({}));
      expect([...run.slate].filter((item) => isBlocked(item, query.region))).toEqual([]);
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
    let unseen = 0;
    for (let userId = 0; userId < 20; userId++) {
      const items = itemsOf(recommend(big, userId));
      expect(items).toHaveLength(10);
      unseen += items.filter((item) => item >= 2_500).length;
    }
    expect(unseen).toBeGreaterThan(0);
    const tail = { kind: "history" as const, history: [5_000, 5_001, 17] };
    expect(
      runPipeline(createVideoPipeline(big), queryFor(big, tail), knobsSchema.parse({})).slate.length,
    ).toBe(10);
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

  it("finds videos by the words of title, topic, category and creator", () => {
    const [first] = findVideos(serving, "cooking", 5);
    expect(first?.category).toBe("Cooking");
    const words = first?.title ?? "";
    expect(findVideos(serving, words, 50).map(({ title }) => title)).toContain(words);
    expect(findVideos(serving, "cooking no-such-word", 5)).toEqual([]);
  });

  it("serves a visitor by an edited history alone", () => {
    const user = queryFor(serving, { kind: "user", userId: 5 });
    const visitor = queryFor(serving, { kind: "history", history: Array.from(user.history).slice(-5) });
    const run = runPipeline(createVideoPipeline(serving), visitor, knobsSchema.parse({}));
    expect(run.slate.length).toBeGreaterThan(0);
    expect(() => queryFor(serving, { kind: "history", history: [9_999_999] })).toThrow(/no video 9999999/);
  });

  it("stores its weights at a quarter of their size and gives nearly the same slates from them", async () => {
    const { manifest, bytes } = packModels(serving.models);
    const models = unpackModels(manifest, bytes.slice().buffer, serving.models.idRows);
    const restored = await prepareServing(world, planDays(world), models, proceed);
    let common = 0;
    for (let userId = 0; userId < 20; userId++) {
      const original = new Set(itemsOf(recommend(serving, userId)));
      common += itemsOf(recommend(restored, userId)).filter((item) => original.has(item)).length;
    }
    expect(common / 200).toBeGreaterThan(0.9);
  });

  it("leaks no tensor over many requests", () => {
    recommend(serving, 1);
    const before = memory().numTensors;
    for (let userId = 0; userId < 20; userId++) recommend(serving, userId);
    expect(memory().numTensors).toBe(before);
  });
});
