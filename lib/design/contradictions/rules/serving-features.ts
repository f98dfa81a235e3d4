/** What can be known, and how old it may be, at the moment of a request. */
import type { Rule } from "../rule";

export const SERVING_RULES: readonly Rule[] = [
  {
    id: "towers-that-cross",
    stage: "model",
    chapter: "/framework/model#retrieval-two-tower",
    statement: "Two towers meet only in their dot product, and a feature of both sides goes into one.",
    question: "Item vectors are computed before the user is known. Which tower reads this feature?",
    between: [
      [{ says: ["@two-tower"] }, { decides: "retriever", as: ["two-tower", "dense"] }],
      [
        {
          says: [
            "tower|towers|two tower|retriever",
            "with|get|gets|use|uses|take|takes|read|reads|feed|fed|input|inputs|include|includes|into|has|have|add|adds",
            "cross feature|cross features|crossed features|user item features|user item interaction|interaction features|cross attention|user x item|user x video|user video features",
          ],
          within: 14,
          not: "ranker|ranking|dcn|cross network",
        },
      ],
    ],
    examples: {
      contradict: [
        "Retrieval uses a two-tower model with cross features between user and item for better accuracy.",
        "We train a dual encoder. Both towers get user-item interaction features such as watches of this channel.",
      ],
      agree: [
        "Retrieval uses a two-tower model; cross features between user and item belong to the ranker.",
        "Two towers cannot use cross features between user and item.",
        "We retrieve with two towers. The ranker learns cross features.",
      ],
    },
  },
  {
    id: "position-without-a-default",
    stage: "serve",
    chapter: "/framework/pitfalls#position-forgotten-at-serving",
    statement: "The position is an input of the model, and candidates have none when they are scored.",
    question: "Which position does a candidate have before it is ranked?",
    between: [
      [
        {
          says: [
            "position|slot|slot number|rank on the page",
            "as a feature|as feature|as a regular feature|as features|as an input|as input|is a feature|is an input",
          ],
          within: 6,
          not: "bias|label|query position|word position",
        },
        {
          says: ["feature|input", "position|slot|slot position|rank on the page"],
          within: 25,
          ordered: true,
          not: "bias|label|alert|drift|monitor|psi|by slot|per slot|each slot|word position|at every slot|calibration",
        },
      ],
      [
        {
          says: [
            "rank|ranked|score|scored|sort|sorted",
            "candidate|candidates|video|videos|ad|ads|product|products|result|results",
          ],
          within: 8,
        },
      ],
    ],
    unless: [
      {
        says: [
          "position|slot|slots|tower|it",
          "constant|default|fixed|set to|switched off|cut off|additive|shallow|masked|mask|dropout|removed|neutral|same value|left out|first position|propensity|one value|not known at serving|position one|position 1|zero",
        ],
        within: 16,
      },
      { says: ["@inverse-propensity|position tower|shallow tower|position based model|examination"] },
    ],
    examples: {
      contradict: [
        "Features are user age, ad category and the slot position as an input. We rank the ads by score.",
      ],
      agree: [
        "The slot position is a feature in training and set to one constant at serving. We rank the ads by score.",
        "The position is no feature. We rank the ads by score.",
      ],
    },
  },
  {
    id: "yesterdays-history-for-the-next-refresh",
    stage: "serve",
    chapter: "/framework/feature-pipelines#freshness-and-cost",
    worlds: ["video"],
    statement: "What somebody watches now should show in the next refresh, and their features are a day old.",
    question: "Which part of the request path knows about the last watch?",
    between: [
      [
        { told: ["next refresh|less than a minute"] },
        {
          says: [
            "next refresh|same session|within the session|within a minute",
            "watch|watches|click|clicks|action|actions|interest",
          ],
          within: 12,
        },
      ],
      [
        {
          says: [
            "user features|user embedding|user embeddings|user vectors|user profiles|watch history|features",
            "nightly|every night|overnight|once a day|daily batch|daily job|each night",
          ],
          within: 10,
          not: "stream|streaming|besides|beside|also|slow|rest|long term|session",
        },
      ],
    ],
    unless: [
      {
        says: [
          "@streaming-features|stream|streaming|real time|near real time|session features|at request time",
        ],
      },
    ],
    examples: {
      contradict: [
        {
          answer: "User embeddings are computed nightly in a batch job and looked up.",
          facts: ["freshness: What somebody watches now should influence their next refresh."],
        },
      ],
      agree: [
        {
          answer: "User embeddings are computed nightly; the last watches reach the ranker by a stream.",
          facts: ["freshness: What somebody watches now should influence their next refresh."],
        },
      ],
    },
  },
  {
    id: "warehouse-in-the-request-path",
    stage: "serve",
    chapter: "/framework/pitfalls#features-for-free",
    statement: "An answer takes milliseconds, and features are read from a store that takes seconds.",
    question: "How long does this read take at the tail, and where do the values lie instead?",
    between: [
      [
        { told: ["ms"] },
        { decides: "latency-budget", as: [] },
        { says: ["ms|milliseconds", "p99|budget|latency|within|limit"], within: 8 },
      ],
      [
        {
          says: [
            "at request time|at serving|at serving time|per request|for each request|online|on every request|when a request comes",
            "warehouse|spark|hive|bigquery|hadoop|data lake|snowflake|sql join|mapreduce",
          ],
          within: 14,
          not: "feature store|filled|copied|loaded|cache|log|logged",
        },
      ],
    ],
    examples: {
      contradict: [
        "The latency limit is 200 ms. At request time we query the data warehouse for the user's features.",
      ],
      agree: [
        "The latency limit is 200 ms. At request time we read the feature store, which is filled from the warehouse every hour by a job of its own that nobody waits for.",
        "The latency limit is 200 ms. At serving time nothing touches the warehouse.",
      ],
    },
  },
];
