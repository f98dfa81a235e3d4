/** What happens to a ranked list before it is shown, against what it was ranked for. */
import { PRICED } from "../phrases";
import type { Rule } from "../rule";

export const RE_RANKING_RULES: readonly Rule[] = [
  {
    id: "sorted-again-at-the-end",
    stage: "model",
    chapter: "/framework/re-ranking#rules-filters-caps-quotas",
    statement: "Candidates are ranked by a model, and the last step sorts them by {it}.",
    question: "After sorting by {it}, what is left of the order that the model gave?",
    each: {
      recency: "by recency|by upload time|by upload date|by date|newest first|chronologically|by freshness",
      popularity: "by popularity|by view count|by number of views|by views|most popular first",
      price: "by price|by margin|by commission|cheapest first",
    },
    between: [
      [
        {
          says: [
            "finally|last step|last|at the end|re rank|rerank|re ranking|then|afterwards|final",
            "sort|order|reorder|sorted|ordered",
            "$",
          ],
          within: 14,
          ordered: true,
          not: "fallback|fall back|quota|tie|ties|slot|slots|subscriptions|profiling|bid|bids|filter|diversity|feature|features|bucket|buckets",
        },
      ],
      [
        {
          says: [
            "rank|ranker|ranking|score|scores|model",
            "predict|predicts|predicted|probability|relevance|watch time|network|dcn|lambdamart|boosted trees|weighted sum",
          ],
          within: 10,
        },
      ],
    ],
    examples: {
      contradict: [
        "The ranker is a DCN that predicts watch time. Finally we sort the top 100 by upload date.",
        "The ranker predicts purchase probability. In the last step the results are sorted by price.",
      ],
      agree: [
        "The ranker is a DCN that predicts watch time. Finally we keep two slots for new uploads.",
        "The ranker predicts watch time. Finally sorting by upload date would undo that.",
      ],
    },
  },
  {
    id: "a-boost-after-the-price",
    stage: "serve",
    chapter: "/framework/calibration#from-a-probability-to-a-decision",
    worlds: ["ads"],
    statement: "The price follows from a calibrated score, and a boost changes the score afterwards.",
    question: "Who pays for the boost: the advertiser, or the auction?",
    between: [
      [
        {
          says: [
            "boost|bonus|multiplier|uplift|multiply",
            "after calibration|after the auction|calibrated score|calibrated probability|final score|after ranking",
          ],
          within: 12,
          not: "bid|bids|pacing|reserve",
        },
      ],
      [
        { decides: "pricing", as: ["second-price"] },
        { says: ["second price|pays|price|charged", "next|runner up|second|auction"], within: 10 },
        ...PRICED,
      ],
    ],
    examples: {
      contradict: [
        {
          answer:
            "The winner pays the next score. After calibration we multiply video ads with a boost of 1.3.",
          world: "ads",
        },
      ],
      agree: [
        {
          answer: "The winner pays the next score. Quality enters the score before the auction as a factor.",
          world: "ads",
        },
      ],
    },
  },
  {
    id: "rules-told-and-none-chosen",
    stage: "model",
    chapter: "/framework/model#re-ranking",
    worlds: ["video", "search"],
    statement: "Hard rules for the page were told, and the list is shown as ranked.",
    question: "Where is the rule enforced, if nothing happens after ranking?",
    between: [
      [{ told: ["hard rules|at most three times|adult filter|regional rights|blocked"] }],
      [{ decides: "rerank", as: ["none"] }],
    ],
    unless: [
      {
        says: [
          "filter|filtered|filters|cap|caps|at most|rule|rules|eligibility|eligible|policy",
          "creator|seller|age|rights|blocked|policy|adult|seen|legal|videos|products",
        ],
      },
    ],
    examples: {
      contradict: [
        {
          decisions: { rerank: "none" },
          facts: [
            "constraints: One seller at most three times among the first ten. An adult filter that holds.",
          ],
          world: "search",
        },
      ],
      agree: [
        {
          answer: "Before ranking, filters remove adult products and a cap per seller is applied.",
          decisions: { rerank: "none" },
          facts: [
            "constraints: One seller at most three times among the first ten. An adult filter that holds.",
          ],
          world: "search",
        },
      ],
    },
  },
  {
    id: "holes-from-a-late-filter",
    stage: "serve",
    chapter: "/framework/pitfalls#re-ranking-as-a-filter-at-the-end",
    statement:
      "The page has a fixed number of places, and items are removed after the list was cut to that number.",
    question: "When three of the final items are removed, what stands in their places?",
    between: [
      [
        {
          says: [
            "filter|remove|drop|filtered|removed",
            "final 20|top 20|final ten|top 10|final list|final page|from the page|finished page|final slate",
          ],
          within: 10,
          not: "refill|fill|backfill|spare|more than|takedown|takedowns|last check|before|up to",
        },
        {
          says: [
            "at the very end|at the end|right before|as the last step|in the last step",
            "remove|filter|drop",
            "watched|seen|blocked|rights|not see",
          ],
          within: 30,
          not: "refill|backfill|spare|takedown|takedowns|last check|second check",
        },
      ],
      [
        { told: ["twenty slots|ten results|pages of twenty"] },
        {
          says: ["page|feed|list|slate", "20|twenty|ten|10", "video|videos|slots|results|items|products"],
          within: 8,
        },
      ],
    ],
    unless: [
      { says: ["over fetch|overfetch|backfill|refill|spare|fill the holes"] },
      { says: ["filter|filters|filtered", "before ranking|before the ranker|before scoring"] },
    ],
    examples: {
      contradict: [
        "The page has 20 videos. After re-ranking we remove blocked and seen videos from the final list.",
      ],
      agree: [
        "The page has 20 videos. Blocked and seen videos are filtered before ranking.",
        "The page has 20 videos. If I filtered the final 20, pages would come out half empty.",
      ],
    },
  },
  {
    id: "watching-bought-with-repeats",
    stage: "model",
    chapter: "/framework/clarify#users-content-and-constraints",
    worlds: ["video"],
    statement: "Nothing seen lately may be shown again, and the design brings watched videos back.",
    question: "How do these candidates pass the rule about what was seen?",
    between: [
      [
        { told: ["nothing the person saw|last seven days"] },
        { says: ["never show|not show|remove|filter|exclude", "seen|watched"], within: 8 },
      ],
      [
        {
          says: ["recommend|show|boost|include|add", "rewatch|watch again|watched again|seen again"],
          within: 8,
          not: "remove|exclude|filter|drop|filtered|removed|excluded",
        },
      ],
    ],
    examples: {
      contradict: [
        {
          answer: "To raise watch time we boost videos that people rewatch.",
          facts: ["constraints: Hard rules. Nothing the person saw in the last seven days."],
        },
      ],
      agree: [
        {
          answer: "Videos that were already watched are filtered. We recommend by score.",
          facts: ["constraints: Hard rules. Nothing the person saw in the last seven days."],
        },
      ],
    },
  },
];
