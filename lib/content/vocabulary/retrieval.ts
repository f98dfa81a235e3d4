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
} as const satisfies Record<string, z.ZodType>;
