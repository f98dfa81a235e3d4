/**
 * Two questions to the backend that runs now, asked with a DCN-v2, whose operations are all that any model here uses:
 * what it computes on a tiny fixed problem, and how long it takes to score a request's candidates.
 */

import { createRandom } from "@/lib/random";
import { DcnModel } from "../ranking/dcn-model";
import { maskedCrossEntropy } from "../ranking/masked-cross-entropy";
import type { TabularInput } from "../ranking/tabular-model";
import type { Tensor2D } from "./tfjs";

const SEED = 20;
const TINY = { tableRows: 30, fields: 3, embeddingSize: 4, denseFeatures: 5, heads: 2, deepLayers: [8] };
/** Of the size of the video ranker. */
const FULL = {
  tableRows: 2_800,
  fields: 10,
  embeddingSize: 8,
  denseFeatures: 18,
  heads: 4,
  deepLayers: [96, 48],
};
const CANDIDATES = 500;
const WARM_UPS = 2;
const RUNS = 5;

type Config = typeof TINY;

const createModel = (config: Config) =>
  new DcnModel({ ...config, crossLayers: 2 }, createRandom(SEED).fork("weights"));

function createInput({ tableRows, fields, denseFeatures }: Config, count: number): TabularInput {
  const random = createRandom(SEED).fork("input");
  return {
    count,
    fieldRows: Int32Array.from({ length: count * fields }, () => random.integer(tableRows)),
    dense: Float32Array.from({ length: count * denseFeatures }, () => random.normal()),
  };
}

/** Logits and all gradients of the tiny problem, in a fixed order. */
export function computeTiny(): number[] {
  const model = createModel(TINY);
  const input = createInput(TINY, 16);
  const size = input.count * TINY.heads;
  const labels = Float32Array.from({ length: size }, (_, i) => i % 2);
  const weights = new Float32Array(size).fill(1);
  const logits = model.logits(input);
  const { loss, gradients } = model.gradients(input, (output: Tensor2D) =>
    maskedCrossEntropy(output, labels, weights),
  );
  model.dispose();
  return [loss, ...logits, ...gradients.flatMap((gradient) => Array.from(gradient))];
}

/** The best of a few timings of scoring 500 candidates, upload and reading back included, in milliseconds. */
export function timeScoring(): number {
  const model = createModel(FULL);
  const input = createInput(FULL, CANDIDATES);
  for (let run = 0; run < WARM_UPS; run++) model.logits(input);
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    model.logits(input);
    best = Math.min(best, performance.now() - start);
  }
  model.dispose();
  return best;
}

/** The largest difference, relative to the largest expected value. NaN counts as infinite. */
export function largestError(expected: readonly number[], found: readonly number[]): number {
  if (expected.length !== found.length) return Number.POSITIVE_INFINITY;
  let scale = 0;
  let worst = 0;
  for (const [i, value] of expected.entries()) {
    const error = Math.abs(value - (found[i] as number));
    scale = Math.max(scale, Math.abs(value));
    worst = Number.isNaN(error) ? Number.POSITIVE_INFINITY : Math.max(worst, error);
  }
  return worst / scale;
}
