/** Figures that one case needs. */
import * as z from "zod";
import { caption } from "@/lib/content/vocabulary/caption";

const share = z.number().gt(0).lt(1);

export const CASES_FIGURES = {
  /** Second-price auctions in which half of the ads are predicted with a factor: revenue, value, who pays. Simulated with a seed. */
  AuctionFigure: z.strictObject({
    factor: z.number().min(0.5).max(2),
    adsPerAuction: z.number().int().min(2).max(60),
    caption,
  }),
  /** Join window of clicks: share lost, what the joiner holds. */
  JoinWindowFigure: z.strictObject({
    windowSeconds: z.number().int().min(5).max(3_600),
    impressionsPerSecond: z.number().positive(),
    bytesPerRow: z.number().positive(),
    caption,
  }),
  /** Conversions that come over a month: what silence means by age, and the rate learnt when it is taken for a no. */
  DelayedConversionFigure: z.strictObject({
    conversionRate: z.number().gt(0).lt(1),
    trainingDays: z.number().positive().max(90),
    caption,
  }),
  /** Table of id vectors: own rows for the head, hashed rows for the tail; memory and shared rows. */
  EmbeddingTableFigure: z.strictObject({
    ids: z.number().positive(),
    dim: z.number().int().positive(),
    ownRows: z.number().nonnegative(),
    hashedRows: z.number().positive(),
    caption,
  }),
  /** Test whose arms share budgets: lift by people, by people and budgets, and at launch. */
  BudgetSplitFigure: z.strictObject({
    gain: z.number().min(0).max(0.3),
    medianPressure: z.number().min(0.1).max(5),
    caption,
  }),
  /** BM25 of three titles, one of them stuffed: repetition, length, k1 and b. Query "waterproof boots". */
  Bm25Figure: z.strictObject({
    documents: z.number().positive(),
    /** Documents that hold the two words of the query. */
    waterproof: z.number().positive(),
    boots: z.number().positive(),
    averageLength: z.number().positive(),
    /** How often the stuffed title repeats "boots". */
    repeats: z.number().int().min(1).max(20),
    caption,
  }),
  /** Two ranked lists fused by reciprocal ranks, with the constant and the weights to move. */
  RankFusionFigure: z.strictObject({ constant: z.number().min(0).max(200), caption }),
  /** Five products in the order of their scores: the force of LambdaRank on each, and steps of training. */
  LambdaRankFigure: z.strictObject({
    grades: z.array(z.number().int().min(0).max(4)).min(3).max(6),
    scores: z.array(z.number().min(-3).max(3)).min(3).max(6),
    caption,
  }),
  /** Searches that a cache with a fixed lifetime answers, under Zipf's law. `limitSeconds`: longest lifetime that freshness allows. */
  CacheHitFigure: z.strictObject({
    searchesPerSecond: z.number().positive(),
    distinctQueries: z.number().positive(),
    headTraffic: share,
    lifetimeSeconds: z.number().positive(),
    limitSeconds: z.number().positive(),
    caption,
  }),
  /** What a last, expensive model gains, loses by waiting and costs, as a share of purchases. */
  RerankerPriceFigure: z.strictObject({
    peakSearchesPerSecond: z.number().positive(),
    searchesPerDay: z.number().positive(),
    candidates: z.number().int().positive(),
    cachedShare: z.number().min(0).lt(1),
    unsureShare: share,
    gainWhenUnsure: share,
    addedMs: z.number().min(0),
    lossPer100Ms: share,
    pairsPerSecondAndAccelerator: z.number().positive(),
    dollarsPerAcceleratorHour: z.number().positive(),
    purchasesPerSearch: share,
    dollarsPerPurchase: z.number().positive(),
    caption,
  }),
} as const satisfies Record<string, z.ZodType>;
