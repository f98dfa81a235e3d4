/** Experiments: what is randomised, for how long, and what the number can tell. */
import { AIM } from "../phrases";
import type { Rule } from "../rule";

const BY_USER = {
  says: ["randomise|randomised|split|divide|assign|bucket|hash", "by user|user id|users|by person"],
  within: 6,
  in: ["evaluate"],
  not: "budget|budgets|purse|purses|spend|creator|creators|seller|sellers|cluster|data|train|training|test set",
} as const;

export const EXPERIMENT_RULES: readonly Rule[] = [
  {
    id: "arms-that-share-a-purse",
    stage: "evaluate",
    chapter: "/framework/experiments#when-users-affect-each-other",
    worlds: ["ads"],
    statement: "Users are divided between the arms, and both arms spend the same budgets.",
    question: "If the new model spends faster, what is left for the control arm to earn?",
    between: [
      [{ decides: "experiment", as: ["user-split"] }, BY_USER],
      [
        { told: ["campaign", "daily budget"] },
        {
          says: [
            "daily budget|daily budgets|campaign budget|budgets|budget",
            "advertiser|advertisers|campaign|pacing|spend",
          ],
          within: 8,
        },
      ],
    ],
    unless: [
      {
        says: [
          "@budget-split|@interference|switchback|budget split|shared budgets|share budgets|every budget|purse|steal|own share",
        ],
      },
      { decides: "experiment", as: ["budget-split", "switchback"] },
    ],
    examples: {
      contradict: [
        {
          decisions: { experiment: "user-split" },
          facts: ["constraints: Each campaign has a daily budget, and a service paces it."],
          world: "ads",
        },
        {
          answers: {
            evaluate: "We randomise users into two arms and compare revenue.",
            serve: "Pacing spends the daily budget of each campaign evenly.",
          },
          world: "ads",
        },
      ],
      agree: [
        {
          answers: {
            evaluate: "We randomise users and give each arm its share of every budget.",
            serve: "Pacing spends the daily budget of each campaign evenly.",
          },
          world: "ads",
        },
        {
          answer: "Campaign purses are split with users, else one arm spends what the other needs.",
          facts: ["constraints: Each campaign has a daily budget, and a service paces it."],
          world: "ads",
        },
      ],
    },
  },
  {
    id: "creators-in-both-arms",
    stage: "evaluate",
    chapter: "/framework/experiments#when-users-affect-each-other",
    statement:
      "The effect on {it} is to be measured, and the arms divide users, who all share the same {it}.",
    question: "What would a test by user show if {it} lost in one arm what they gained in the other?",
    worlds: ["video", "search"],
    each: { creators: "creator|creators|uploaders", sellers: "seller|sellers|merchants" },
    between: [
      [{ decides: "experiment", as: ["user-split"] }, BY_USER],
      [
        {
          says: ["measure|effect|experiment|test|lift", "$"],
          within: 8,
          in: ["evaluate"],
          not: "guardrail|cap|slice|slices|small channels|cluster|pool|cancel",
        },
      ],
    ],
    unless: [{ says: ["@interference|cluster|by creator|by seller|creator side|both sides|cancel"] }],
    examples: {
      contradict: [
        { answers: { evaluate: "We randomise by user id. The test measures the effect on small creators." } },
      ],
      agree: [
        {
          answers: {
            evaluate:
              "We randomise by user id. The effect on creators is measured with clusters of creators.",
          },
        },
      ],
    },
  },
  {
    id: "arms-change-within-a-user",
    stage: "evaluate",
    chapter: "/framework/experiments#before-the-first-user",
    statement: "Each visit draws an arm, and the metric follows a person over days.",
    question: "A person saw both arms. To which of them does their return belong?",
    between: [
      [
        { decides: "experiment", as: ["session-split"] },
        {
          says: [
            "randomise|randomised|split|assign|bucket",
            "by session|by request|by impression|per session|per request|sessions|requests",
          ],
          within: 6,
          in: ["evaluate"],
          not: "interleaving|data|train|training|swap|swapped",
        },
      ],
      [
        { decides: "objective", as: ["retention"] },
        {
          says: [
            "metric|measure|decide|decides|primary|success|goal|objective",
            "retention|return|come back|per user|per daily user|daily active users",
          ],
          within: 10,
        },
      ],
    ],
    examples: {
      contradict: [
        { answers: { evaluate: "We randomise by session. The primary metric is day 7 retention." } },
        { decisions: { experiment: "session-split", objective: "retention" } },
      ],
      agree: [
        { answers: { evaluate: "We randomise by user id. The primary metric is day 7 retention." } },
        { decisions: { experiment: "user-split", objective: "retention" } },
      ],
    },
  },
  {
    id: "stopped-when-it-looks-good",
    stage: "evaluate",
    chapter: "/framework/experiments#looking-before-the-end",
    statement: "A sample size is planned, and the test ends as soon as it looks significant.",
    question: "With a look every day, how often does a change without effect pass at five percent?",
    between: [
      [
        {
          says: [
            "stop|end|ship|launch",
            "as soon as|the moment|once it is significant|when significant|when it is significant|once significant",
          ],
          within: 8,
          not: "guardrail|guardrails|sequential|harm|explore|exploring|video",
        },
      ],
      [
        {
          says: [
            "sample size|two weeks|users per arm|power|minimum detectable effect|two full weeks|14 days",
          ],
        },
      ],
    ],
    unless: [{ says: ["sequential|always valid|alpha spending|peeking"] }],
    examples: {
      contradict: [
        "The sample size is 1.4M users per arm. We check the p-value each morning and ship as soon as it is below 0.05.",
      ],
      agree: [
        "The sample size is 1.4M users per arm, and nobody stops the test before two weeks are over.",
        "The sample size is 1.4M per arm. With a sequential test we stop as soon as the boundary is crossed.",
      ],
    },
  },
  {
    id: "a-preference-for-a-size",
    stage: "evaluate",
    chapter: "/framework/experiments#interleaving",
    statement: "Interleaving tells which list people prefer, and the goal is an amount.",
    question: "By how much does the goal rise? What in this experiment can say so?",
    between: [
      [
        { decides: "experiment", as: ["interleaving"] },
        {
          says: [
            "interleaving|interleave",
            "lift|effect size|size of the effect|revenue|retention|per user|purchases per search|how much",
          ],
          within: 10,
          not: "then|a b|ab|winners|preference|screen|screened",
        },
      ],
      [
        { decides: "objective", as: ["purchases", "purchases-with-floor", "watch-time", "retention"] },
        { says: [AIM, "purchases per search|purchase|watch time|retention|revenue"], within: 8 },
      ],
    ],
    unless: [{ says: ["a b test|ab test|user split|split by user|by shopper"] }],
    examples: {
      contradict: [
        { decisions: { experiment: "interleaving", objective: "purchases" }, world: "search" },
        { answer: "The goal is purchases per search. Interleaving measures the lift.", world: "search" },
      ],
      agree: [
        { decisions: { experiment: "interleaving-then-split", objective: "purchases" }, world: "search" },
        {
          answer: "The goal is purchases per search. Interleaving screens, an A/B test measures the lift.",
          world: "search",
        },
      ],
    },
  },
];
