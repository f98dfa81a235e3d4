// @vitest-environment node
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "../backend/start-backend";
import { indexMeasurementSchema } from "../workers/bench-schemas";
import { trainOptionsSchema, WORLD_CALLS, worldOptionsSchema } from "../workers/calls/world-calls";
import { BASE_VARIANT } from "./compare";
import { VideoEngine } from "./engine";
import { ABLATIONS, DEFAULT_KNOBS, type KnobsInput, knobsSchema } from "./knobs";

const context = { report: () => {}, checkpoint: async () => {} };
const audience = { kind: "user" as const, userId: 7 };
const knobsOf = (input: KnobsInput) => knobsSchema.parse(input);
const training = trainOptionsSchema.parse({ twoTowerEpochs: 1, rankerEpochs: 1, rankers: ["fm", "dcn-v2"] });

describe("an engine on a small world", () => {
  const engine = new VideoEngine();
  let seconds: unknown;

  beforeAll(async () => {
    await startBackend({ folder: `${path.resolve(import.meta.dirname, "../../../public/wasm")}/` });
    await engine.createWorld(worldOptionsSchema.parse({ items: 2_000, users: 150 }), context);
    ({ seconds } = await engine.train(training, context));
  });

  it("says what is missing instead of failing somewhere inside", async () => {
    const fresh = new VideoEngine();
    expect(() => fresh.recommend(audience, DEFAULT_KNOBS)).toThrow(/Make a world first/);
    expect(() => engine.recommend(audience, knobsOf({ ranker: "mlp" }))).toThrow(/not trained/);
    expect(() => engine.recommend(audience, knobsOf({ index: "lists" }))).toThrow(/lists/i);
  });

  it("keeps what it trained: the same training again is not run twice, another one is", async () => {
    const again = await engine.train(training, context);
    expect(again.seconds).toBe(seconds);
    expect(Object.keys(again.seconds.rankers).sort()).toEqual(["dcn-v2", "fm"]);
    expect(engine.exportModels().parameters.rankers.fm).toBeGreaterThan(0);
  });

  it("tells which pairs of features the chosen ranker crossed, strongest first", () => {
    const { slate } = engine.recommend(audience, knobsOf({ ranker: "fm" }));
    for (const { crosses } of slate) {
      expect(crosses.length).toBeGreaterThan(0);
      const sizes = crosses.map(({ logit }) => Math.abs(logit));
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    }
  });

  it("compares each part switched off with the request itself", async () => {
    const variants = ABLATIONS.map((part) => ({ id: part, knobs: knobsOf({ ablate: [part] }) }));
    const effects = await engine.compare(audience, DEFAULT_KNOBS, variants, context);
    expect(WORLD_CALLS.compare.result.safeParse(effects).success).toBe(true);
    const base = effects[0];
    expect(base).toMatchObject({ id: BASE_VARIANT, kept: 10, violations: 0, duplicates: 0 });
    expect(base?.slate).toEqual(engine.recommend(audience, DEFAULT_KNOBS).slate.map(({ card }) => card.item));
    expect(Math.min(...effects.map(({ kept }) => kept))).toBeLessThan(10);
  });

  it("finds what a filter would have removed", async () => {
    let violations = 0;
    for (let userId = 0; userId < 20; userId++) {
      const off = [{ id: "off", knobs: knobsOf({ ablate: ["filter"] }) }];
      const [base, open] = await engine.compare({ kind: "user", userId }, DEFAULT_KNOBS, off, context);
      expect(base?.violations).toBe(0);
      violations += open?.violations ?? 0;
    }
    expect(violations).toBeGreaterThan(0);
  });

  it("puts every item of the slate on the map, and the user among them", () => {
    const map = engine.map(audience, DEFAULT_KNOBS, 200);
    expect(WORLD_CALLS.map.result.safeParse(map).success).toBe(true);
    const places = map.points.flatMap(({ place }) => (place === null ? [] : [place]));
    expect(places.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(map.explained[0]).toBeGreaterThanOrEqual(map.explained[1]);
    expect(new Set(map.points.map(({ item }) => item)).size).toBe(map.points.length);
  });

  it("gives the same ten whether or not lists are built, and searches fewer rows with them", async () => {
    const before = engine.recommend(audience, DEFAULT_KNOBS).slate.map(({ card }) => card.item);
    const { lists } = await engine.prepareLists(16, context);
    expect(lists).toBe(16);
    expect(engine.recommend(audience, DEFAULT_KNOBS).slate.map(({ card }) => card.item)).toEqual(before);
    const { search } = engine.recommend(audience, knobsOf({ index: "lists", probes: 2 }));
    expect(search).toMatchObject({ kind: "lists", lists: 16, probes: 2 });
    expect(search.scanned).toBeLessThan(1_500);
    const everything = engine.recommend(audience, knobsOf({ index: "lists", probes: 16 }));
    expect(everything.slate.map(({ card }) => card.item)).toEqual(before);
  });

  it("measures more recall with more probes, and all of it with all lists", async () => {
    const measured = await engine.measureIndex({ queries: 20, k: 50, probes: [1, 4, 16] }, context);
    expect(indexMeasurementSchema.safeParse(measured).success).toBe(true);
    const recalls = measured.points.map(({ recall }) => recall);
    expect(recalls).toEqual([...recalls].sort((a, b) => a - b));
    expect(recalls.at(-1)).toBe(1);
  });

  it("holds no more after a hundred requests than before", () => {
    engine.recommend(audience, DEFAULT_KNOBS);
    const before = engine.memory();
    for (let userId = 0; userId < 100; userId++) engine.recommend({ kind: "user", userId }, DEFAULT_KNOBS);
    expect(engine.memory()).toEqual(before);
  });

  it("compares its rankers on the same held-out data", async () => {
    const compared = await engine.compareRankers(20, context);
    expect(Object.keys(compared).sort()).toEqual(["dcn-v2", "fm"]);
    for (const { clickLogLoss, ndcgAt10 } of Object.values(compared)) {
      expect(clickLogLoss).toBeGreaterThan(0);
      expect(ndcgAt10).toBeLessThanOrEqual(1);
    }
  });
});
