/** What the flow of a search collection shows at one moment. */
import type {
  CollectionExplanation,
  CollectionFound,
  CollectionReading,
  CollectionResult,
} from "@/lib/pipeline/workers/calls/search-calls";

/** The lists of a query, in the order of the pipeline. */
export const STAGES = ["bm25", "dense", "fused", "reranked"] as const;
export type StageName = (typeof STAGES)[number];
export const STAGE_WORDS: Record<StageName, string> = {
  bm25: "BM25",
  dense: "Dense vectors",
  fused: "Fused",
  reranked: "Re-ranked",
};

/** What the last list is called: the second stage may have stayed out. */
export const nameStage = (stage: StageName, { choices }: CollectionResult): string =>
  stage === "reranked" && !choices.isReranked ? `Default: ${choices.mix}` : STAGE_WORDS[stage];

export type SearchChoice = { readonly way: "none" | "random" | "order"; readonly seed: number };

export type SearchView = {
  readonly reading: CollectionReading | null;
  readonly choice: SearchChoice;
  readonly result: CollectionResult | null;
  /** The query asked last, and what was found. */
  readonly found: (CollectionFound & { readonly text: string }) | null;
  readonly stage: StageName;
  readonly explanation: CollectionExplanation | null;
};

export const EMPTY_SEARCH: SearchView = {
  reading: null,
  choice: { way: "none", seed: 1 },
  result: null,
  found: null,
  stage: "reranked",
  explanation: null,
};
