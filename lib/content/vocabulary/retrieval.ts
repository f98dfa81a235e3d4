/** Figures about finding candidates: funnels, negatives, vectors, cold start, lists. */
import * as z from "zod";
import { caption } from "./caption";

export const RETRIEVAL_FIGURES = {
  /** A funnel's counts and prices per item -> recall of the best, milliseconds, cores; beside two stages. */
  FunnelCostFigure: z.strictObject({
    catalogue: z.number().min(1e4).max(1e10),
    retrieved: z.number().int().min(100).max(20_000),
    ranked: z.number().int().min(20).max(5_000),
    caption,
  }),
  /** Hit rate among all items and among sampled negatives, for two rankers: their order turns round. */
  SampledMetricFigure: z.strictObject({
    items: z.number().int().min(100).max(1e8),
    samples: z.number().int().min(1).max(1e6),
    caption,
  }),
  /** A small two-tower model trained with a chosen mix of negatives. Shares are of 1; the rest comes from the batch. */
  NegativeMixFigure: z.strictObject({
    uniform: z.number().min(0).max(1),
    hard: z.number().min(0).max(1),
    caption,
  }),
  /** Points on a plane in the cells of an inverted-list index, a query that can be moved, recall against work. */
  InvertedListsFigure: z.strictObject({
    cells: z.number().int().min(2).max(64),
    probes: z.number().int().min(1).max(64),
    caption,
  }),
  /** Recall on seeded vectors by bits of a stored vector, with and without scoring again. `vectors` are those to store. */
  QuantisationFigure: z.strictObject({ vectors: z.number().min(1e6).max(1e10), caption }),
  /** A prior worth some views, clicks of an item's own -> belief about its rate, with its interval. */
  BetaPriorFigure: z.strictObject({
    mean: z.number().gt(0).lt(1),
    strength: z.number().min(2).max(10_000),
    views: z.number().int().min(0).max(5000),
    clicks: z.number().int().min(0),
    caption,
  }),
  /** Greedy, epsilon-greedy, UCB1 and Thompson sampling on items whose rates go from `best` down by `gap`: regret with bands. */
  BanditFigure: z.strictObject({
    items: z.number().int().min(2).max(20),
    best: z.number().min(0.01).max(0.6),
    gap: z.number().gt(0).max(0.6),
    caption,
  }),
  /** New items a day x impressions each -> share of traffic and uncertainty, in two rounds. */
  ExplorationCostFigure: z.strictObject({
    uploads: z.number().positive(),
    each: z.number().int().min(10).max(5000),
    dailyImpressions: z.number().positive(),
    rate: z.number().gt(0).lt(1),
    caption,
  }),
  /** Five items as arrows that can be dragged; MMR at lambda and the greedy DPP choose three. */
  DiversityFigure: z.strictObject({ lambda: z.number().min(0).max(1), caption }),
  /** Share of impressions by creator under popularity, a cap and exploration: Lorenz curves, Gini, what it costs. */
  ExposureFigure: z.strictObject({
    cap: z.number().int().min(1).max(10),
    exploration: z.number().min(0).max(0.5),
    popularityWeight: z.number().min(0).max(2),
    caption,
  }),
} as const satisfies Record<string, z.ZodType>;
