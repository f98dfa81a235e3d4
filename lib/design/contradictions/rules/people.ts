/** What was told about the people, against the data that the design takes of them. */
import type { Rule } from "../rule";

export const PEOPLE_RULES: readonly Rule[] = [
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
            "third party|precise location|gps|credit score|address book|contacts|data broker|data partners|data partner|other websites|other apps|browsing history|bought data",
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
    id: "profiles-of-people-who-declined",
    stage: "data",
    chapter: "/framework/clarify#users-content-and-constraints",
    statement: "Some people declined, and the design makes a profile of them by another way.",
    question: "What would they say if they saw this step?",
    between: [
      [{ told: ["declined|paused|cleared their history|only with consent"] }],
      [
        {
          says: [
            "declined|opted out|without consent|refused",
            "infer|inferred|lookalike|lookalikes|fingerprint|fingerprinting|reconstruct|guess",
          ],
          within: 14,
        },
      ],
    ],
    examples: {
      contradict: [
        {
          answer: "For users who declined tracking we infer their profile from lookalikes.",
          facts: ["privacy: Only with consent. Three in ten have declined."],
          world: "ads",
        },
      ],
      agree: [
        {
          answer: "For users who declined tracking we use page, device and time. We do not infer a profile.",
          facts: ["privacy: Only with consent. Three in ten have declined."],
          world: "ads",
        },
      ],
    },
  },
];
