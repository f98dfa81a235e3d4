/** Figures about finding candidates: funnels, negatives, vectors, cold start, lists. */
import type * as z from "zod";

export const RETRIEVAL_FIGURES = {} as const satisfies Record<string, z.ZodType>;
