/** How the decisions of a search design are asked for. Coach mode only. */
import { CANDIDATES, LATENCY_BUDGET, MONITORS, VECTOR_INDEX } from "../common-fields";
import { choice } from "../fields";

export const SEARCH_FIELDS = [
  LATENCY_BUDGET,
  choice("objective", "frame", "Objective", "What the ranking is meant to bring about.", [
    ["clicks", "Clicks", "How often a result is opened."],
    ["relevance", "Relevance", "What a rater would call right."],
    ["purchases", "Purchases", "How often a search ends in a purchase."],
    ["purchases-with-floor", "Purchases, with a floor", "Purchases among what is relevant enough."],
  ]),
  choice("label", "data", "Labels", "What the ranker learns from.", [
    ["grades", "Rater grades", "Few, costly, unbiased."],
    ["clicks", "Clicks", "Many, cheap, biased by position."],
    ["clicks-ips", "Clicks, weighted by propensity", "A click low on the page counts for more."],
    ["purchases", "Purchases", "Sparse and late."],
  ]),
  choice("split", "data", "Split", "How training and test data are separated.", [
    ["random", "Random", "Rows are shuffled."],
    ["by-query", "By query", "A test query is not seen in training."],
    ["by-time", "By time", "Test data comes after training data."],
  ]),
  choice(
    "query-understanding",
    "model",
    "Query understanding",
    "What happens to the query before anything is searched.",
    [
      ["none", "None", "Words as typed."],
      ["spelling", "Spelling", "Misspelt words are corrected."],
      [
        "spelling-and-synonyms",
        "Spelling and synonyms",
        "Corrected, and widened by words that mean the same.",
      ],
    ],
  ),
  choice("retriever", "model", "Retrieval", "How the catalogue becomes hundreds of products.", [
    ["bm25", "BM25", "Words in common, weighted by how rare they are."],
    ["dense", "Two towers", "Query and product vectors, nearest neighbours."],
    ["hybrid", "Both, fused", "Reciprocal rank fusion of the two lists."],
  ]),
  choice("loss", "model", "Loss of the ranker", "What the ranker is trained to get right.", [
    ["pointwise", "Pointwise", "Each product's label on its own."],
    ["pairwise", "Pairwise", "Which of two products is better."],
    ["listwise", "Listwise", "The whole list, by its NDCG."],
  ]),
  choice("ranker", "model", "Ranker", "How hundreds of candidates are scored.", [
    ["bm25", "BM25 alone", "The order of retrieval."],
    ["linear", "Linear", "A weighted sum of features."],
    ["lambdarank", "LambdaRank network", "A network trained on swaps of the list."],
    ["lambdamart", "LambdaMART", "Boosted trees trained on swaps of the list."],
  ]),
  choice("rerank", "model", "Re-ranking", "What happens to the ranked list before it is shown.", [
    ["none", "None", "Shown as ranked."],
    ["rules", "Rules", "Duplicates, seller cap, business boosts."],
    ["rules-and-diversity", "Rules and diversity", "The same, then variety."],
  ]),
  choice("offline-metric", "evaluate", "Main offline metric", "The number that decides between two models.", [
    ["click-rate", "Click rate in the log", "What the old ranking got."],
    ["mrr", "MRR", "Where the first relevant product stands."],
    ["ndcg", "NDCG", "Gain discounted by position."],
    ["recall", "Recall at k", "Share of the relevant products among the first k."],
  ]),
  choice("experiment", "evaluate", "Online experiment", "How two versions are compared on live traffic.", [
    ["none", "None", "Launch on offline results."],
    ["user-split", "Split by user", "A user stays in one arm."],
    ["interleaving", "Interleaving", "Both rankings in one list."],
    [
      "interleaving-then-split",
      "Interleaving, then a split",
      "Many ideas first, then the size of the effect.",
    ],
  ]),
  CANDIDATES,
  VECTOR_INDEX,
  MONITORS,
] as const;
