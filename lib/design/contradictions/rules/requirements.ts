/** What was told about people, rules and limits, against what the design does. */
import type { Rule } from "../rule";

export const REQUIREMENT_RULES: readonly Rule[] = [
  {
    id: "data-that-may-not-be-used",
    stage: "data",
    chapter: "/framework/clarify#users-content-and-constraints",
    statement: "The design uses data that, as was told, may not be used.",
    question: "What is left of the gain when this source is gone?",
    between: [
      [{ told: ["no third party|inside the app|in our own app|never used|no precise location"] }],
      [
        {
          says: [
            "use|feature|input|buy|enrich|add|join|include|from",
            "third party|precise location|gps|credit score|address book|contacts|data broker|other websites|other apps|browsing history",
          ],
          within: 14,
        },
      ],
    ],
    examples: {
      contradict: [
        {
          answer: "User features include GPS position and third-party interest segments.",
          facts: ["privacy: Only what people do inside the app; no precise location, no third-party data."],
        },
      ],
      agree: [
        {
          answer: "We do not use third-party data, only what people do in the app.",
          facts: ["privacy: Only what people do inside the app; no third-party data."],
        },
        "User features include GPS position.",
      ],
    },
  },
  {
    id: "history-of-people-without-one",
    stage: "data",
    chapter: "/framework/cold-start#new-users",
    statement: "Everybody is scored by their history, and some people have none that may be used.",
    question: "What does the model see for the people who declined, paused or are not signed in?",
    between: [
      [{ told: ["declined|paused|cleared their history|not logged in"] }],
      [
        {
          says: [
            "history|past clicks|behaviour|user embedding|past purchases|user vector",
            "all users|every user|everybody|everyone|each user|all people|every person|each person",
          ],
          within: 12,
        },
      ],
    ],
    unless: [
      {
        says: [
          "consent|opt out|opted out|declined|paused|logged out|not logged in|no history|without history|contextual model|anonymous|tracking|signed in|account",
        ],
      },
    ],
    examples: {
      contradict: [
        {
          answer: "For every user we feed the history of past clicks into the network.",
          facts: ["privacy: Only with consent. Three in ten have declined."],
          world: "ads",
        },
      ],
      agree: [
        {
          answer: "For every user with consent we feed the history of past clicks into the network.",
          facts: ["privacy: Only with consent. Three in ten have declined."],
          world: "ads",
        },
      ],
    },
  },
  {
    id: "children-train-the-model",
    stage: "data",
    chapter: "/framework/clarify#users-content-and-constraints",
    worlds: ["video"],
    statement: "Behaviour of children may not train the model, and the design trains on it.",
    question: "Where in the data flow do these rows leave?",
    between: [
      [{ told: ["kids|children", "train"] }],
      [
        {
          says: ["train|trained|training|learn", "kids|children|minors|kids profiles"],
          within: 12,
          not: "exclude|excluded|leave|left|remove|removed|drop|dropped|except|filter|filtered|separate|nothing|reviewed",
        },
      ],
    ],
    examples: {
      contradict: [
        {
          answer: "We train the ranker on all profiles, including kids profiles.",
          facts: [
            "users: Kids profiles get a reviewed list, and their behaviour may not train the main model.",
          ],
        },
      ],
      agree: [
        {
          answer: "Rows of kids profiles are excluded before training.",
          facts: [
            "users: Kids profiles get a reviewed list, and their behaviour may not train the main model.",
          ],
        },
      ],
    },
  },
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
];
