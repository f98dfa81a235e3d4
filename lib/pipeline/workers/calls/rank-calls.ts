/** Calls on judged documents of queries: learn to rank from one file, measure on another. */
import * as z from "zod";

const judgedFile = z.object({
  /** How error messages call it. */
  name: z.string(),
  /** SVMlight lines (data-sets/svmlight.ts). */
  file: z.instanceof(Blob),
  /** LightGBM's group sizes; absent when the lines name their queries. */
  groups: z.string().nullable(),
});

const ndcg = z.object({ 1: z.number(), 3: z.number(), 5: z.number(), 10: z.number() });

export const rankingResultSchema = z.object({
  queries: z.number(),
  rows: z.number(),
  /** Test queries without a relevant row. */
  emptyQueries: z.number(),
  trainQueries: z.number(),
  trainRows: z.number(),
  features: z.number(),
  trainSeconds: z.number(),
  ndcg,
  bestFeature: z.object({
    index: z.number(),
    direction: z.enum(["descending", "ascending"]),
    trainNdcg10: z.number(),
    ndcg1: z.number(),
    ndcg3: z.number(),
    ndcg5: z.number(),
    ndcg10: z.number(),
  }),
  /** How the model was chosen, on training queries only. */
  validation: z.object({
    folds: z.number(),
    validationNdcg10: z.number(),
    candidates: z.array(
      z.object({ name: z.string(), trees: z.number(), ndcg10: z.number(), share: z.number() }),
    ),
  }),
  /** Features that the model leans on most, as shares of 1. */
  topFeatures: z.array(z.object({ index: z.number(), share: z.number() })),
});
export type RankingResult = z.infer<typeof rankingResultSchema>;

export const RANK_CALLS = {
  /** Trains on one file of judged documents and measures NDCG on another. */
  "evaluate-ranking": {
    params: z.object({
      train: judgedFile,
      test: judgedFile,
      /** What a test query without a relevant row counts as. */
      empty: z.number().min(0).max(1).default(1),
      seed: z.number().int().nonnegative().default(1),
    }),
    result: rankingResultSchema,
  },
} as const;
