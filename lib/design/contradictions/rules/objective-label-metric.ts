/** Objective, label, offline metric and online metric: four names of one intention. */
import { AIM, ONLINE, RECALL_METRICS, THINGS } from "../phrases";
import type { Rule } from "../rule";

const CLICKS = "click|clicks|ctr|click rate|click through rate|tap|taps";

export const OBJECTIVE_RULES: readonly Rule[] = [
  {
    id: "click-label-for-a-watching-goal",
    stage: "data",
    chapter: "/framework/data#labels",
    worlds: ["video"],
    statement: "The goal is about watching, and the positive label is a click.",
    question:
      "A model trained on clicks learns what people open. What makes it learn what they go on watching?",
    between: [
      [
        { decides: "objective", as: ["watch-time", "satisfied-watch", "retention"] },
        { says: [AIM, "@watch-time|@satisfaction|@retention"] },
      ],
      [
        { decides: "label", as: ["click"] },
        {
          says: ["label|positive|positives|positive example|target", "click|clicked|tap"],
          within: 9,
          not: "seconds|watch|watched|completion|hide|head|long|dwell|four seconds",
        },
      ],
    ],
    unless: [
      {
        says: [
          "label|positive|target|head|predict",
          "@watch-threshold|long watch|watch time|completion|watch percentile|satisfied|survey",
        ],
      },
    ],
    examples: {
      contradict: [
        "Our goal is satisfied watch time per user. A positive example is a click on the card.",
        { answer: "We optimise for day 28 retention.", decisions: { label: "click" } },
      ],
      agree: [
        "Our goal is watch time. A positive label is a watch of at least 30 seconds after the click.",
        "Our goal is watch time. A click is not a positive label.",
        "Our goal is clicks. A positive example is a click.",
      ],
    },
  },
  {
    id: "experiment-decided-by-clicks",
    stage: "evaluate",
    chapter: "/framework/frame#metrics-that-decide",
    statement: "The goal is not clicks, and the experiment is decided by the click rate.",
    question: "If the click rate goes up and your goal goes down, would you ship?",
    between: [
      [
        {
          decides: "objective",
          as: [
            "watch-time",
            "satisfied-watch",
            "retention",
            "purchases",
            "purchases-with-floor",
            "revenue",
            "total-value",
            "conversions",
          ],
        },
        { says: [AIM, "@watch-time|@retention|@satisfaction|revenue|purchase|conversion"], not: CLICKS },
        { told: ["clicks are not a goal|clicks do not count"] },
      ],
      [
        {
          says: [ONLINE, "@ctr|clicks per search|clicks per user|number of clicks"],
          in: ["frame", "evaluate"],
          not: "guardrail|secondary|calibration|predicted|only|also|proxy|watch time|retention|revenue|purchase|conversion|predict",
        },
      ],
    ],
    unless: [{ says: [ONLINE, "@watch-time|@retention|@satisfaction|revenue|purchase|conversion|order"] }],
    examples: {
      contradict: [
        "The objective is watch time per user. In the A/B test we compare the CTR of both arms and launch the better one.",
      ],
      agree: [
        "The objective is watch time. The A/B test is decided by watch time, with CTR reported beside it.",
        "The objective is watch time. We do not decide the A/B test by CTR.",
      ],
    },
  },
  {
    id: "clicks-against-what-was-told",
    stage: "frame",
    chapter: "/framework/clarify#goal-before-model",
    statement: "The interviewer said that clicks are not the goal, and the design optimises them.",
    question: "You were told what success is here. How does maximising clicks serve it?",
    between: [
      [{ told: ["click", "not a goal|do not count"] }],
      [
        { decides: "objective", as: ["clicks"] },
        {
          says: [AIM, CLICKS],
          within: 8,
          not: "watch|retention|purchase|revenue|conversion|satisfied|hide|weighted",
        },
      ],
    ],
    examples: {
      contradict: [
        {
          answer: "The objective is to maximise clicks on the feed.",
          facts: ["goal: Week to week we move satisfied watch time. Clicks are not a goal."],
        },
        {
          decisions: { objective: "clicks" },
          facts: ["goal: Purchases count, clicks do not count."],
          world: "search",
        },
      ],
      agree: [
        {
          answer: "The objective is satisfied watch time. Clicks are not the goal.",
          facts: ["goal: Clicks are not a goal."],
        },
        { answer: "The objective is to maximise clicks." },
      ],
    },
  },
  {
    id: "accuracy-for-an-order",
    stage: "evaluate",
    chapter: "/framework/evaluate#offline-metrics",
    statement: "The task is to order a list, and the metric judges each item against a threshold.",
    question:
      "Two models with the same accuracy can order the page very differently. What would tell them apart?",
    between: [
      [
        { decides: "offline-metric", as: ["accuracy"] },
        {
          says: ["metric|evaluate|measure|report|judge|compare", "accuracy|f1|f1 score"],
          not: "secondary|whatever|imbalanced|rater|judge accuracy|calibration",
        },
      ],
      [{ says: ["rank|ranking|order|sort|top", THINGS], within: 6 }],
    ],
    unless: [{ says: [RECALL_METRICS] }],
    examples: {
      contradict: [
        "The ranker sorts the candidates for the page. Offline we measure accuracy and F1 on a test set.",
      ],
      agree: [
        "The ranker sorts the candidates for the page. Offline we measure NDCG@20.",
        "The ranker sorts the candidates. We do not measure accuracy, because most rows are negative.",
      ],
    },
  },
  {
    id: "accuracy-of-the-rare",
    stage: "evaluate",
    chapter: "/framework/pitfalls#accuracy-of-the-rare",
    statement: "Positives are rare, and the metric is accuracy.",
    question: "What accuracy does a model have here that always says no?",
    between: [
      [
        { decides: "offline-metric", as: ["accuracy"] },
        {
          says: ["metric|evaluate|measure|report|judge|compare", "accuracy"],
          not: "secondary|whatever|imbalanced|always|rater",
        },
      ],
      [
        {
          says: [
            "1%|1 percent|one percent|2%|two percent|0.1%|3%|rare|imbalanced|few",
            "positive|clicked|click|click rate|base rate|conversion|purchase",
          ],
          within: 8,
        },
        { told: ["one percent|tenth of a percent", "feed|column"] },
      ],
    ],
    examples: {
      contradict: [
        "About 1% of the impressions are clicked. We evaluate the model by its accuracy on held-out rows.",
      ],
      agree: [
        "About 1% of the impressions are clicked. We evaluate the model by normalized entropy.",
        "About 1% of the impressions are clicked, so accuracy would be misleading.",
      ],
    },
  },
  {
    id: "squared-error-for-an-order",
    stage: "evaluate",
    chapter: "/framework/evaluate#offline-metrics",
    statement: "The page is an order, and the offline metric is an error of single values.",
    question: "Which error at the top of the page does this metric see?",
    between: [
      [
        {
          says: [
            "rmse|mean squared error|mse|mae|mean absolute error",
            "metric|evaluate|report|judge|compare",
          ],
          not: "head|watch time|secondary|regression head|loss",
        },
      ],
      [{ says: ["rank|ranking|order|sort|top", THINGS], within: 6 }],
    ],
    unless: [{ says: [RECALL_METRICS] }],
    examples: {
      contradict: ["We predict a star rating and sort the videos by it. Our offline metric is RMSE."],
      agree: [
        "We sort the videos by the score. Our offline metric is NDCG, with RMSE of the ratings beside it.",
      ],
    },
  },
  {
    id: "guardrail-is-the-goal",
    stage: "evaluate",
    chapter: "/framework/frame#objectives-that-compete",
    statement: "{it} is both what is optimised and what guards against optimising too hard.",
    question: "A guardrail moves against the objective. What gets worse when {it} is pushed too far?",
    each: {
      "Watch time": "watch time|viewing time|minutes watched",
      "The click rate": "ctr|click rate|click through rate",
      Revenue: "revenue",
      Retention: "retention|day 28 retention",
      "The purchase rate": "purchase rate|purchases per search|conversion rate",
    },
    between: [
      [{ says: [AIM, "$"], within: 6, ordered: true, not: "guardrail|guardrails" }],
      [
        {
          says: ["guardrail|guardrails", "$"],
          within: 6,
          ordered: true,
          not: "primary|objective|decides|goal",
        },
      ],
    ],
    examples: {
      contradict: [
        "Our primary metric is watch time per user. As guardrails we take watch time and crashes.",
      ],
      agree: [
        "Our primary metric is watch time. Guardrails are hides and reports.",
        "The goal is revenue, with guardrails on advertiser return.",
      ],
    },
  },
];
