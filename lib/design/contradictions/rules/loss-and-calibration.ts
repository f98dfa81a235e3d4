/** Losses, sampling and calibration where a number is multiplied with money, or is only compared. */
import { AIM, PRICED, RECALIBRATED } from "../phrases";
import type { Rule } from "../rule";

export const CALIBRATION_RULES: readonly Rule[] = [
  {
    id: "an-order-where-a-price-is-made",
    stage: "frame",
    chapter: "/framework/pitfalls#a-ranking-where-a-probability-is-used",
    worlds: ["ads"],
    statement:
      "The auction multiplies the prediction with a bid, and the model is trained to give an order only.",
    question: "If every prediction were doubled, the order would stay. What would happen to the prices?",
    between: [
      [
        { decides: "prediction", as: ["order"] },
        {
          says: [
            "loss|train|trained|objective|optimise|model",
            "pairwise|listwise|bpr|hinge|triplet|ranknet|lambdarank|lambdamart|contrastive",
          ],
          within: 8,
          not: "scale|free|retriever|retrieval|tower|towers",
        },
      ],
      [...PRICED],
    ],
    unless: [{ says: [`${RECALIBRATED}|calibrated`] }, { decides: "calibration", as: ["platt", "isotonic"] }],
    examples: {
      contradict: [
        {
          answer: "Ads are sorted by bid times CTR. The model is trained with a pairwise loss.",
          world: "ads",
        },
        {
          decisions: { prediction: "order" },
          facts: ["goal: We order by bid times predicted click rate; the winner pays the next price."],
          world: "ads",
        },
      ],
      agree: [
        {
          answer:
            "Ads are sorted by bid times CTR. The model is trained with a pairwise loss and then an isotonic calibration layer.",
          world: "ads",
        },
        {
          answer: "Ads are sorted by bid times CTR. No pairwise loss; log loss gives a probability.",
          world: "ads",
        },
      ],
    },
  },
  {
    id: "a-metric-blind-to-the-scale",
    stage: "evaluate",
    chapter: "/framework/calibration#three-measurements-and-what-each-is-blind-to",
    worlds: ["ads"],
    statement: "Prices depend on the probability, and the metric that decides sees only the order.",
    question: "Which metric of yours changes when all probabilities are twice too high?",
    between: [
      [
        { decides: "offline-metric", as: ["auc"] },
        {
          says: ["auc|roc auc", "main metric|offline metric|metric|judge|decide|compare|evaluate|evaluation"],
          within: 8,
          not: "second|secondary|beside|also|only tells",
        },
      ],
      [...PRICED],
    ],
    unless: [
      {
        says: [
          "log loss|normalized entropy|normalised entropy|calibration|calibrated|predicted over observed",
        ],
      },
      { decides: "calibration", as: ["platt", "isotonic"] },
    ],
    examples: {
      contradict: [
        { answer: "The auction ranks by bid times pCTR. Our offline metric is AUC.", world: "ads" },
      ],
      agree: [
        {
          answer: "The auction ranks by bid times pCTR. Offline we look at AUC and at log loss.",
          world: "ads",
        },
      ],
    },
  },
  {
    id: "a-probability-as-it-comes",
    stage: "model",
    chapter: "/framework/calibration#who-needs-the-value",
    worlds: ["ads"],
    statement: "Prices depend on the probability, and nothing calibrates it.",
    question: "How would you know that two percent means two in a hundred, for new ads as well?",
    between: [
      [
        { decides: "calibration", as: ["none"] },
        {
          says: [
            "no calibration|without calibration|skip calibration|calibration is not needed|need no calibration|not need calibration",
          ],
        },
        {
          says: [
            "raw score|raw output|uncalibrated",
            "directly|goes in|as it is|used|enter|multiplied|times",
          ],
          within: 8,
        },
      ],
      [{ decides: "prediction", as: ["probability"] }, ...PRICED],
    ],
    unless: [{ says: [`${RECALIBRATED}|calibrated`] }],
    examples: {
      contradict: [
        { decisions: { calibration: "none", prediction: "probability" }, world: "ads" },
        {
          answer: "The auction ranks by bid times pCTR. The raw score of the network goes in.",
          world: "ads",
        },
      ],
      agree: [{ decisions: { calibration: "isotonic", prediction: "probability" }, world: "ads" }],
    },
  },
  {
    id: "sampling-moves-the-rate",
    stage: "data",
    chapter: "/framework/calibration#sampling-the-one-case-with-an-exact-formula",
    worlds: ["ads"],
    statement: "Negatives are thrown away, and the prediction is read as a true rate.",
    question: "By which factor is the prediction too high, and who puts it back?",
    between: [
      [
        { decides: "sampling", as: ["down-sampled"] },
        {
          says: [
            "@downsampling|downsampled|undersampled|one negative in|of the negatives|drop most negatives|throw away negatives|dropping negatives|drop negatives|sample negatives",
          ],
          not: "retriever|retrieval|tower|weight|weighted",
        },
      ],
      [
        { decides: "prediction", as: ["probability"] },
        ...PRICED,
        { says: ["calibrated|true", "probability|rate"], within: 4 },
      ],
    ],
    unless: [
      {
        says: [
          `@sampling-correction|correct|corrected|correction|undo|undoing|undone|inverse|scale back|add log|weighted by|${RECALIBRATED}`,
        ],
      },
      { decides: "sampling", as: ["corrected", "weighted"] },
    ],
    examples: {
      contradict: [
        { decisions: { sampling: "down-sampled", prediction: "probability" }, world: "ads" },
        { answer: "We downsample the negatives to 5%. The score is bid times predicted CTR.", world: "ads" },
      ],
      agree: [
        { decisions: { sampling: "corrected", prediction: "probability" }, world: "ads" },
        {
          answer:
            "We downsample the negatives to 5% and correct the probabilities. The score is bid times CTR.",
          world: "ads",
        },
      ],
    },
  },
  {
    id: "weights-that-lift-the-rate",
    stage: "model",
    chapter: "/framework/calibration#losses-that-never-promised-a-probability",
    worlds: ["ads"],
    statement: "Classes are re-balanced in training, and the prediction is used as a probability.",
    question: "After re-balancing, what does an output of 0.5 stand for?",
    between: [
      [
        {
          says: [
            "oversample|over sample|oversampling|upsample|upweight|class weights|class weight|focal loss|smote|balance the classes|balanced classes|rebalance|rebalanced|rebalancing",
          ],
        },
      ],
      [{ decides: "prediction", as: ["probability"] }, ...PRICED],
    ],
    unless: [{ says: [`${RECALIBRATED}|@sampling-correction|correct|corrected|undo`] }],
    examples: {
      contradict: [
        { answer: "We use focal loss. Ads are ordered by bid times predicted CTR.", world: "ads" },
      ],
      agree: [
        {
          answer: "We use focal loss, then Platt scaling. Ads are ordered by bid times predicted CTR.",
          world: "ads",
        },
      ],
    },
  },
  {
    id: "sorted-without-the-bid",
    stage: "frame",
    chapter: "/framework/calibration#from-a-probability-to-a-decision",
    worlds: ["ads"],
    statement:
      "Ads are sold by bid and probability together, and the design sorts them by the probability alone.",
    question:
      "Two ads, one clicked twice as often, the other with a bid three times as high: which one is shown?",
    between: [
      [{ told: ["order by bid|bid times"] }, { says: ["auction", "bid|bids"], within: 8 }],
      [
        {
          says: [
            "sort|rank|order|sorted|ranked|ordered",
            "by predicted click rate|by predicted ctr|by pctr|by click probability|by ctr|by click rate|by the predicted click probability|by their click probability|by predicted click probability",
          ],
          within: 8,
          not: "bid|times|x|value|price|ecpm|multiplied|light|pre",
        },
      ],
    ],
    examples: {
      contradict: [
        {
          answer: "I sort the ads by predicted click rate and fill the slots.",
          facts: ["goal: We order by bid times predicted click rate."],
          world: "ads",
        },
      ],
      agree: [
        {
          answer: "I sort the ads by bid times predicted click rate.",
          facts: ["goal: We order by bid times predicted click rate."],
          world: "ads",
        },
      ],
    },
  },
  {
    id: "sorted-by-clicks-alone",
    stage: "model",
    chapter: "/framework/multi-task#from-heads-to-one-score",
    worlds: ["video"],
    statement: "The goal is about watching, and the page is sorted by the probability of a click.",
    question: "Where does watching enter the score that sorts the page?",
    between: [
      [
        { decides: "objective", as: ["watch-time", "satisfied-watch", "retention"] },
        { says: [AIM, "@watch-time|@satisfaction|@retention"] },
      ],
      [
        {
          says: [
            "sort|rank|order|sorted|ranked|ordered",
            "probability of a click|probability of click|click probability|p click|pctr|predicted ctr|predicted click|ctr",
          ],
          within: 8,
          not: "times|x|weighted|sum|multiplied|watch|head|heads|also",
        },
      ],
    ],
    unless: [{ says: ["@value-function|@multi-task|expected watch time|long watch|watch percentile"] }],
    examples: {
      contradict: ["We optimise for watch time. The videos are sorted by predicted CTR."],
      agree: [
        "We optimise for watch time. The videos are sorted by click probability times expected watch time.",
        "We optimise for watch time. The videos are sorted by a weighted sum of the heads.",
      ],
    },
  },
];
