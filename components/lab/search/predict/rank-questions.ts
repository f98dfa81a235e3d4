/** Questions about the ranker and what it has learnt from. */
import { isOn, withPart } from "@/components/lab/core/knobs/knob-change";
import { DIRECTIONS } from "@/components/lab/core/predict/question";
import { formatCount } from "@/components/lab/format";
import {
  directionOutcome,
  hasTruth,
  type SearchQuestion,
  type SearchSituation,
  staysForm,
  staysOutcome,
} from "@/components/lab/search/predict/outcome";
import { describeRanker, RANKER_LABELS } from "@/components/lab/search/search-words";

const isRanking = ({ knobs }: SearchSituation) => isOn(knobs, "ranker");
const isLearnt = (situation: SearchSituation) => isRanking(situation) && situation.knobs.ranker !== "bm25";
const candidates = ({ trace }: SearchSituation) =>
  formatCount(trace.steps.find(({ step }) => step === "rank")?.itemsIn ?? 0);

const rankerOff: SearchQuestion = {
  id: "ranker-off",
  topic: "Without a ranker",
  isFor: isRanking,
  ask: ({ trace }) => `Switch the ranker off. How many of the ${trace.slate.length} stay?`,
  form: staysForm,
  trial: ({ knobs }) => [{ id: "ranker-off", knobs: withPart(knobs, "ranker", false) }],
  reveal: (situation, result) =>
    staysOutcome(
      result,
      `Without it the ${candidates(situation)} candidates keep their fused order, which knows two ranks and nothing of brand, type, price or rating.`,
    ),
};

const bm25Ranks: SearchQuestion = {
  id: "bm25-ranks",
  topic: "BM25 ranks",
  isFor: (situation) => isLearnt(situation) && hasTruth(situation),
  ask: ({ knobs }) =>
    `BM25 alone orders the same candidates instead of ${describeRanker(knobs.ranker, knobs.labels)}. Does the true NDCG@10 go up or down?`,
  form: () => DIRECTIONS,
  trial: ({ knobs }) => [{ id: "bm25-ranks", knobs: { ...knobs, ranker: "bm25" } }],
  reveal: ({ knobs }, result) =>
    directionOutcome(result, (direction) =>
      direction === "down"
        ? "BM25 counts rare words in common: an accessory “for” the product has them all, and so has a title that repeats them. The ranker has features against both."
        : `For this query words in common say it all; over many queries ${RANKER_LABELS[knobs.ranker]} gains, as Metrics per slice shows.`,
    ),
};

const byClicks: SearchQuestion = {
  id: "by-clicks",
  topic: "Learnt from clicks as they are",
  isFor: (situation) => isLearnt(situation) && !situation.hasOwnModels && situation.knobs.labels !== "clicks",
  ask: ({ knobs, trace }) =>
    `The same ${RANKER_LABELS[knobs.ranker]}, learnt from clicks without weights. How many of the ${trace.slate.length} stay?`,
  form: staysForm,
  trial: ({ knobs }) => [{ id: "by-clicks", knobs: { ...knobs, labels: "clicks" } }],
  reveal: (_situation, result) =>
    staysOutcome(
      result,
      "Clicks gather where people look, which is where the old ranking had put what sells: without weights its habits are learnt as if they were relevance.",
    ),
};

const byGrades: SearchQuestion = {
  id: "by-grades",
  topic: "Learnt from grades",
  isFor: (situation) =>
    isLearnt(situation) &&
    hasTruth(situation) &&
    !situation.hasOwnModels &&
    situation.knobs.labels !== "grades",
  ask: ({ knobs }) =>
    `The same ${RANKER_LABELS[knobs.ranker]}, learnt from judges’ grades. Does the true NDCG@10 of this page go up or down?`,
  form: () => DIRECTIONS,
  trial: ({ knobs }) => [{ id: "by-grades", knobs: { ...knobs, labels: "grades" } }],
  reveal: (_situation, result) =>
    directionOutcome(result, (direction) =>
      direction === "down"
        ? "Grades are few, of a sample of queries, and raters err: for this query the many clicks say more. One query is one sample."
        : "Grades say what is relevant, whatever was shown before and whatever it costs; clicks follow price, rating and taste too.",
    ),
};

const byWeightedClicks: SearchQuestion = {
  id: "by-weighted-clicks",
  topic: "Learnt from weighted clicks",
  isFor: (situation) =>
    isLearnt(situation) &&
    hasTruth(situation) &&
    !situation.hasOwnModels &&
    situation.knobs.labels === "grades",
  ask: ({ knobs }) =>
    `The same ${RANKER_LABELS[knobs.ranker]}, learnt from clicks that count by the inverse chance of being seen. Does the true NDCG@10 of this page go up or down?`,
  form: () => DIRECTIONS,
  trial: ({ knobs }) => [{ id: "by-weighted-clicks", knobs: { ...knobs, labels: "clicks-ips" } }],
  reveal: (_situation, result) =>
    directionOutcome(result, (direction) =>
      direction === "down"
        ? "The weights undo where people look, not what they like: price, rating and taste stay in the clicks."
        : "Clicks are many and of every query that is asked: with the position undone they say as much here as the judges.",
    ),
};

export const RANK_QUESTIONS: readonly SearchQuestion[] = [
  rankerOff,
  bm25Ranks,
  byClicks,
  byGrades,
  byWeightedClicks,
];
