/** Fits one set of coefficients, and measures it: by groups left out while fitting, and on the rows kept for testing. */
import { accuracyAt, pearson } from "@/lib/evaluation/agreement";
import { fitBoundedLogistic } from "@/lib/evaluation/bounded-logistic";
import { auc, expectedCalibrationError, logLoss } from "@/lib/evaluation/classification";
import { type Coefficients, creditOf, type Measures } from "@/lib/grading/alignment/calibration";
import { GATE_CAPS } from "@/lib/grading/alignment/gates";
import type { Gate } from "@/lib/grading/types";

export type Row = {
  split: "tune" | "test";
  weight: number;
  label: number;
  features: Measures;
  gate: Gate | null;
  /** Left out together: a question, a case. */
  group: string;
  domain: string;
};

export type Recipe = {
  /** Features with the sign that their weight must have, and where the ridge pulls it. */
  features: Partial<Record<keyof Measures, { sign: 1 | -1; centre: number }>>;
  ridge: number;
  /** Share of credit that the rows are weighted to have; null leaves them as they are. */
  baseRate: number | null;
};

const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** Coefficients from rows that no gate closed: what a gate caps has nothing to teach about similarity. */
export function fitCoefficients(rows: readonly Row[], { features, ridge, baseRate }: Recipe): Coefficients {
  const names = Object.keys(features) as (keyof Measures)[];
  const open = rows.filter(({ gate }) => gate === null);
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const rate = rows.reduce((sum, { weight, label }) => sum + weight * label, 0) / total;
  const [up, down] = baseRate === null ? [1, 1] : [baseRate / rate, (1 - baseRate) / (1 - rate)];
  const weights = fitBoundedLogistic(
    open.flatMap(({ features: measured, label, weight }) => {
      const values = names.map((name) => measured[name] ?? 0);
      return [
        { features: values, label: 1, weight: weight * label * up },
        { features: values, label: 0, weight: weight * (1 - label) * down },
      ].filter((row) => row.weight > 0);
    }),
    {
      signs: names.map((name) => features[name]?.sign ?? 1),
      centre: names.map((name) => features[name]?.centre ?? 0),
      ridge,
    },
  );
  return Object.fromEntries([
    ["intercept", rounded(weights[0] ?? 0)],
    ...names.map((name, j) => [name, rounded(weights[j + 1] ?? 0)] as const),
  ]) as Coefficients;
}

/** The score that the grader gives a row: probability, capped by its gate. */
const scoreOf = ({ features, gate }: Row, coefficients: Coefficients) =>
  Math.min(creditOf(features, coefficients), gate ? GATE_CAPS[gate] : 1);

export type Quality = {
  n: number;
  logLoss: number;
  ece: number;
  pearson: number;
  accuracy: number;
  auc: number;
};

function qualityOf(labels: readonly number[], scores: readonly number[]): Quality {
  const halves = labels.map((label) => (label >= 0.5 ? 1 : 0));
  return {
    n: labels.length,
    logLoss: rounded(logLoss(labels, scores)),
    ece: rounded(expectedCalibrationError(labels, scores)),
    pearson: rounded(pearson(scores, labels)),
    accuracy: rounded(accuracyAt(scores, labels)),
    auc: rounded(auc(halves, scores)),
  };
}

export const qualityOn = (rows: readonly Row[], coefficients: Coefficients): Quality =>
  qualityOf(
    rows.map(({ label }) => label),
    rows.map((row) => scoreOf(row, coefficients)),
  );

/** Quality on rows whose group (or domain) was left out of the fit, all such rows together. */
export function crossValidated(rows: readonly Row[], recipe: Recipe, by: "group" | "domain"): Quality {
  const labels: number[] = [];
  const scores: number[] = [];
  for (const left of new Set(rows.map((row) => row[by]))) {
    const coefficients = fitCoefficients(
      rows.filter((row) => row[by] !== left),
      recipe,
    );
    for (const row of rows.filter((candidate) => candidate[by] === left)) {
      labels.push(row.label);
      scores.push(scoreOf(row, coefficients));
    }
  }
  return qualityOf(labels, scores);
}
