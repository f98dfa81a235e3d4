import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { gradeOf } from "@/lib/worlds/search/grades";
import { startBackend } from "../backend/start-backend";
import { SEARCH_WORLD_CALLS } from "../workers/calls/search-world-calls";
import * as cards from "./cards";
import { ProductSearchEngine, type SearchContext } from "./engine";
import { DEFAULT_SEARCH_KNOBS, searchKnobsSchema } from "./knobs";
import { searchMetricsSchema } from "./measures";
import { searchTraceSchema } from "./trace";

const quiet: SearchContext = { checkpoint: async () => undefined, report: () => undefined };
const options = { seed: 3, products: 1_000, clickModel: "pbm" as const };
const training = { seed: 1, epochs: 1, labels: "grades" as const, ranker: "lambdarank" as const };
const engine = new ProductSearchEngine();
const knobs = DEFAULT_SEARCH_KNOBS;
const queryIds = [0, 5, 40, 200, 400];

/** Cancels at the n-th checkpoint. */
function cancelAfter(count: number): SearchContext {
  let left = count;
  return {
    report: () => undefined,
    checkpoint: async () => {
      if (left-- <= 0) throw new DOMException("cancelled", "AbortError");
    },
  };
}
/** Cancels at the first checkpoint after an activity that begins like this was reported. */
function cancelWhile(activity: string): SearchContext {
  let isReached = false;
  return {
    report(now) {
      isReached ||= now.startsWith(activity);
    },
    checkpoint: async () => {
      if (isReached) throw new DOMException("cancelled", "AbortError");
    },
  };
}
const search = (queryId: number, changed: object = {}) =>
  engine.search({ kind: "query", queryId }, searchKnobsSchema.parse(changed));
const itemsOf = ({ slate }: ReturnType<typeof search>) => slate.map(({ card }) => card.item);

beforeAll(async () => {
  await startBackend({ folder: `${path.resolve(import.meta.dirname, "../../../public/wasm")}/` });
  await engine.createWorld(options, quiet);
  const { metrics, curve } = await engine.train(training, quiet);
  searchMetricsSchema.parse(metrics);
  expect(curve.length).toBeGreaterThan(2);
}, 60_000);

describe("a search", () => {
  it("tells a trace that fits its schema, whose contributions sum up to the score and whose terms sum up to BM25", () => {
    for (const queryId of queryIds) {
      const trace = searchTraceSchema.parse(search(queryId));
      expect(trace.slate.length).toBeGreaterThan(0);
      for (const hit of trace.slate) {
        const sum = hit.features.reduce(
          (all, { contribution }) => all + contribution,
          hit.base + hit.remainder,
        );
        expect(sum).toBeCloseTo(hit.heads?.relevance ?? Number.NaN, 3);
        expect(hit.terms.reduce((all, { contribution }) => all + contribution, 0)).toBeCloseTo(hit.bm25, 4);
        expect(hit.grade).toBe(gradeOf(engine.requireScene().world, queryId, hit.card.item));
      }
    }
  });

  it("gives the same page for the same words, typed or chosen", () => {
    const { text } = search(5);
    const typed = engine.search({ kind: "text", text: ` ${text.toUpperCase()} ` }, knobs);
    expect(itemsOf(typed)).toEqual(itemsOf(search(5)));
    expect(typed.query?.queryId).toBe(5);
  });

  it("holds nothing that is sold out or stuffed, no copies, and few products of one seller", () => {
    const { columns } = engine.requireScene();
    for (const queryId of queryIds) {
      const trace = search(queryId, { sellerCap: 1 });
      const items = itemsOf(trace);
      expect(trace.slate.every(({ card }) => card.inStock)).toBe(true);
      expect(items.some((item) => columns.isStuffed[item])).toBe(false);
      expect(new Set(items.map((item) => columns.content[item])).size).toBe(items.length);
      expect(new Set(trace.slate.map(({ card }) => card.sellerId)).size).toBe(items.length);
    }
    const unfiltered = queryIds.map((queryId) => search(queryId, { ablate: ["filter"], slateSize: 50 }));
    expect(unfiltered.some(({ slate }) => slate.some(({ card }) => !card.inStock))).toBe(true);
  });

  it("asks no source that is switched off, and lets a boost move what it names", () => {
    const { sources } = search(0, { ablate: ["two-tower"] });
    expect(sources.find(({ source }) => source === "two-tower")?.returned).toBe(0);
    const boosted = search(0, { boosts: { popularity: 2 } });
    expect(boosted.slate.flatMap(({ moves }) => moves).some(({ reason }) => reason === "boost")).toBe(true);
  });

  it("answers words that nothing holds, and no words at all, with what it has", () => {
    expect(engine.search({ kind: "text", text: "" }, knobs).slate).toEqual([]);
    expect(engine.search({ kind: "text", text: "qqzzxx" }, knobs).quality).toBeNull();
  });
});

describe("a session", () => {
  it("holds no more tensors after a hundred searches", () => {
    search(1);
    const before = engine.memory();
    for (let i = 0; i < 100; i++) search(i);
    expect(engine.memory()).toEqual(before);
  });

  it("is left as it was by a training or a world that was cancelled", async () => {
    const before = { items: itemsOf(search(40)), memory: engine.memory() };
    for (const steps of [1, 5, 9]) {
      const other = { ...training, seed: 2 };
      await expect(engine.train(other, cancelAfter(steps))).rejects.toThrow("cancelled");
    }
    await expect(engine.train({ ...training, ranker: "linear" }, cancelAfter(2))).rejects.toThrow(
      "cancelled",
    );
    await expect(engine.train({ ...training, ranker: "linear" }, cancelWhile("Measuring"))).rejects.toThrow(
      "cancelled",
    );
    await expect(engine.createWorld(options, cancelAfter(3))).rejects.toThrow("cancelled");
    expect(itemsOf(search(40))).toEqual(before.items);
    expect(engine.memory()).toEqual(before.memory);
  });

  it("says what is missing", () => {
    expect(() => search(0, { ranker: "lambdamart" })).toThrow("not been trained");
    expect(() => new ProductSearchEngine().search({ kind: "text", text: "a" }, knobs)).toThrow(
      "Make a world",
    );
    expect(() => search(1e6)).toThrow("no such query");
  });

  it("gives the same page from weights that were stored, but for their rounding", async () => {
    const { manifest, bytes, parameters } = engine.exportModels();
    expect(manifest.tensors.length).toBeGreaterThan(3);
    expect(parameters.twoTower).toBeGreaterThan(1e6);
    const { unpackModels } = await import("./weights-file");
    const copy = bytes.slice().buffer as ArrayBuffer;
    const { rankers, towers } = unpackModels(manifest, copy);
    expect([...rankers.keys()]).toEqual(["lambdarank/grades"]);
    expect(towers.userTable.weights.some((weight) => weight !== 0)).toBe(true);
    expect(() => unpackModels({ tensors: [] }, copy)).toThrow("do not fit");
  });

  it("offers queries as one types, and what judges would put first", () => {
    const { suggestQueries } = cards;
    const scene = engine.requireScene();
    const some = suggestQueries(scene, { text: "s", limit: 5 });
    expect(some.every(({ text }) => text.startsWith("s"))).toBe(true);
    expect(suggestQueries(scene, { text: "", slice: "tail", isHeldOut: true, limit: 4 })).toHaveLength(4);
    const ideal = SEARCH_WORLD_CALLS["search-ideal"].result.parse(engine.ideal(5, 10));
    expect(ideal[0]?.grade).toBe(Math.max(...ideal.map(({ grade }) => grade)));
  });
});
