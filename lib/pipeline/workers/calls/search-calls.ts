/** The call on an imported search collection: read it, build the index, train on its judgements, measure every stage. */
import * as z from "zod";
import { timingSchema } from "../timing";

const file = z.instanceof(Blob);
const qualitySchema = z.object({ ndcg10: z.number(), mrr10: z.number(), recall100: z.number() });

export const searchResultSchema = z.object({
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
  /** Lines that could not be used; the first of them with their places. */
  bad: z.object({
    count: z.number(),
    lines: z.array(z.object({ file: z.string(), line: z.number(), problem: z.string() })),
  }),
});
export type SearchResult = z.infer<typeof searchResultSchema>;

export const SEARCH_CALLS = {
  /** Files in the BEIR layout; `train` may be absent. */
  "evaluate-search": {
    params: z.object({
      corpus: file,
      queries: file,
      train: file.nullable(),
      test: file,
      seed: z.number().int().nonnegative().default(1),
    }),
    result: searchResultSchema,
  },
} as const;
