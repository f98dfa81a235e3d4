/** Splits, negatives, sampling and features: what a model is shown against what it meets. */
import { BY_TIME } from "../phrases";
import type { Rule } from "../rule";

const RANDOM_SPLIT = [
  { decides: "split", as: ["random"] },
  {
    says: ["@random-split|random 80 20|80 20 random|random train|random validation|split is random"],
    not: "user|traffic|arm|bucket|treatment|budget|a b|experiment|interleaving",
  },
  {
    says: ["split|divide|partition|hold out", "randomly|at random|shuffle|shuffled"],
    within: 8,
    not: "user|traffic|arm|bucket|treatment|budget|a b|experiment|slot|query",
  },
  {
    says: ["shuffle|shuffled", "training|train|test|evaluate|pair|row"],
    not: "user|traffic|arm|experiment|epoch|batch|list|page|slate",
  },
  {
    says: ["test set|test data|test rows|hold out set|validation set", "random|randomly"],
    within: 5,
    not: "user|traffic|arm|experiment|slate|exploration|query",
  },
] as const;

export const TRAINING_DATA_RULES: readonly Rule[] = [
  {
    id: "random-split-of-what-changes",
    stage: "data",
    chapter: "/framework/data#splits-and-leakage",
    statement: "Rows are split at random, and labels or features depend on time.",
    question:
      "Which rows of the test set were known, in effect, to the model through later rows in training?",
    between: [
      [...RANDOM_SPLIT],
      [
        {
          says: [
            "last few|last 50|last watches|last week|last days|past|historical|recent|previous|smoothed|decayed",
            "click|watch|watches|rate|count|counter|history|popularity|purchase",
          ],
          within: 6,
        },
        { says: ["trend|trends|drift|season|retrain|new upload|next day|tomorrow"] },
        {
          told: ["twelve months|uploads a day|less than 24 hours old|changed every day|not seen in a month"],
        },
      ],
    ],
    unless: [{ says: [BY_TIME] }],
    examples: {
      contradict: [
        "Features are the last 50 watches and the click rate of the past week. We split the rows randomly, 80 to 20.",
        {
          answer: "We use the historical click rate of each ad.",
          decisions: { split: "random" },
          world: "ads",
        },
      ],
      agree: [
        "Features are the last 50 watches. A random split would leak, so we split by time.",
        "Features are the last 50 watches. We split by time: train on earlier days, test on later days.",
        "Features are the last 50 watches. Users are split randomly into the arms of the experiment.",
      ],
    },
  },
  {
    id: "two-splits",
    stage: "data",
    chapter: "/framework/evaluate#time-based-holdout",
    statement: "The data is split at random in one place and by time in another.",
    question: "Which of the two splits do the numbers that you report come from?",
    between: [[...RANDOM_SPLIT], [{ decides: "split", as: ["by-time"] }, { says: [BY_TIME] }]],
    examples: {
      contradict: [
        "We shuffle and split the log 90 to 10. For the final report we test on the future, a later week.",
        { answer: "I split by time and test on the last day.", decisions: { split: "random" } },
      ],
      agree: [
        { answer: "I split by time and test on the last day.", decisions: { split: "by-time" } },
        "With a random split, later watches of the same user would be in training, so we split by time.",
      ],
    },
  },
  {
    id: "in-batch-without-correction",
    stage: "data",
    chapter: "/framework/negatives#from-the-batch-free-and-biased-twice",
    worlds: ["video", "search"],
    statement: "Negatives come from the batch, and nothing corrects for how often each item is in one.",
    question: "Popular items are negatives most often. What keeps the model from learning to push them down?",
    between: [
      [{ decides: "negatives", as: ["in-batch"] }, { says: ["@in-batch-negatives"] }],
      [
        { says: ["softmax|contrastive|infonce|cross entropy|dot product|two tower|two towers|dual encoder"] },
        { decides: "retriever", as: ["two-tower", "dense"] },
      ],
    ],
    unless: [
      {
        says: [
          "@logq-correction|@uniform-negatives|correct|corrected|correction|subtract|subtracted|mixed|uniform|uniformly|frequency|from the whole catalogue",
        ],
      },
    ],
    examples: {
      contradict: [
        "The retriever has two towers joined by a dot product. Negatives are the other items in the batch.",
        { answer: "A two-tower retriever with a sampled softmax.", decisions: { negatives: "in-batch" } },
      ],
      agree: [
        "Two towers with in-batch negatives; we subtract the log of each item's frequency from its logit.",
        "Two towers. In-batch negatives together with random items drawn uniformly.",
      ],
    },
  },
  {
    id: "retrieval-learns-from-what-was-shown",
    stage: "data",
    chapter: "/framework/negatives#one-table-per-stage",
    worlds: ["video", "search"],
    statement: "The retriever learns from items that were shown, and searches among all items.",
    question:
      "Items on screen were already good candidates. Where does it meet the millions that were never shown?",
    between: [
      [
        { decides: "negatives", as: ["impressions"] },
        {
          says: [
            "negative|negatives",
            "retriever|retrieval|two tower|two towers|candidate generation|tower",
            "impression|shown|not clicked|skipped|unclicked|not watched|without a click",
          ],
          within: 24,
          not: "ranker|ranking|left out|catalogue|uniform|uniformly|batch|hard",
        },
      ],
      [
        { decides: "retriever", as: ["two-tower", "dense"] },
        {
          says: [
            "retrieval|retrieve|retriever|index|nearest neighbour|ann|search",
            "million|10m|100m|200m|all videos|catalogue|all items|corpus|all products",
          ],
          within: 14,
        },
        { told: ["million", "eligible|products"] },
      ],
    ],
    unless: [{ says: ["@uniform-negatives|in batch|from the whole catalogue|from the entire catalogue"] }],
    examples: {
      contradict: [
        "Negatives for the two-tower retriever are impressions that were skipped. The ANN index searches all 10M videos.",
        { decisions: { negatives: "impressions", retriever: "two-tower" } },
      ],
      agree: [
        "The retriever's negatives are sampled from the entire catalogue. The ANN index searches all 10M videos.",
        "Skipped impressions would be the wrong negatives for the retriever. The ANN index searches all 10M videos.",
      ],
    },
  },
  {
    id: "feature-from-after-the-outcome",
    stage: "data",
    chapter: "/framework/pitfalls#a-feature-that-knows-the-answer",
    statement: "A feature is known only after what the model predicts has happened.",
    question: "What value does this feature have at the moment of the request?",
    between: [
      [
        {
          says: [
            "feature|features|input|inputs|signal|signals",
            "watch time of the impression|watch time of this video|time spent on the landing page|time on the landing page|dwell time on the landing page|landing page dwell|whether the user clicked|whether it was clicked|whether they clicked|whether they bought|whether the user bought|dwell time after the click|how long this video was watched",
          ],
          within: 30,
          not: "label|past|previous|historical|before",
        },
      ],
      [
        {
          says: ["predict|probability|estimate|prediction", "click|watch|purchase|conversion|ctr|buy"],
          within: 10,
        },
      ],
    ],
    examples: {
      contradict: [
        "We predict the probability of a click. Features: user age, ad text, time spent on the landing page.",
      ],
      agree: [
        "We predict the probability of a click. Time spent on the landing page leaks the label, so it is no feature.",
        "We predict the probability of a click. Features: user age, ad text, past click rate of the ad.",
      ],
    },
  },
  {
    id: "encoding-sees-its-label",
    stage: "data",
    chapter: "/framework/feature-pipelines#point-in-time-joins",
    statement: "A rate is computed over all rows, and the same rows are to be predicted.",
    question: "How much of the test label does this feature already hold?",
    between: [
      [
        {
          says: [
            "target encoding|mean encoding|click rate|average ctr|ctr|popularity|click count|average rating",
            "whole data set|full data set|entire data set|all the data|whole log|entire log|full log|whole dataset|full dataset|entire dataset|all rows|all of the data|complete dataset|complete data set|complete data|whole table|full table|whole period|entire period",
          ],
          within: 14,
        },
      ],
      [
        { decides: "split", as: ["by-time"] },
        { says: [`${BY_TIME}|held out|test set|validation|validate|test on|split|shuffle`] },
      ],
    ],
    examples: {
      contradict: [
        "Each ad gets its average CTR over the full data set as a feature. We validate on the last day as test set.",
      ],
      agree: [
        "Each ad gets its click rate from the days before the impression. We validate on the last day.",
      ],
    },
  },
];
