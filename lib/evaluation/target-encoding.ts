/**
 * A category replaced by the rate of the label among its rows, with and without the row's own label in that rate.
 * Source: Micci-Barreca, "A preprocessing scheme for high-cardinality categorical attributes" (SIGKDD Explorations, 2001);
 * out-of-fold as in Prokhorenkova et al., CatBoost (2018), where the same leak is called target leakage.
 */

import { auc } from "@/lib/evaluation/classification";
import { fitLogistic, logitOf } from "@/lib/evaluation/logistic-fit";
import type { Random } from "@/lib/random";
import { logit, sigmoid } from "./logit";

/** Rows as parallel lists. `signal` is an honest feature that the encoding competes with. */
export type EncodedRows = {
  categories: readonly number[];
  signal: readonly number[];
  labels: readonly number[];
};

/** `\frac{n_c \bar y_c + m \bar y}{n_c + m}`: the rate of a category, pulled to the mean by m imagined rows. */
export function smoothedRate(positives: number, rows: number, prior: number, priorRows: number): number {
  return rows + priorRows === 0 ? prior : (positives + prior * priorRows) / (rows + priorRows);
}

type Counts = { rows: Map<number, number>; positives: Map<number, number>; prior: number };

function countByCategory({ categories, labels }: EncodedRows, keep: (row: number) => boolean): Counts {
  const rows = new Map<number, number>();
  const positives = new Map<number, number>();
  let total = 0;
  let hits = 0;
  categories.forEach((category, i) => {
    if (!keep(i)) return;
    const label = labels[i] ?? 0;
    rows.set(category, (rows.get(category) ?? 0) + 1);
    positives.set(category, (positives.get(category) ?? 0) + label);
    total++;
    hits += label;
  });
  return { rows, positives, prior: hits / total };
}

const lookUp = (counts: Counts, category: number, priorRows: number) =>
  smoothedRate(counts.positives.get(category) ?? 0, counts.rows.get(category) ?? 0, counts.prior, priorRows);

/** Encodes rows with the rates of other rows: what serving does, and what a test set has to get. */
export function encodeFrom(rates: EncodedRows, categories: readonly number[], priorRows: number): number[] {
  const counts = countByCategory(rates, () => true);
  return categories.map((category) => lookUp(counts, category, priorRows));
}

/** Encodes training rows with rates that contain their own labels: the leak. */
export const encodeWithOwnLabel = (rows: EncodedRows, priorRows: number): number[] =>
  encodeFrom(rows, rows.categories, priorRows);

/** Encodes each of k folds with the rates of the other folds; row i lies in fold i mod k, so shuffle first. */
export function encodeOutOfFold(rows: EncodedRows, priorRows: number, folds: number): number[] {
  const counts = Array.from({ length: folds }, (_, fold) =>
    countByCategory(rows, (row) => row % folds !== fold),
  );
  return rows.categories.map((category, i) => {
    const others = counts[i % folds];
    return others ? lookUp(others, category, priorRows) : 0;
  });
}

export type CategoryWorld = {
  rows: number;
  categories: number;
  /** Standard deviation of the categories' own logits: 0 means that the category says nothing. */
  categorySpread: number;
  /** Weight of the honest feature in the logit. */
  signalWeight: number;
};
const BASE_LOGIT = -1;

/** Draws training and test rows from one world. */
export function drawCategoryRows(
  world: CategoryWorld,
  random: Random,
): { train: EncodedRows; test: EncodedRows } {
  const effects = Array.from({ length: world.categories }, () => world.categorySpread * random.normal());
  const draw = (): EncodedRows => {
    const categories: number[] = [];
    const signal: number[] = [];
    const labels: number[] = [];
    for (let i = 0; i < world.rows; i++) {
      const category = random.integer(world.categories);
      const x = random.normal();
      const p = sigmoid(BASE_LOGIT + (effects[category] ?? 0) + world.signalWeight * x);
      categories.push(category);
      signal.push(x);
      labels.push(random.next() < p ? 1 : 0);
    }
    return { categories, signal, labels };
  };
  return { train: draw(), test: draw() };
}

export type EncodingResult = {
  trainAuc: number;
  testAuc: number;
  /** Weights of the encoded category and of the honest feature, in logits per unit. */
  categoryWeight: number;
  signalWeight: number;
};

/**
 * Fits a logistic regression on (logit of the encoding, signal) and measures it on both sides. `folds` 0 lets every row
 * see its own label; test rows are encoded with the rates of all training rows in either case.
 */
export function measureEncoding(
  { train, test }: { train: EncodedRows; test: EncodedRows },
  priorRows: number,
  folds: number,
): EncodingResult {
  const own = folds > 0 ? encodeOutOfFold(train, priorRows, folds) : encodeWithOwnLabel(train, priorRows);
  const served = encodeFrom(train, test.categories, priorRows);
  const featuresOf = (rates: readonly number[], rows: EncodedRows) =>
    rates.map((rate, i) => [logit(Math.min(0.999, Math.max(0.001, rate))), rows.signal[i] ?? 0] as const);
  const trainFeatures = featuresOf(own, train);
  const weights = fitLogistic(train.labels, trainFeatures);
  const scores = (features: readonly (readonly number[])[]) => features.map((row) => logitOf(weights, row));
  return {
    trainAuc: auc(train.labels, scores(trainFeatures)),
    testAuc: auc(test.labels, scores(featuresOf(served, test))),
    categoryWeight: weights[1] ?? 0,
    signalWeight: weights[2] ?? 0,
  };
}

/** Test AUC of the honest feature alone: what the encoding has to beat. */
export function signalAlone({ test }: { test: EncodedRows }): number {
  return auc(test.labels, test.signal);
}
