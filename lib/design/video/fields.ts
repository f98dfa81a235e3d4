/** How the decisions of a video design are asked for. Coach mode only. */
import { CANDIDATES, LATENCY_BUDGET, MONITORS, SPLIT, VECTOR_INDEX } from "../common-fields";
import { choice } from "../fields";

export const VIDEO_FIELDS = [
  LATENCY_BUDGET,
  choice("objective", "frame", "Objective", "What the ranking is meant to bring about.", [
    ["clicks", "Clicks", "How often a recommended video is opened."],
    ["watch-time", "Watch time", "How many minutes are watched."],
    ["satisfied-watch", "Satisfied watching", "Watching that people also say, or show, they liked."],
    ["retention", "Retention", "Whether people come back in the following days."],
  ]),
  choice("label", "data", "Positive label", "What counts as a positive example.", [
    ["click", "Click", "The video was opened."],
    ["long-watch", "Long watch", "Watched beyond a set share or time."],
    ["completion", "Completion", "Watched to the end."],
    ["like", "Like", "An explicit thumbs up."],
    ["survey", "Survey answer", "Asked and rated well; rare."],
  ]),
  choice(
    "negatives",
    "data",
    "Negatives for retrieval",
    "What the retrieval model learns to tell apart from a positive.",
    [
      ["impressions", "Shown, not watched", "Items that were on screen."],
      ["random", "Random items", "Drawn from the whole catalogue."],
      ["in-batch", "In-batch", "The other positives of the same batch."],
      ["mixed", "Mixed", "In-batch together with random ones."],
    ],
  ),
  SPLIT,
  choice("retriever", "model", "Retrieval", "How millions of items become hundreds.", [
    ["popularity", "Popularity", "The same list for everyone."],
    ["item-to-item", "Item to item", "Neighbours of what was watched."],
    ["two-tower", "Two towers", "User and item vectors, nearest neighbours."],
  ]),
  choice("ranker", "model", "Ranker", "How hundreds of candidates are scored.", [
    ["logistic-regression", "Logistic regression", "Linear in its features."],
    ["factorization-machine", "Factorization machine", "Pairwise products of features."],
    ["mlp", "Neural network", "Crosses learnt implicitly."],
    ["dcn-v2", "Cross network (DCN-v2)", "Explicit crosses beside a network."],
  ]),
  choice("rerank", "model", "Re-ranking", "What happens to the ranked list before it is shown.", [
    ["none", "None", "Shown as ranked."],
    ["rules", "Rules", "Caps and filters."],
    ["mmr", "MMR", "Trades relevance against similarity, item by item."],
    ["dpp", "DPP", "Picks a diverse set as a whole."],
  ]),
  choice("offline-metric", "evaluate", "Main offline metric", "The number that decides between two models.", [
    ["accuracy", "Accuracy", "Share of right predictions."],
    ["auc", "AUC", "Share of pairs in the right order."],
    ["ndcg", "NDCG", "Gain discounted by position."],
    ["recall", "Recall at k", "Share of the relevant items among the first k."],
  ]),
  choice("experiment", "evaluate", "Online experiment", "How two versions are compared on live traffic.", [
    ["none", "None", "Launch on offline results."],
    ["user-split", "Split by user", "A user stays in one arm."],
    ["session-split", "Split by session", "Each visit draws an arm."],
    ["interleaving", "Interleaving", "Both rankings in one list."],
  ]),
  CANDIDATES,
  VECTOR_INDEX,
  MONITORS,
] as const;
