/**
 * Which of several intents a short question expresses: a naive Bayes model over units (words and concepts) with soft
 * counts, so that a similar word counts in part. Unlike a similarity, the log-likelihood ratio says how much
 * each word speaks for an intent against all others, which is what decides between neighbouring questions.
 */
import { createUnitTypes, type UnitTypes } from "@/lib/grading/alignment/unit-types";
import { annotate, type ConceptIndex, type Unit } from "@/lib/grading/text/concepts";
import { tokenise } from "@/lib/grading/text/tokens";

export type Intent = { id: string; phrases: readonly { text: string; share: number }[] };

type Phrase = { types: ReadonlySet<number>; share: number };

export type IntentModel = {
  concepts: ConceptIndex;
  types: UnitTypes;
  intents: readonly { id: string; phrases: readonly Phrase[]; total: number }[];
};

export function createIntentModel(intents: readonly Intent[], concepts: ConceptIndex): IntentModel {
  const types = createUnitTypes();
  return {
    concepts,
    types,
    intents: intents.map(({ id, phrases }) => ({
      id,
      phrases: phrases.map(({ text, share }) => ({
        types: new Set(annotate(tokenise(text), concepts).map((unit) => types.intern(unit))),
        share,
      })),
      total: phrases.reduce((sum, { share }) => sum + share, 0),
    })),
  };
}

/** Pseudo-count of the background in each intent's word probabilities. */
const SMOOTHING = 3;
const LEAST_BACKGROUND = 0.01;
const MOST_EVIDENCE = 3;
const LEAST_EVIDENCE = -1.3;
/** Below this two units only share a common part of a longer expression. */
const LEAST_SIMILARITY = 0.4;

/** Soft count of a unit in each intent: over its phrases, the best similarity of any word, times the phrase's share. */
function countsOf(model: IntentModel, unit: Unit): number[] {
  const matches = model.types.matches(unit).filter(({ similarity }) => similarity >= LEAST_SIMILARITY);
  return model.intents.map(({ phrases }) => {
    let count = 0;
    for (const phrase of phrases) {
      let best = 0;
      for (const { type, similarity } of matches)
        if (similarity > best && phrase.types.has(type)) best = similarity;
      count += best * phrase.share;
    }
    return count;
  });
}

/** Evidence for a question that is word for word one of an intent's phrases. */
const SAME_PHRASE = 2.5;

const NEARLY_THE_SAME = 0.8;

/** F1 of the question's units and the closest phrase; 0 unless they are almost the same. */
function closestPhrase(model: IntentModel, phrases: readonly Phrase[], units: readonly Unit[]): number {
  const asked = new Set(
    units.map((unit) => model.types.matches(unit).find(({ similarity }) => similarity === 1)?.type ?? -1),
  );
  let best = 0;
  for (const { types } of phrases) {
    let shared = 0;
    for (const type of asked) if (types.has(type)) shared++;
    if (asked.size + types.size > 0) best = Math.max(best, (2 * shared) / (asked.size + types.size));
  }
  return best >= NEARLY_THE_SAME ? best : 0;
}

export type IntentScore = {
  index: number;
  /** Weighted log-likelihood ratio against the background. */
  evidence: number;
  /** Share of the question's content that this intent's phrases know. */
  known: number;
};

/** All intents, most likely first. */
export function rankIntents(model: IntentModel, question: string): IntentScore[] {
  const units = annotate(tokenise(question), model.concepts);
  const all = model.intents.reduce((sum, { total }) => sum + total, 0);
  const weight = units.reduce((sum, unit) => sum + unit.weight, 0);
  const scores = model.intents.map((_, index) => ({ index, evidence: 0, known: 0 }));
  for (const unit of units) {
    const counts = countsOf(model, unit);
    const background = Math.max(LEAST_BACKGROUND, counts.reduce((sum, count) => sum + count, 0) / all);
    for (const score of scores) {
      const count = counts[score.index] ?? 0;
      const total = model.intents[score.index]?.total ?? 1;
      const likelihood = (count + SMOOTHING * background) / (total + SMOOTHING);
      const ratio = Math.log(likelihood / background);
      score.evidence += unit.weight * Math.min(MOST_EVIDENCE, Math.max(LEAST_EVIDENCE, ratio));
      score.known += weight > 0 ? (unit.weight * Math.min(1, count)) / weight : 0;
    }
  }
  for (const score of scores) {
    score.evidence += SAME_PHRASE * closestPhrase(model, model.intents[score.index]?.phrases ?? [], units);
  }
  return scores.sort((a, b) => b.evidence - a.evidence || a.index - b.index);
}
