/** Figures that one case needs. */
import * as z from "zod";
import { caption } from "@/lib/content/vocabulary/caption";

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
} as const satisfies Record<string, z.ZodType>;
