/**
 * Which of several intents a question expresses, learnt from their phrases: multinomial logistic regression (maximum
 * entropy; Berger, Della Pietra & Della Pietra 1996) over concepts, stems, little words and neighbours, trained with
 * AdaGrad (Duchi, Hazan & Singer 2011). Beside naive Bayes, which counts words that come together twice, it learns
 * which of them decide. Training takes about a second a case, once in a process, and is the same every time.
 */
import { annotate, type ConceptIndex } from "@/lib/grading/text/concepts";
import { tokenise } from "@/lib/grading/text/tokens";

const PASSES = 10;
const STEP = 0.3;
const NEIGHBOURS = 0.5;
const LITTLE_WORDS = 0.25;
/** Weight of a concept that is only part of a longer expression. */
const INNER = 0.6;

/** Weight of a word's parts together: words of one root, and a misspelt word, share most of theirs. */
const PARTS = 0.5;
const PART_LETTERS = 4;

type Features = ReadonlyMap<string, number>;
export type Example = { text: string; intent: number; share: number };
/** One logit per intent; larger is likelier. */
export type Classifier = (question: string) => Float64Array;

/** Runs of letters of a word, its ends marked (character n-grams; Cavnar & Trenkle 1994). */
function partsOf(word: string): string[] {
  const marked = `^${word}$`;
  const count = Math.max(0, marked.length - PART_LETTERS + 1);
  return Array.from({ length: count }, (_, at) => marked.slice(at, at + PART_LETTERS));
}

/** A vector of length 1. Function words count a little: "who" and "when" tell questions apart. */
export function featuresOf(question: string, concepts: ConceptIndex): Features {
  const features = new Map<string, number>();
  const add = (name: string, weight: number) => features.set(name, Math.max(features.get(name) ?? 0, weight));
  const tokens = tokenise(question);
  for (const unit of annotate(tokens, concepts)) {
    const weight = 0.3 + 0.7 * unit.weight;
    for (const concept of unit.concepts) add(`c:${concept}`, weight);
    for (const concept of unit.inner) add(`c:${concept}`, INNER * weight);
    for (const stem of unit.stems) add(`s:${stem}`, weight);
  }
  tokens.forEach((token, at) => {
    if (token.isFunction) add(`f:${token.word}`, LITTLE_WORDS);
    const parts = token.isFunction ? [] : partsOf(token.word);
    for (const part of parts) add(`p:${part}`, PARTS / Math.sqrt(parts.length));
    const before = tokens[at - 1];
    if (before) add(`n:${before.stem} ${token.stem}`, NEIGHBOURS);
  });
  const length = Math.sqrt([...features.values()].reduce((sum, value) => sum + value * value, 0)) || 1;
  for (const [name, value] of features) features.set(name, value / length);
  return features;
}

type Weights = ReadonlyMap<string, Float64Array>;

function logits(weights: Weights, features: Features, intents: number): Float64Array {
  const scores = new Float64Array(intents);
  for (const [name, value] of features) {
    const row = weights.get(name);
    if (row) for (let i = 0; i < intents; i++) scores[i] = (scores[i] ?? 0) + value * (row[i] ?? 0);
  }
  return scores;
}

/** exp(x_i) / sum of exp(x_j), computed without overflow. */
export function softmax(scores: ArrayLike<number>): Float64Array {
  const values = Float64Array.from(scores);
  const largest = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = values.map((value) => Math.exp(value - largest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** @param examples phrases with the intent (0 to `intents` - 1) that each expresses */
export function trainClassifier(
  examples: readonly Example[],
  intents: number,
  concepts: ConceptIndex,
): Classifier {
  const rows = examples.map(({ text, intent, share }) => ({
    features: featuresOf(text, concepts),
    intent,
    share,
  }));
  const names = new Set(rows.flatMap(({ features }) => [...features.keys()]));
  const weights = new Map([...names].map((name) => [name, new Float64Array(intents)]));
  const squares = new Map([...names].map((name) => [name, new Float64Array(intents)]));
  for (let pass = 0; pass < PASSES; pass++)
    for (const { features, intent, share } of rows) {
      const error = softmax(logits(weights, features, intents));
      error[intent] = (error[intent] ?? 0) - 1;
      for (const [name, value] of features)
        descend(weights.get(name), squares.get(name), error, share * value);
    }
  return (question) => logits(weights, featuresOf(question, concepts), intents);
}

/** One AdaGrad step on one feature's row: each weight's step shrinks with the gradients that it has seen. */
function descend(
  row: Float64Array | undefined,
  seen: Float64Array | undefined,
  error: Float64Array,
  scale: number,
): void {
  if (!row || !seen) return;
  for (let i = 0; i < row.length; i++) {
    const gradient = (error[i] ?? 0) * scale;
    seen[i] = (seen[i] ?? 0) + gradient * gradient;
    row[i] = (row[i] ?? 0) - (STEP * gradient) / Math.sqrt(1e-6 + (seen[i] ?? 0));
  }
}
