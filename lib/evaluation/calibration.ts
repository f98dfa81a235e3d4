/**
 * From scores to calibrated probabilities, fitted on rows that the model did not learn from. Both maps only rise, so
 * the order of the scores, and with it AUC, stays (isotonic regression may tie neighbours).
 */
import { sigmoid } from "./logit";

/** Score to probability. */
export type Calibration = (score: number) => number;

const NEWTON_STEPS = 100;
const TOLERANCE = 1e-10;

/**
 * Platt scaling (Platt, 1999): `p = \sigma(a s + b)` by maximum likelihood, with his targets
 * `(N_+ + 1) / (N_+ + 2)` and `1 / (N_- + 2)` in place of 1 and 0. Newton's method with a step that is halved until the
 * loss falls (Lin, Lin and Weng, 2007). Scores are logits or anything of that shape.
 */
export function plattScaling(labels: ArrayLike<number>, scores: ArrayLike<number>): Calibration {
  const { slope, intercept } = fitPlatt(labels, scores);
  return (score) => sigmoid(slope * score + intercept);
}

/** The two numbers of Platt scaling. */
export function fitPlatt(
  labels: ArrayLike<number>,
  scores: ArrayLike<number>,
): { slope: number; intercept: number } {
  const n = labels.length;
  let positives = 0;
  for (let i = 0; i < n; i++) positives += labels[i] ?? 0;
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (n - positives + 2);
  const targetOf = (i: number) => ((labels[i] ?? 0) > 0 ? high : low);
  const lossAt = (a: number, b: number) => {
    let loss = 0;
    for (let i = 0; i < n; i++) {
      const logit = a * (scores[i] ?? 0) + b;
      loss += Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit))) - targetOf(i) * logit;
    }
    return loss;
  };
  let slope = 0;
  let intercept = Math.log((positives + 1) / (n - positives + 1));
  let loss = lossAt(slope, intercept);
  for (let step = 0; step < NEWTON_STEPS; step++) {
    // Gradient and Hessian by slope and intercept; a ridge keeps the Hessian invertible when all scores are alike.
    let [ga, gb, haa, hab, hbb] = [0, 0, 1e-9, 0, 1e-9];
    for (let i = 0; i < n; i++) {
      const s = scores[i] ?? 0;
      const p = sigmoid(slope * s + intercept);
      const w = p * (1 - p);
      ga += (p - targetOf(i)) * s;
      gb += p - targetOf(i);
      haa += w * s * s;
      hab += w * s;
      hbb += w;
    }
    const determinant = haa * hbb - hab * hab;
    const da = -(hbb * ga - hab * gb) / determinant;
    const db = -(haa * gb - hab * ga) / determinant;
    let size = 1;
    let next = lossAt(slope + da, intercept + db);
    while (!(next <= loss) && size > TOLERANCE) {
      size /= 2;
      next = lossAt(slope + size * da, intercept + size * db);
    }
    if (!(next <= loss)) break;
    slope += size * da;
    intercept += size * db;
    const gain = loss - next;
    loss = next;
    if (gain <= TOLERANCE * Math.max(1, loss)) break;
  }
  return { slope, intercept };
}

type Block = { weight: number; positives: number; lowest: number; highest: number };

/** Pool adjacent violators (Ayer et al., 1955): blocks of rising rate, in the order of their scores. */
function poolAdjacentViolators(labels: ArrayLike<number>, scores: ArrayLike<number>): Block[] {
  const order = Uint32Array.from({ length: labels.length }, (_, i) => i).sort(
    (a, b) => (scores[a] ?? 0) - (scores[b] ?? 0),
  );
  const blocks: Block[] = [];
  const rate = ({ positives, weight }: Block) => positives / weight;
  let previous = Number.NaN;
  for (const i of order) {
    const score = scores[i] ?? 0;
    const last = blocks.at(-1);
    // Equal scores get equal probabilities.
    if (last && score === previous) {
      last.weight++;
      last.positives += labels[i] ?? 0;
      continue;
    }
    mergeBackwards(blocks, rate);
    blocks.push({ weight: 1, positives: labels[i] ?? 0, lowest: score, highest: score });
    previous = score;
  }
  mergeBackwards(blocks, rate);
  return blocks;
}

function mergeBackwards(blocks: Block[], rate: (block: Block) => number) {
  for (;;) {
    const last = blocks.at(-1);
    const before = blocks.at(-2);
    if (!last || !before || rate(before) < rate(last)) return;
    before.weight += last.weight;
    before.positives += last.positives;
    before.highest = last.highest;
    blocks.pop();
  }
}

/**
 * Rates of the blocks. Only the outermost can be 0 or 1; they get one row of each label more (Laplace), or a single
 * mistake would cost an infinite log loss, but never pass their neighbour.
 */
function smoothedRates(blocks: readonly Block[]): number[] {
  const rates = blocks.map(({ positives, weight }) => positives / weight);
  const end = blocks.length - 1;
  const smoothed = ({ positives, weight }: Block) => (positives + 1) / (weight + 2);
  return blocks.map((block, i) => {
    const rate = rates[i] ?? 0;
    if (i === 0 && rate === 0) return Math.min(smoothed(block), rates[1] ?? 1);
    if (i === end && rate === 1) return Math.max(smoothed(block), rates[end - 1] ?? 0);
    return rate;
  });
}

/**
 * Isotonic regression (Zadrozny and Elkan, 2002): the rising function nearest to the labels, flat on each block of
 * scores and drawn straight between blocks.
 */
export function isotonicRegression(labels: ArrayLike<number>, scores: ArrayLike<number>): Calibration {
  const blocks = poolAdjacentViolators(labels, scores);
  const rates = smoothedRates(blocks);
  // Two corners a block: where it begins and where it ends.
  const at = Float64Array.from(blocks.flatMap((block) => [block.lowest, block.highest]));
  const value = Float64Array.from(rates.flatMap((rate) => [rate, rate]));
  return (score) => {
    let low = 0;
    let high = at.length - 1;
    if (!(score > (at[0] ?? 0))) return value[0] ?? Number.NaN;
    if (score >= (at[high] ?? 0)) return value[high] ?? Number.NaN;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((at[middle] ?? 0) <= score) low = middle;
      else high = middle;
    }
    const [x0, x1] = [at[low] ?? 0, at[high] ?? 0];
    const [y0, y1] = [value[low] ?? 0, value[high] ?? 0];
    return y0 + ((y1 - y0) * (score - x0)) / (x1 - x0);
  };
}
