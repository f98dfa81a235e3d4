import path from "node:path";
import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { DEFAULT_VIDEO_WORLD } from "@/lib/worlds/video/types";
import { createVideoWorld, hashWorld } from "@/lib/worlds/video/world";
import { startBackend } from "../backend/start-backend";
import { type KnobsInput, knobsSchema } from "../knobs";
import { runPipeline } from "../run";
import { recommendationSchema } from "../trace";
import { queryFor } from "./cards";
import { explainRun } from "./explain";
import { createVideoPipeline } from "./pipeline";
import { planDays } from "./plan";
import { prepareServing, type VideoServing } from "./serving";
import { trainVideoModels } from "./train";
import { packModels, unpackModels } from "./weights-file";

const SMALL = { ...DEFAULT_VIDEO_WORLD, items: 1_500, users: 150, days: 14, watchesPerUser: 60 };
const proceed = async () => {};
const world = createVideoWorld(SMALL);

async function trainSmall(): Promise<VideoServing> {
  const { models } = await trainVideoModels({
    world,
    random: createRandom(1),
    twoTowerEpochs: 1,
    rankerEpochs: 1,
    checkpoint: proceed,
    onPoint: () => {},
  });
  return prepareServing(world, planDays(world), models, proceed);
}

function recommend(serving: VideoServing, userId: number, input: KnobsInput = {}) {
  const knobs = knobsSchema.parse(input);
  const query = queryFor(serving, { kind: "user", userId });
  const run = runPipeline(createVideoPipeline(serving), query, knobs);
  return explainRun(serving, query, knobs, run, "test");
}

const itemsOf = (result: ReturnType<typeof recommend>) => result.slate.map(({ card }) => card.item);

describe("the video pipeline", () => {
  let serving: VideoServing;

  beforeAll(async () => {
    await startBackend(`${path.resolve(import.meta.dirname, "../../../public/wasm")}/`);
    serving = await trainSmall();
  });

  it("gives the same world, training and slate for the same seed", async () => {
    expect(hashWorld(createVideoWorld(SMALL))).toBe(hashWorld(world));
    const again = await trainSmall();
    for (const userId of [0, 7, 33])
      expect(itemsOf(recommend(again, userId))).toEqual(itemsOf(recommend(serving, userId)));
    again.models.tower.dispose();
    again.models.ranker.model.dispose();
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

  it("obeys its knobs: a source switched off brings nothing, a quota is met, a slate has its size", () => {
    const alone = recommend(serving, 3, { ablate: ["item-to-item", "popularity", "fresh"], slateSize: 5 });
    expect(alone.slate).toHaveLength(5);
    for (const { sources } of alone.slate) expect(sources.map(({ source }) => source)).toEqual(["two-tower"]);
    const fresh = recommend(serving, 3, { freshQuota: 3, freshDays: 7, candidates: { fresh: 100 } });
    const available = [...fresh.slate, ...fresh.others].filter(
      ({ card, position }) => card.ageDays <= 7 && position.ruled !== null,
    );
    const shown = fresh.slate.filter(({ card }) => card.ageDays <= 7).length;
    expect(shown).toBeGreaterThanOrEqual(Math.min(3, available.length));
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
