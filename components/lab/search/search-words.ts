/** What things are called in the search lab. */
import type { PipelineWords } from "@/components/lab/core/words";
import type {
  QuerySlice,
  SearchDrop,
  SearchLabels,
  SearchRanker,
  SearchSource,
  SearchStep,
} from "@/lib/pipeline/product-search/names";

export const SOURCE_LABELS: Record<SearchSource, string> = { bm25: "BM25", "two-tower": "Two-tower" };

export const SEARCH_WORDS: PipelineWords<SearchStep, SearchSource, SearchDrop> = {
  item: "product",
  items: "products",
  steps: {
    understand: {
      label: "Understand",
      purpose:
        "Words that no title has are corrected, others for the same thing are added, and brand, type and attributes are recognised.",
    },
    retrieve: {
      label: "Retrieve",
      purpose:
        "BM25 brings the products whose words match, the two-tower those whose vectors lie nearest. Neither knows of the other.",
    },
    merge: {
      label: "Fuse",
      purpose:
        "Reciprocal rank fusion makes one list of two by ranks alone: the scores of the two cannot be compared.",
    },
    filter: {
      label: "Filter",
      purpose:
        "What is sold out, or whose title repeats itself, goes before anything is spent on ranking it.",
    },
    rank: {
      label: "Rank",
      purpose: "The ranker reads seventeen features of each query and product, and puts the best first.",
    },
    rules: {
      label: "Rules",
      purpose: "No listing twice, the boosts of the business, and room for more than one seller.",
    },
    diversify: {
      label: "Diversify",
      purpose: "The page is filled one by one: each next product is good, and unlike those above it.",
    },
  },
  sources: SOURCE_LABELS,
  reasons: {
    "out-of-stock": "sold out",
    policy: "stuffed with words",
    "below-rank-limit": "below the rank limit",
    duplicate: "listed above already",
    "seller-cap": "over the seller cap",
    "below-slate": "below the page",
  },
};

export const RANKER_LABELS: Record<SearchRanker, string> = {
  bm25: "BM25 alone",
  linear: "Linear",
  lambdarank: "LambdaRank network",
  lambdamart: "LambdaMART",
};
/** What each can and cannot express, in a line. */
export const RANKER_HINTS: Record<SearchRanker, string> = {
  bm25: "Learns nothing: words in common, weighted by how rare they are",
  linear: "A weighted sum of features: none can matter more because of another",
  lambdarank: "A small network, trained on what swapping two results would do to the NDCG",
  lambdamart: "Boosted trees, trained on what swapping two results would do to the NDCG",
};

export const LABELS_LABELS: Record<SearchLabels, string> = {
  grades: "Judges’ grades",
  clicks: "Clicks",
  "clicks-ips": "Clicks, weighted (IPS)",
};
export const LABELS_HINTS: Record<SearchLabels, string> = {
  grades: "Few and costly, and they say what is relevant",
  clicks: "Many and cheap: what stands high is seen more and clicked more, relevant or not",
  "clicks-ips": "A click counts by the inverse chance that its place is seen at all",
};

/** "LambdaMART on clicks"; BM25 learns from nothing. */
export const describeRanker = (ranker: SearchRanker, labels: SearchLabels): string =>
  ranker === "bm25"
    ? RANKER_LABELS.bm25
    : `${RANKER_LABELS[ranker]} on ${labels === "clicks-ips" ? "weighted clicks" : labels}`;

/** Five grades, as the judges of the simulator say them. */
export const GRADE_WORDS = ["not relevant", "related", "partly", "good", "exact"] as const;

export const SLICE_HINTS: Record<QuerySlice, string> = {
  head: "the first 1 % of queries by how often they are asked",
  torso: "the next 9 %",
  tail: "the other 90 %, each asked seldom",
};
