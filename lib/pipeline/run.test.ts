import { describe, expect, it } from "vitest";
import { chooseOthers, createStoryteller, describeSources } from "./explain";
import { fuseRanks } from "./retrieval/merge";
import { runPipeline } from "./run";
import type { Pipeline, RequestKnobs, Reranker } from "./types";

/** A world of numbers that has every optional part: a prepared query, fused merging, a light ranker, an auction. */
type NumbersShape = {
  query: { readonly wanted: number };
  source: "low" | "high";
  head: "click";
  ranker: "nearest";
  reason: "forbidden" | "below-light-limit" | "outbid";
  step: "understand" | "light-rank" | "calibrate" | "auction";
  knobs: RequestKnobs;
};

const KNOBS: RequestKnobs = { slateSize: 2, candidates: { low: 6, high: 6 }, rankLimit: 4, ablate: [] };

/** The k items from `start` on, up or down. */
const sourceOf = (name: "low" | "high", start: number, direction: 1 | -1) => ({
  name,
  retrieve: (_query: NumbersShape["query"], k: number) => ({
    items: Int32Array.from({ length: k }, (_, i) => start + direction * i),
    scores: Float32Array.from({ length: k }, (_, i) => 1 / (i + 1)),
    scanned: 20,
  }),
});
const halve: Reranker<NumbersShape["query"], "outbid"> = {
  name: "halve",
  rerank: (_query, { items, scores }) => ({
    items,
    scores: scores.map((score) => score / 2),
    drops: [],
    moves: [],
  }),
};
const outbidFirst: Reranker<NumbersShape["query"], "outbid"> = {
  name: "auction",
  rerank: (_query, { items, scores }) => ({
    items: items.slice(1),
    scores: scores.slice(1),
    drops: [{ item: items[0] as number, reason: "outbid" }],
    moves: [],
  }),
};

const nearness = (wanted: number, items: Int32Array) =>
  Float32Array.from(items, (item) => -Math.abs(item - wanted));

const PIPELINE: Pipeline<NumbersShape> = {
  sources: ["low", "high"],
  preparation: { step: "understand", prepare: ({ wanted }) => ({ wanted: wanted + 1 }) },
  // 0 to 5 and 8 to 3: three items are in both.
  retrievers: () => [sourceOf("low", 0, 1), sourceOf("high", 8, -1)],
  mergeScores: (candidates) => fuseRanks(candidates),
  prepareFilter: () => (item) => (item === 0 ? "forbidden" : null),
  lightRankers: () => [
    {
      step: "light-rank",
      reason: "below-light-limit",
      limit: 5,
      score: (_query, { items }) => Float32Array.from(items),
    },
  ],
  ranker: () => ({
    name: "nearest",
    rank: ({ wanted }, { items }) => {
      const scores = nearness(wanted, items);
      return { items, heads: { click: scores }, scores };
    },
  }),
  rerankingSteps: () => [
    { step: "calibrate", rerankers: [halve] },
    { step: "auction", rerankers: [outbidFirst] },
  ],
};
const run = (knobs: Partial<RequestKnobs> = {}) =>
  runPipeline(PIPELINE, { wanted: 5 }, { ...KNOBS, ...knobs });
const countsOf = ({ steps }: ReturnType<typeof run>) =>
  steps.map(({ step, itemsIn, itemsOut }) => [step, itemsIn, itemsOut]);

describe("a pipeline with every optional step", () => {
  it("takes them in the order of its data and counts each", () => {
    expect(countsOf(run())).toEqual([
      ["understand", 0, 0],
      ["retrieve", 0, 12],
      ["merge", 12, 9],
      ["filter", 9, 8],
      ["light-rank", 8, 5],
      ["rank", 5, 4],
      ["calibrate", 4, 4],
      ["auction", 4, 2],
    ]);
  });

  it("hands the prepared query on, and the query as it is when the preparation is off", () => {
    // Light ranking leaves 4 to 8; the nearest to 6 loses the auction.
    expect([...run().slate]).toEqual([7, 5]);
    const unprepared = run({ ablate: ["understand"] });
    expect(unprepared.query).toEqual({ wanted: 5 });
    expect([...unprepared.slate]).toEqual([6, 4]);
  });

  it("orders merged candidates by their fused ranks: what both sources bring comes first", () => {
    expect([...run().merged.items.subarray(0, 3)].sort()).toEqual([3, 4, 5]);
  });

  it("keeps what each step handed on, scores included", () => {
    const { after } = run();
    expect([...(after.get("light-rank")?.items ?? [])]).toEqual([8, 7, 6, 5, 4]);
    expect([...(after.get("calibrate")?.scores ?? [])]).toEqual([-0, -0.5, -0.5, -1]);
  });

  it("says for every item that is gone where it left and why", () => {
    const { left, merged, slate } = run();
    expect(left.size + slate.length).toBe(merged.items.length);
    expect(left.get(0)).toEqual({ step: "filter", reason: "forbidden" });
    expect(left.get(1)).toEqual({ step: "light-rank", reason: "below-light-limit" });
    expect(left.get(6)).toEqual({ step: "auction", reason: "outbid" });
    expect(left.get(8)).toEqual({ step: "auction", reason: "below-slate" });
  });
});

describe("switched off", () => {
  it("a light ranker lets all go on, and a re-ranking step changes nothing but still cuts to the slate", () => {
    const { steps, slate } = run({ ablate: ["light-rank", "auction"] });
    expect(steps.filter(({ wasSkipped }) => wasSkipped).map(({ step }) => step)).toEqual([
      "light-rank",
      "auction",
    ]);
    // 5 and 7 are equally near; both sources brought 5.
    expect([...slate]).toEqual([6, 5]);
  });

  it("a ranker leaves the order to the light ranker, and without that to the fused ranks", () => {
    expect([...run({ ablate: ["ranker"] }).rankedOrder]).toEqual([8, 7, 6, 5, 4]);
    const fused = run({ ablate: ["ranker", "light-rank"] });
    expect([...fused.rankedOrder]).toEqual([...fused.merged.items].filter((item) => item !== 0));
  });

  it("a source is asked for nothing", () => {
    const [low, high] = run({ ablate: ["low"] }).sources;
    expect([low?.asked, low?.returned, high?.returned]).toEqual([0, 0, 6]);
  });
});

describe("the story of an item", () => {
  const told = run();
  const calibrated = told.after.get("calibrate")?.items ?? new Int32Array(0);
  const tell = createStoryteller(told, "retrieved", { calibrated, slate: told.slate });

  it("holds its sources, predictions, positions and end", () => {
    const { sources, heads, score, position, left } = tell(5);
    expect(sources.map(({ source, rank }) => [source, rank])).toEqual([
      ["low", 6],
      ["high", 4],
    ]);
    expect([heads?.click, score, left]).toEqual([-1, -1, null]);
    expect([position.calibrated, position.slate]).toEqual([
      calibrated.indexOf(5) + 1,
      told.slate.indexOf(5) + 1,
    ]);
    expect(tell(0)).toMatchObject({ heads: null, score: null, position: { slate: null } });
  });

  it("sources are told with what they brought alone and into the slate", () => {
    expect(describeSources(told).map(({ onlyHere, inSlate }) => [onlyHere, inSlate])).toEqual([
      [3, 1],
      [3, 2],
    ]);
  });

  it("items of interest beside the slate are the best ranked and those that left before the ranker", () => {
    const others = chooseOthers(told);
    expect(others.slice(0, 3)).toEqual([...told.rankedOrder].filter((item) => !told.slate.includes(item)));
    expect(others).toContain(0);
    expect(others).toContain(1);
  });
});
