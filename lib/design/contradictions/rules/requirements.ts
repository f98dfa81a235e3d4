/** What was told about machines, markets, budgets and rules, against what the design does. */
import type { Rule } from "../rule";

export const REQUIREMENT_RULES: readonly Rule[] = [
  {
    id: "accelerators-that-are-not-there",
    stage: "serve",
    chapter: "/framework/serve#capacity-and-memory",
    statement: "There are no accelerators for serving, and the design serves on them.",
    question: "What runs in their place, and what does it cost in milliseconds or in quality?",
    between: [
      [{ told: ["no gpus at serving|none for serving|no accelerators|gpus have to be argued for"] }],
      [
        {
          says: ["gpu|gpus|accelerator|accelerators", "serve|serving|served|inference|request|online|live"],
          within: 10,
          not: "train|training|offline|argue|cost|pay|pays|price|hundred|without|per gpu|each gpu|buy|need",
        },
      ],
    ],
    examples: {
      contradict: [
        {
          answer: "Inference of the ranker runs on GPU servers behind a batching queue.",
          facts: ["constraints: 500 CPU servers; no GPUs at serving."],
        },
      ],
      agree: [
        {
          answer: "Inference runs on CPU servers; GPUs are for training.",
          facts: ["constraints: 500 CPU servers; no GPUs at serving."],
        },
        { answer: "Inference of the ranker runs on GPU servers." },
      ],
    },
  },
  {
    id: "one-language-of-many",
    stage: "model",
    chapter: "/framework/clarify#users-content-and-constraints",
    statement: "There are many languages, and the text model knows one.",
    question: "What does the text model give for the languages it has never seen?",
    between: [
      [{ told: ["languages"] }],
      [
        {
          says: ["english", "encoder|bert|tokeniser|embedding|embeddings|only|model|stemmer"],
          within: 8,
          not: "multilingual|third|slice|slices|beside|translate|translated|heavy|dominated|other languages|speaking",
        },
      ],
    ],
    unless: [{ says: ["multilingual|per language|each language|by language|translate|translation"] }],
    examples: {
      contradict: [
        {
          answer: "Titles are embedded with an English BERT.",
          facts: ["users: 40 countries and 15 main languages."],
        },
      ],
      agree: [
        {
          answer: "Titles are embedded with a multilingual encoder, English included.",
          facts: ["users: 40 countries and 15 main languages."],
        },
      ],
    },
  },
  {
    id: "new-items-without-a-past",
    stage: "model",
    chapter: "/framework/cold-start#content-and-towers-that-do-without-ids",
    statement: "New items must be found soon, and retrieval knows items only by past interactions.",
    question: "By which path does an item that nobody has touched reach its first viewer?",
    between: [
      [
        {
          told: ["new upload|new listing|new product|new creative|less than 24 hours|never reach ten views"],
        },
        {
          says: [
            "new uploads|new videos|new items|new ads|new products|new listings",
            "minutes|minute|hour|day",
          ],
        },
      ],
      [
        {
          says: [
            "collaborative filtering|matrix factorisation|matrix factorization|co watch|item to item|als",
            "retrieve|retrieval|retriever|candidates|candidate generation|recommend",
          ],
          within: 12,
          not: "also|besides|plus|and content|sources|source|two tower",
        },
        {
          says: [
            "new videos|new items|new uploads|new ads|new products",
            "random vector|random vectors|random embedding|randomly initialised",
          ],
          within: 10,
        },
      ],
    ],
    unless: [
      {
        says: [
          "@content-embedding|@exploration|content based|fresh|trending|cold start|bm25|two tower|two towers|towers|title",
        ],
      },
    ],
    examples: {
      contradict: [
        {
          answer: "Retrieval is matrix factorisation on the watch matrix: we retrieve 500 candidates.",
          facts: ["freshness: A new upload has to be recommendable within ten minutes."],
        },
      ],
      agree: [
        {
          answer: "Retrieval is matrix factorisation; new uploads are placed by their content embedding.",
          facts: ["freshness: A new upload has to be recommendable within ten minutes."],
        },
      ],
    },
  },
  {
    id: "budgets-counted-too-late",
    stage: "serve",
    chapter: "/framework/clarify#users-content-and-constraints",
    worlds: ["ads"],
    statement: "Budgets must hold during the day, and they are counted once it is over.",
    question: "How much is spent beyond a budget until then, and who pays it?",
    between: [
      [{ told: ["refund whatever goes over budget|budget change", "budget"] }],
      [
        {
          says: [
            "budget|budgets|spend|caps",
            "end of the day|nightly|once a day|every night|next day|overnight|nightly job",
          ],
          within: 14,
          not: "pacing|paced|evenly|lasts|last until|split|until the",
        },
      ],
    ],
    unless: [
      { says: ["budget|budgets|spend", "nearly live|live|real time|seconds|stream|streaming|every minute"] },
    ],
    examples: {
      contradict: [
        {
          answer: "Budgets are reconciled at the end of the day from the billing log.",
          facts: ["constraints: Each campaign has a daily budget. We refund whatever goes over budget."],
        },
      ],
      agree: [
        {
          answer: "Budgets are counted nearly live; billing reconciles budgets at the end of the day.",
          facts: ["constraints: Each campaign has a daily budget. We refund whatever goes over budget."],
        },
      ],
    },
  },
  {
    id: "a-filter-that-does-not-hold",
    stage: "serve",
    chapter: "/framework/serve#fallbacks",
    worlds: ["video", "search"],
    statement: "A filter has to hold whatever fails, and the design goes without it.",
    question: "Which pages does somebody see then who must never see them?",
    between: [
      [{ told: ["adult filter|hard rules"] }],
      [
        {
          says: [
            "filter|filters|adult filter|policy check",
            "switched off|skipped|disabled|turned off|left out|bypassed",
          ],
          within: 8,
        },
      ],
    ],
    examples: {
      contradict: [
        {
          answer: "In emergency mode the adult filter is switched off to save 20 ms.",
          facts: ["constraints: An adult filter that holds whatever else fails."],
          world: "search",
        },
      ],
      agree: [
        {
          answer: "In emergency mode the ranker is skipped. The adult filter is never switched off.",
          facts: ["constraints: An adult filter that holds whatever else fails."],
          world: "search",
        },
      ],
    },
  },
  {
    id: "a-surface-of-another-team",
    stage: "clarify",
    chapter: "/framework/clarify#assumptions-and-scope",
    worlds: ["video"],
    statement: "This surface belongs to another team, and the design is about it.",
    question: "What of this design holds for the feed that you were asked for?",
    between: [
      [{ told: ["watch next belongs to another team"] }],
      [
        {
          says: ["@watch-next|related videos|related ones", "show|recommend|scope|design|query|build|focus"],
          within: 12,
          not: "leave|another team|belongs|other team|out of scope|not mine|home feed|signal|come from|watches from|log",
        },
      ],
    ],
    examples: {
      contradict: [
        {
          answer: "We show related videos beside the player; the video that plays is our query.",
          facts: ["surface: The home feed. Watch-next belongs to another team."],
        },
      ],
      agree: [
        {
          answer: "I leave watch-next to the other team and design the home feed.",
          facts: ["surface: The home feed. Watch-next belongs to another team."],
        },
      ],
    },
  },
];
