/** Labels that exist only for some rows, or only later. */
import type { Rule } from "../rule";

export const LATE_LABEL_RULES: readonly Rule[] = [
  {
    id: "conversions-from-clicks-alone",
    stage: "model",
    chapter: "/framework/multi-task#a-label-that-exists-only-after-another",
    worlds: ["ads"],
    statement:
      "The conversion model is trained on clicks alone, and its number is used for every impression.",
    question:
      "Who clicks is not who sees. Which conversion rate does the model give for people who would not click?",
    between: [
      [
        {
          says: [
            "conversion|cvr|pcvr",
            "clicked impressions|clicks only|only clicks|only clicked|on clicks|clicked traffic|clicked ads",
            "train|trained|fit|fitted|learn",
          ],
          within: 16,
        },
      ],
      [
        {
          says: [
            "pctr|click probability|ctr|p click",
            "pcvr|cvr|conversion",
            "times|multiplied|product|x|bid",
          ],
        },
        { told: ["billed per conversion|pay per conversion"] },
      ],
    ],
    unless: [
      {
        says: [
          "entire space|all impressions|every impression|over impressions|esmm|ctcvr|selection|biased sample",
        ],
      },
    ],
    examples: {
      contradict: [
        "The score is bid times pCTR times pCVR. The conversion model is trained on clicked impressions.",
      ],
      agree: [
        "The score is bid times pCTR times pCVR. The conversion head is trained over all impressions as a product.",
      ],
    },
  },
  {
    id: "streaming-with-late-labels",
    stage: "data",
    chapter: "/framework/pitfalls#not-yet-is-not-no",
    worlds: ["ads"],
    statement: "The model learns from each event at once, and some labels come days later.",
    question: "What is a conversion that has not arrived yet, in the next training step?",
    between: [
      [
        { decides: "updates", as: ["streaming"] },
        {
          says: [
            "online learning|stream training|streaming training|train continuously|trained continuously|after every event|each event|every event at once|trains online",
          ],
        },
      ],
      [
        { decides: "label", as: ["conversion"] },
        { told: ["conversion", "arrive|last", "days|day|hour"] },
        { says: ["conversion|purchase|sign up", "days|late|later"], within: 8 },
      ],
    ],
    unless: [
      {
        says: [
          "delayed feedback|delayed labels|delay model|delay|matured|mature|wait|waits|not yet|late labels|importance weight|fake negatives|conversion window",
        ],
      },
    ],
    examples: {
      contradict: [
        { decisions: { updates: "streaming", label: "conversion" }, world: "ads" },
        {
          answer: "We use online learning: the model is trained on each event.",
          facts: ["data: A third of the conversions arrive within an hour, the last after 30 days."],
          world: "ads",
        },
      ],
      agree: [
        {
          answer: "Conversions are late, so the likelihood holds a delay model.",
          decisions: { updates: "streaming", label: "conversion" },
          world: "ads",
        },
      ],
    },
  },
  {
    id: "a-no-before-its-time",
    stage: "data",
    chapter: "/framework/pitfalls#not-yet-is-not-no",
    worlds: ["ads"],
    statement: "The answer of a person may come later, and a row without it counts as a no at once.",
    question: "Which share of these negatives are positives that were not waited for?",
    between: [
      [{ told: ["within 30 minutes|within an hour|after 30 days"] }],
      [
        {
          says: [
            "immediately|straight away|at once|as soon as",
            "row|impression|label|rendered",
            "label 0|0|zero|negative",
          ],
          within: 18,
          not: "overwritten after|window|wait|until",
        },
        {
          says: [
            "conversion|conversions|clicks",
            "not arrived|not yet arrived|not come",
            "negative|negatives|label 0",
          ],
          within: 14,
        },
      ],
    ],
    unless: [{ says: ["join window|waiting window|wait|waits|delay model|matured"] }],
    examples: {
      contradict: [
        {
          answer: "Conversions that have not arrived by the nightly run are negatives.",
          facts: ["data: A third of the conversions arrive within an hour, the last after 30 days."],
        },
      ],
      agree: [
        {
          answer: "An impression becomes a negative when its join window of 30 minutes ends.",
          facts: ["data: A click counts within 30 minutes of the impression."],
        },
      ],
    },
  },
];
