import { expect, it } from "vitest";
import { describeBias } from "@/components/lab/search/clicks/clicks-words";
import { describeIdeal, fateOf } from "@/components/lab/search/ideal/ideal-words";
import {
  describeExperiment,
  describeInterleaving,
} from "@/components/lab/search/interleave/interleave-words";
import { describeLabels } from "@/components/lab/search/labels/labels-words";
import { describeGain } from "@/components/lab/search/metrics/metrics-words";
import { funnelRun } from "@/components/lab/search/search-run";
import type { Interleaving, SearchMetrics } from "@/lib/pipeline/product-search/measures";
import type { SearchTrace } from "@/lib/pipeline/product-search/trace";

const interval = (mean: number, half = 0.01) => ({ mean, low: mean - half, high: mean + half });

it("says whether weights beat plain clicks, and how far towards grades they go", () => {
  const seed = (number: number, clicks: number, clicksIps: number) => ({
    seed: number,
    grades: 0.9,
    clicks,
    clicksIps,
    bm25: 0.75,
  });
  const comparison = {
    ranker: "lambdarank" as const,
    clickModel: "pbm" as const,
    propensities: [],
    seeds: [seed(1, 0.8, 0.84), seed(2, 0.82, 0.81)],
    mean: { grades: 0.9, clicks: 0.81, clicksIps: 0.825, bm25: 0.75 },
    gain: { mean: 0.015, low: -0.02, high: 0.05 },
  };
  expect(describeLabels(comparison)).toBe(
    "Weights win on 1 of 2 seeds: NDCG@10 +0.015 against clicks as they are (95 % interval −0.020 to +0.050), which may be chance. That is 17 % of what clicks lose against grades.",
  );
});

it("tells the position bias by the truth, and without one where there is none", () => {
  const rows = [
    { position: 1, truth: 1, estimated: 1, clip: 1 },
    { position: 10, truth: 0.126, estimated: 0.15, clip: 0.15 },
  ];
  expect(describeBias(rows)).toBe(
    "Place 10 is seen 13 % as often as the first; the estimate is off by 0.02 at most",
  );
  expect(describeBias(rows.map((row) => ({ ...row, truth: null })))).toContain("Place 10 is seen 15 %");
});

const interleaving = (part: Partial<Interleaving> = {}): Interleaving => ({
  curve: [
    { impressions: 50, leftWins: 5, rightWins: 3, ties: 42, preference: interval(0.02, 0.06) },
    { impressions: 4_000, leftWins: 600, rightWins: 400, ties: 3_000, preference: interval(0.025) },
  ],
  decidedAt: 900,
  ndcg10: { left: 0.86, right: 0.79 },
  experiment: { leftRate: 0.52, rightRate: 0.5, pagesPerArm: 20_000, interleavedPages: 1_000 },
  ...part,
});

it("says who wins an interleaving, from when on, and when the truth disagrees", () => {
  expect(describeInterleaving(interleaving())).toBe(
    "Shoppers prefer the present knobs: +0.025 after 4,000 pages, first told from chance after 900. By the truth NDCG@10 is 0.860 against 0.790.",
  );
  expect(describeInterleaving(interleaving({ ndcg10: { left: 0.7, right: 0.79 } }))).toContain(
    "the other way",
  );
  const [open] = interleaving().curve;
  expect(describeInterleaving(interleaving({ curve: open ? [open] : [] }))).toContain("it is not decided");
});

it("counts the pages of an A/B test against those of an interleaving", () => {
  expect(describeExperiment(interleaving())).toContain("the test needs 40 times as many");
  const equal = { leftRate: 0.5, rightRate: 0.5, pagesPerArm: null, interleavedPages: null };
  expect(describeExperiment(interleaving({ experiment: equal }))).toContain("no difference");
});

it("names the slice that gains most", () => {
  const stages = (bm25: number, reranked: number) =>
    [
      ["bm25", bm25],
      ["reranked", reranked],
    ].map(([stage, mean]) => ({
      stage,
      ndcg10: interval(mean as number),
      mrr10: interval(0.5),
      recall100: interval(0.5),
    })) as SearchMetrics["stages"];
  const metrics: SearchMetrics = {
    queries: 300,
    stages: stages(0.8, 0.86),
    slices: [
      { slice: "head", queries: 50, stages: stages(0.89, 0.98) },
      { slice: "tail", queries: 200, stages: stages(0.7, 0.76) },
    ],
    gain: interval(0.06),
    synonymQueries: { queries: 0, stages: [] },
  };
  expect(describeGain(metrics)).toBe(
    "Over 300 held-out queries, ranking changes NDCG@10 by +0.060 against BM25 (95 % interval +0.050 to +0.070). It gains most on: head, +0.090.",
  );
});

it("finds the ideal products on the page, among those that left, or not at all", () => {
  const trace = {
    slate: [
      { card: { item: 1 }, grade: 4, position: { slate: 1 }, left: null },
      { card: { item: 9 }, grade: 2, position: { slate: 2 }, left: null },
    ],
    others: [{ card: { item: 2 }, position: { slate: null }, left: { step: "rules", reason: "seller-cap" } }],
  } as unknown as SearchTrace;
  expect([1, 2, 3].map((item) => fateOf(item, trace))).toEqual([
    "on the page at 1",
    "left at rules: over the seller cap",
    "not among those followed",
  ]);
  const items = [1, 2].map((item) => ({ card: { item }, grade: 4 }));
  expect(describeIdeal(items, trace)).toBe(
    "1 of these 2 are on the page; 1 of the 2 on the page has the highest grade that there is, 4.",
  );
});

it("lets the whole catalogue through the first step", () => {
  const step = (name: string, itemsIn: number) => ({ step: name, itemsIn, itemsOut: itemsIn });
  const trace = { products: 500, steps: [step("understand", 0), step("rank", 30)] } as unknown as SearchTrace;
  expect(funnelRun(trace).steps.map(({ itemsIn, itemsOut }) => [itemsIn, itemsOut])).toEqual([
    [500, 500],
    [30, 30],
  ]);
});
