/** Calls on judged documents of queries: learn to rank from one file, measure on another. */
import * as z from "zod";
import { badFilesSchema, fileSchema, seedSchema, splitWaySchema } from "./file-schemas";

const judgedFile = z.object({
  /** How error messages call it. */
  name: z.string(),
  /** SVMlight lines (data-sets/svmlight.ts). */
  file: fileSchema,
  /** LightGBM's group sizes; absent when the lines name their queries. */
  groups: fileSchema.nullable(),
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

const judgedReadingSchema = z.object({
  files: z.array(
    z.object({
      name: z.string(),
      rows: z.number(),
      queries: z.number(),
      features: z.number(),
      constantFeatures: z.number(),
      grades: z.array(z.object({ grade: z.number(), rows: z.number() })),
      medianPerQuery: z.number(),
      largestQuery: z.number(),
      emptyQueries: z.number(),
      evenQueries: z.number(),
    }),
  ),
  bad: badFilesSchema,
});
export type JudgedReading = z.infer<typeof judgedReadingSchema>;

const judgedInspectionSchema = z.object({
  /** The first lines, cut short. */
  firstLines: z.array(z.string()),
  /** Whether lines name their queries. */
  hasQueries: z.boolean(),
  /** Of the lines looked at. */
  rows: z.number(),
  highestGrade: z.number(),
  lastFeature: z.number(),
});
export type JudgedInspection = z.infer<typeof judgedInspectionSchema>;

export const RANK_CALLS = {
  "inspect-judged": {
    params: z.object({ file: fileSchema, name: z.string() }),
    result: judgedInspectionSchema,
  },
  /** Reads one or two files of judged documents and keeps them in the worker as tables. */
  "read-judged": {
    params: z.object({ train: judgedFile, test: judgedFile.nullable() }),
    result: judgedReadingSchema,
  },
  /** Trains on what was read; a single file is split by queries. */
  "train-judged": {
    params: z.object({
      way: splitWaySchema,
      seed: seedSchema,
      empty: z.number().min(0).max(1),
    }),
    result: rankingResultSchema,
  },
  /** Trains on one file of judged documents and measures NDCG on another. */
  "evaluate-ranking": {
    params: z.object({
      train: judgedFile,
      test: judgedFile,
      /** What a test query without a relevant row counts as. */
      empty: z.number().min(0).max(1).default(1),
      seed: seedSchema,
    }),
    result: rankingResultSchema,
  },
} as const;
