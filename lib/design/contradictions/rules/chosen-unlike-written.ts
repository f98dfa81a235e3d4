/** The typed decisions of coach mode against the text beside them. */
import { AIM } from "../phrases";
import type { Rule } from "../rule";

const CLICKS = "click|clicks|ctr|click rate|click through rate|tap|taps";

export const CHOICE_RULES: readonly Rule[] = [
  {
    id: "objective-chosen-unlike-written",
    stage: "frame",
    chapter: "/framework/frame#from-goal-to-prediction",
    statement: "The typed decision says clicks, and the text names another goal.",
    question: "Which of the two is the objective that the model is trained and judged by?",
    between: [
      [{ decides: "objective", as: ["clicks"] }],
      [{ says: [AIM, "@watch-time|@retention|@satisfaction|revenue|purchase"], within: 8, not: CLICKS }],
    ],
    examples: {
      contradict: [
        { answer: "Our primary metric is satisfied watch time.", decisions: { objective: "clicks" } },
      ],
      agree: [
        {
          answer: "Our primary metric is satisfied watch time.",
          decisions: { objective: "satisfied-watch" },
        },
      ],
    },
  },
  {
    id: "index-chosen-unlike-written",
    stage: "serve",
    chapter: "/framework/embeddings#search-exactly-first",
    statement: "The typed decision says exact scan, and the text searches an approximate index.",
    question: "Which of the two answers requests, and what is the other for?",
    between: [
      [{ decides: "index", as: ["exact"] }],
      [
        {
          says: ["hnsw|ivf|faiss|scann|ann index|ann|approximate nearest neighbour|product quantisation"],
          in: ["model", "serve"],
        },
      ],
    ],
    examples: {
      contradict: [{ answer: "Video vectors are stored in an HNSW index.", decisions: { index: "exact" } }],
      agree: [
        { answer: "Video vectors are stored in an HNSW index.", decisions: { index: "approximate" } },
        { answer: "We compare every vector; no HNSW index is needed yet.", decisions: { index: "exact" } },
      ],
    },
  },
  {
    id: "experiment-chosen-unlike-written",
    stage: "evaluate",
    chapter: "/framework/evaluate#online-experiments",
    statement: "The typed decision says that there is no experiment, and the text decides by one.",
    question: "Does a new model go live on offline results, or after a test?",
    between: [
      [{ decides: "experiment", as: ["none"] }],
      [
        {
          says: ["a b test|ab test|a b testing|control arm|treatment arm|interleaving"],
          in: ["frame", "evaluate", "monitor"],
        },
      ],
    ],
    examples: {
      contradict: [
        { answer: "We run an A/B test by user for two weeks.", decisions: { experiment: "none" } },
      ],
      agree: [
        { answer: "We run an A/B test by user for two weeks.", decisions: { experiment: "user-split" } },
      ],
    },
  },
  {
    id: "rerank-chosen-unlike-written",
    stage: "model",
    chapter: "/framework/re-ranking#why-sorting-is-not-enough",
    worlds: ["video", "search"],
    statement: "The typed decision says that the list is shown as ranked, and the text changes it.",
    question: "Is the page the sorted list, or is it composed afterwards?",
    between: [
      [{ decides: "rerank", as: ["none"] }],
      [
        {
          says: [
            "mmr|dpp|maximal marginal relevance|at most two per creator|cap per creator|seller cap|cap per seller|at most three of ten",
          ],
        },
      ],
    ],
    examples: {
      contradict: [{ answer: "We diversify the top 100 with MMR.", decisions: { rerank: "none" } }],
      agree: [{ answer: "We diversify the top 100 with MMR.", decisions: { rerank: "mmr" } }],
    },
  },
  {
    id: "label-chosen-unlike-written",
    stage: "data",
    chapter: "/framework/data#labels",
    worlds: ["video"],
    statement: "The typed decision says that a click is the label, and the text asks for a watch.",
    question: "Which of the two does the model learn?",
    between: [
      [{ decides: "label", as: ["click"] }],
      [
        {
          says: [
            "label|positive|counts|target",
            "@watch-threshold|long watch|30 seconds|watch of|completion",
          ],
          within: 10,
        },
      ],
    ],
    examples: {
      contradict: [
        { answer: "A positive label is a watch of at least 30 seconds.", decisions: { label: "click" } },
      ],
      agree: [
        { answer: "A positive label is a watch of at least 30 seconds.", decisions: { label: "long-watch" } },
      ],
    },
  },
  {
    id: "negatives-chosen-unlike-written",
    stage: "data",
    chapter: "/framework/negatives#one-table-per-stage",
    worlds: ["video"],
    statement:
      "The typed decision takes shown items as negatives for retrieval, and the text samples from the catalogue.",
    question: "Which negatives does the retriever meet?",
    between: [
      [{ decides: "negatives", as: ["impressions"] }],
      [
        {
          says: [
            "negative|negatives",
            "entire catalogue|whole catalogue|in batch|of the batch|uniform|uniformly|from the corpus",
          ],
          within: 14,
          in: ["data", "model"],
        },
      ],
    ],
    examples: {
      contradict: [
        {
          answer: "For the retriever we sample negatives from the entire catalogue.",
          decisions: { negatives: "impressions" },
        },
      ],
      agree: [
        {
          answer: "For the retriever we sample negatives from the entire catalogue.",
          decisions: { negatives: "random" },
        },
      ],
    },
  },
  {
    id: "calibration-chosen-unlike-written",
    stage: "model",
    chapter: "/framework/calibration#repairing-it",
    worlds: ["ads"],
    statement: "The typed decision says that the number is used as it comes, and the text calibrates it.",
    question: "Is there a calibration step before the auction?",
    between: [
      [{ decides: "calibration", as: ["none"] }],
      [{ says: ["isotonic|platt|calibration layer|calibration step"], in: ["model", "serve"] }],
    ],
    examples: {
      contradict: [{ answer: "An isotonic fit follows the network.", decisions: { calibration: "none" } }],
      agree: [{ answer: "An isotonic fit follows the network.", decisions: { calibration: "isotonic" } }],
    },
  },
];
