/** What is searched at a request: how old it may be, with which version, and how much of it. */
import type { Rule } from "../rule";

const WITHIN_MINUTES = [
  {
    told: [
      "within ten minutes|within five minutes|within minutes|less than a minute|within seconds|next refresh",
    ],
  },
  {
    says: [
      "within ten minutes|in ten minutes|within five minutes|in five minutes|within minutes|within a minute|in real time",
      "upload|uploads|video|videos|product|products|creative|creatives|ad|ads|item|items|listing",
    ],
    within: 10,
    not: "feature|features|alert|alarm|page|pages",
  },
] as const;

export const INDEX_RULES: readonly Rule[] = [
  {
    id: "nightly-against-minutes",
    stage: "serve",
    chapter: "/framework/embeddings#versions-and-refresh",
    statement: "New or changed items must count within minutes, and what is searched is rebuilt once a day.",
    question: "What happens to an item between its arrival and the next build?",
    between: [
      [...WITHIN_MINUTES],
      [
        {
          says: [
            "index|catalogue|candidates|recommendations|lists|embeddings|item vectors|feed|co watch table|precompute|precomputed|scored|predictions",
            "nightly|every night|overnight|once a day|daily batch|daily job|each night|batch job at night",
          ],
          within: 12,
          not: "train|retrain|second index|besides|beside|also|incremental|stream|fresh|new uploads|full",
        },
      ],
    ],
    unless: [
      {
        says: [
          "@index-update|incremental|incrementally|on upload|when it is uploaded|within minutes|streaming|stream|fresh index|when a video arrives|as it arrives|near real time|inserted|every few minutes|nearly live|in memory index",
        ],
      },
    ],
    examples: {
      contradict: [
        {
          answer: "The ANN index is rebuilt nightly from all item embeddings.",
          facts: ["freshness: A new upload has to be recommendable within ten minutes."],
        },
      ],
      agree: [
        {
          answer: "The full index is rebuilt nightly, and new uploads are inserted on upload.",
          facts: ["freshness: A new upload has to be recommendable within ten minutes."],
        },
        "The ANN index is rebuilt nightly from all item embeddings.",
      ],
    },
  },
  {
    id: "a-tower-ahead-of-its-index",
    stage: "serve",
    chapter: "/framework/embeddings#versions-and-refresh",
    statement:
      "The encoder of requests goes live at once, and the vectors that it is compared with come later.",
    question: "What does the product of a new vector with an old one mean?",
    between: [
      [
        {
          says: [
            "tower|encoder|user tower|query encoder|query tower",
            "straight away|immediately|at once|any time|right away",
          ],
          within: 14,
          not: "together|both|index alias|same version",
        },
      ],
      [
        {
          says: [
            "index|vectors|item vectors|video vectors|product vectors|embeddings",
            "weeks|weekly|sunday|sundays|monthly|weekend|independent|by themselves|over time",
          ],
          within: 14,
        },
      ],
    ],
    unless: [{ says: ["@index-version|same version|switched together|switch together|second index"] }],
    examples: {
      contradict: [
        "When we retrain, the new user tower goes live immediately. The index of video vectors is rebuilt on Sundays.",
      ],
      agree: [
        "The new user tower goes live immediately with its index, both of the same version. Other vectors change over weeks.",
        "The index of video vectors is rebuilt on Sundays, and the tower waits for it.",
      ],
    },
  },
  {
    id: "every-item-for-every-request",
    stage: "serve",
    chapter: "/framework/pitfalls#one-class-per-item",
    worlds: ["video", "search"],
    statement: "There are millions of items, and a model scores all of them for each request.",
    question: "How many scores a second is that, and which cheaper step could come first?",
    between: [
      [
        { told: ["million", "eligible|products"] },
        { says: ["million|10m|100m|200m", "videos|items|products"], within: 4 },
      ],
      [
        {
          says: [
            "score|evaluate|rank|run|apply",
            "over the catalogue|whole catalogue|entire catalogue|all videos|every video|all products|every product|all items|every item|full catalogue",
          ],
          within: 10,
          in: ["frame", "model", "serve"],
          not: "tower|towers|dot product|nearest|retrieved|offline|nightly|precompute|candidate|candidates|embed|seconds|minutes|recall|exact",
        },
        {
          says: [
            "softmax over|one class per|output per",
            "million|all videos|all items|catalogue|all products",
          ],
          within: 8,
          not: "sampled|sample|train|trained|training|batch",
        },
      ],
    ],
    examples: {
      contradict: [
        {
          answer: "At serving we evaluate the network over the catalogue with batching.",
          facts: ["scale: There are 100 million videos, ten million of them eligible."],
        },
      ],
      agree: [
        {
          answer: "We score 500 candidates; scoring all videos is out of reach, as no machine could.",
          facts: ["scale: There are 100 million videos, ten million of them eligible."],
        },
        {
          answer: "Two towers search all videos by dot product. The ranker does not score all videos.",
          facts: ["scale: There are 100 million videos, ten million of them eligible."],
        },
      ],
    },
  },
];
