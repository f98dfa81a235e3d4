/** Calls on imported ratings: read a file, split it, train on one part, measure on the other. */
import * as z from "zod";
import { ratingsResultSchema } from "../bench-schemas";

export const RATINGS_CALLS = {
  /** Trains the pipeline on imported ratings and measures it on held-out ones; texts as in data-sets/ratings-file.ts. */
  "evaluate-ratings": {
    params: z.object({
      train: z.string(),
      test: z.string(),
      k: z.number().int().min(1).max(100).default(10),
    }),
    result: ratingsResultSchema,
  },
} as const;
