/**
 * Which fact a question asks for. The interviewer must not guess: a fact is told only when the question's own
 * words are mostly about it and clearly more so than about any other; otherwise the honest answer is that the
 * interviewer does not know.
 */
import type { Fact, Topic } from "@/lib/content/schemas/interviewer";
import { topicSchema } from "@/lib/content/schemas/interviewer";
import type { Bank, Target } from "@/lib/grading/alignment/bank";
import { annotate, type Unit } from "@/lib/grading/text/concepts";
import { tokenise } from "@/lib/grading/text/tokens";
import type { PreparedInterviewer } from "./prepare";

export type FactMatch = {
  fact: Fact | null;
  topic: Topic | null;
  /** 0 to 1: how much of the question is about the best fact, and its lead over the next. */
  score: number;
  margin: number;
};

const FACT_THRESHOLD = 0.4;
const FACT_MARGIN = 0.02;
const TOPIC_THRESHOLD = 0.3;
/** Content weight added to every question, so that one shared word in a short question is not enough by itself. */
const PRIOR_WEIGHT = 0.35;
/** Share of the score that comes from the closest single phrase; the rest is the fact's whole vocabulary. */
const PHRASE_SHARE = 0.45;

/** Words that any question about any product holds. */
const QUESTION_WORDS = new Set(
  "question know tell want need like look talk say think expect assume much many kind sort type thing design build system recommend recommendation model video user have allow current should happen get use work".split(
    " ",
  ),
);

type Asked = { units: Unit[]; weights: number[]; total: number };

/** Units of a question; a word that the bank has never seen weighs fully, as it speaks against every fact. */
function askedUnits(bank: Bank, question: string): Asked {
  const units = annotate(tokenise(question), bank.concepts);
  const weights = units.map((unit) => {
    const exact = bank.types.matches(unit).find(({ similarity }) => similarity === 1);
    const weight = exact ? Math.min(unit.weight, bank.typeWeights[exact.type] ?? unit.weight) : unit.weight;
    return unit.stems.every((stem) => QUESTION_WORDS.has(stem)) ? weight * 0.4 : weight;
  });
  return { units, weights, total: weights.reduce((sum, weight) => sum + weight, 0) };
}

/** Share of the question's weight that belongs to a target's vocabulary; words that all its phrases use count most. */
function vocabularyShare(bank: Bank, target: Target, asked: Asked): number {
  const keyOf = new Map(target.keyTypes.map((type, i) => [type, target.keyWeights[i] ?? 0]));
  let found = 0;
  asked.units.forEach((unit, i) => {
    let best = 0;
    for (const { type, similarity } of bank.types.matches(unit)) {
      const key = keyOf.get(type);
      if (key === undefined) continue;
      const support = key / Math.max(1e-6, bank.typeWeights[type] ?? 1);
      best = Math.max(best, similarity * (0.5 + 0.5 * Math.min(1, support * 1.6)));
    }
    found += best * (asked.weights[i] ?? 0);
  });
  return found / (asked.total + PRIOR_WEIGHT);
}

/** F1 of the question against the closest phrase of a target. */
function phraseShare(bank: Bank, target: Target, asked: Asked): number {
  const similarities = new Map<number, number>();
  for (const unit of asked.units) {
    for (const { type, similarity } of bank.types.matches(unit)) {
      similarities.set(type, Math.max(similarity, similarities.get(type) ?? 0));
    }
  }
  let best = 0;
  for (const phrase of target.references) {
    const wanted = new Set(phrase.types);
    let covered = 0;
    asked.units.forEach((unit, i) => {
      const top = Math.max(
        0,
        ...bank.types.matches(unit).map(({ type, similarity }) => (wanted.has(type) ? similarity : 0)),
      );
      covered += top * (asked.weights[i] ?? 0);
    });
    const precision = covered / (asked.total + PRIOR_WEIGHT);
    const mass = phrase.weights.reduce((sum, weight) => sum + weight, 0);
    const found = phrase.types.reduce(
      (sum, type, i) => sum + (phrase.weights[i] ?? 0) * (similarities.get(type) ?? 0),
      0,
    );
    const recall = mass > 0 ? found / mass : 0;
    if (precision + recall > 0) best = Math.max(best, (2 * precision * recall) / (precision + recall));
  }
  return best;
}

type Ranked = { index: number; score: number };

/** All targets of a bank by how much a question is about them. */
export function rankTargets(bank: Bank, question: string): Ranked[] {
  const asked = askedUnits(bank, question);
  if (asked.total === 0) return [];
  return bank.targets
    .map((target, index) => ({
      index,
      score:
        PHRASE_SHARE * phraseShare(bank, target, asked) +
        (1 - PHRASE_SHARE) * vocabularyShare(bank, target, asked),
    }))
    .sort((a, b) => b.score - a.score || a.index - b.index);
}

function topicOf(prepared: PreparedInterviewer, question: string): Topic | null {
  const best = rankTargets(prepared.topics, question)[0];
  if (!best || best.score < TOPIC_THRESHOLD) return null;
  const parsed = topicSchema.safeParse(prepared.topics.targets[best.index]?.id);
  return parsed.success ? parsed.data : null;
}

export function matchFact(prepared: PreparedInterviewer, question: string): FactMatch {
  const [best, second] = rankTargets(prepared.facts, question);
  const score = best?.score ?? 0;
  const margin = score - (second?.score ?? 0);
  const candidate = best ? prepared.script.facts[best.index] : undefined;
  if (!candidate || score < FACT_THRESHOLD || margin < FACT_MARGIN) {
    return { fact: null, topic: topicOf(prepared, question), score, margin };
  }
  return { fact: candidate, topic: candidate.topic, score, margin };
}
