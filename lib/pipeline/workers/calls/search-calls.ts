/** Calls on an imported search collection: read it, build its index, learn from its judgements, measure every stage, ask it. */
import * as z from "zod";
import { SPLIT_WAYS } from "../../data-sets/split-rows";
import { timingSchema } from "../timing";
import { badFilesSchema, fileSchema, seedSchema } from "./file-schemas";

const qualitySchema = z.object({ ndcg10: z.number(), mrr10: z.number(), recall100: z.number() });

const measured = {
  documents: z.number(),
  /** Test queries with a relevant document; the others are not in the means. */
  queries: z.number(),
  trainQueries: z.number(),
  indexMs: z.number(),
  trainMs: z.number(),
  /** Text to re-ranked list. */
  queryMs: timingSchema,
  bm25: qualitySchema,
  dense: qualitySchema,
  /** BM25 and vectors fused alike. */
  fused: qualitySchema,
  /** The mix that earned its place on queries other than these: BM25 alone when none did. */
  hybrid: qualitySchema,
  reranked: qualitySchema,
  /** NDCG@10 of re-ranked minus BM25, with a 95 % interval of a paired bootstrap over queries. */
  gain: z.object({ mean: z.number(), low: z.number(), high: z.number() }),
  choices: z.object({
    learntFrom: z.enum(["judged queries", "titles as queries"]).nullable(),
    mix: z.string(),
    isReranked: z.boolean(),
    validation: z
      .object({
        ndcg10: z.number(),
        bm25Ndcg10: z.number(),
        folds: z.number(),
        treeShare: z.number(),
        lead: z.number(),
        byShare: z.array(z.object({ treeShare: z.number(), ndcg10: z.number() })),
      })
      .nullable(),
  }),
};
export const searchResultSchema = z.object({ ...measured, bad: badFilesSchema });
export type SearchResult = z.infer<typeof searchResultSchema>;

const collectionResultSchema = z.object(measured);
export type CollectionResult = z.infer<typeof collectionResultSchema>;

const collectionFiles = {
  corpus: fileSchema,
  queries: fileSchema,
  train: fileSchema.nullable(),
  test: fileSchema,
};
const judgementSummary = z.object({
  queries: z.number(),
  pairs: z.number(),
  relevantPairs: z.number(),
  highestGrade: z.number(),
});
const collectionReadingSchema = z.object({
  summary: z.object({
    documents: z.number(),
    titled: z.number(),
    medianLength: z.number(),
    queries: z.number(),
    train: judgementSummary,
    test: judgementSummary,
    examples: z.array(z.string()),
  }),
  bad: badFilesSchema,
});
export type CollectionReading = z.infer<typeof collectionReadingSchema>;

/** From 1; null where a stage does not have the document among its first hundred. */
const rank = z.number().nullable();
const hit = {
  document: z.number(),
  id: z.string(),
  title: z.string(),
  text: z.string(),
  ranks: z.object({ bm25: rank, dense: rank, fused: rank, hybrid: rank, reranked: rank }),
};
const foundSchema = z.object({
  milliseconds: z.number(),
  /** Relevant documents of this query; null when nobody judged it. */
  relevant: z.number().nullable(),
  /** Every document that a stage has among its first ten. */
  hits: z.array(z.object({ ...hit, grade: z.number().nullable() })),
});
export type CollectionFound = z.infer<typeof foundSchema>;

const explanationSchema = z.object({
  ...hit,
  terms: z.array(
    z.object({
      term: z.string(),
      weight: z.number(),
      idf: z.number(),
      frequency: z.number(),
      contribution: z.number(),
    }),
  ),
  bm25: z.number(),
  dense: z.number(),
  features: z.array(z.object({ name: z.string(), value: z.number(), contribution: z.number() })),
  second: z
    .object({ score: z.number(), linear: z.number(), trees: z.number(), treeShare: z.number() })
    .nullable(),
});
export type CollectionExplanation = z.infer<typeof explanationSchema>;

export const SEARCH_CALLS = {
  /** Reads the files of a collection and keeps them in the worker; refuses what its index would not fit. */
  "read-collection": {
    params: z.object({
      ...collectionFiles,
      names: z.object({ corpus: z.string(), queries: z.string(), train: z.string(), test: z.string() }),
    }),
    result: collectionReadingSchema,
  },
  /** Builds the index, learns, measures; afterwards the collection can be asked. */
  "train-collection": {
    params: z.object({ way: z.enum([...SPLIT_WAYS, "none"]), seed: seedSchema }),
    result: collectionResultSchema,
  },
  "search-collection": { params: z.object({ text: z.string().max(1_000) }), result: foundSchema },
  /** Why a document stands where it stands for a text. */
  "explain-collection-hit": {
    params: z.object({ text: z.string().max(1_000), document: z.number().int().nonnegative() }),
    result: explanationSchema,
  },
  /** Files in the BEIR layout, from files to figures, for the bench; `train` may be absent. */
  "evaluate-search": {
    params: z.object({ ...collectionFiles, seed: seedSchema }),
    result: searchResultSchema,
  },
} as const;
