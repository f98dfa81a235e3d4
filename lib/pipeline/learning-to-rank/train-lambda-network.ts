/** Trains a LambdaNetwork: queries in random order, a few at a time. Same data, options and seed: same weights. */
import { rankDiscount } from "@/lib/evaluation/ranking";
import { createRandom, shuffleInPlace } from "@/lib/random";
import type { Checkpoint } from "../types";
import { gainsOf, idealDcg, lambdaGradients, restoreOrder } from "./gradients";
import { requireContrast } from "./lambda-mart";
import { columnStatistics, LambdaNetwork } from "./lambda-network";
import { queryCount, type RankData } from "./rank-data";

export type NetworkOptions = {
  readonly hidden: readonly number[];
  readonly epochs: number;
  readonly queriesPerStep: number;
  readonly learningRate: number;
  readonly decay: number;
  /** Depth of NDCG that the forces look at. */
  readonly truncation: number;
  /** Whether every query pushes alike (see gradients.ts), or the more the more its rows differ. */
  readonly isNormalised: boolean;
  readonly seed: number;
};

export const NETWORK_DEFAULTS: NetworkOptions = {
  hidden: [32, 16],
  epochs: 4,
  queriesPerStep: 16,
  learningRate: 0.003,
  decay: 1e-4,
  truncation: 10,
  isNormalised: true,
  seed: 1,
};

export type NetworkPoint = { step: number; steps: number; epoch: number; loss: number };
export type NetworkHooks = {
  readonly checkpoint: Checkpoint;
  onPoint(point: NetworkPoint): void;
  /** Called with the network as it is after each epoch. */
  onEpoch?(network: LambdaNetwork, epoch: number): Promise<void> | void;
};

const STEPS_PER_CHECKPOINT = 5;

/** 1 - NDCG of the rows of one query in the order of their scores, over the gains it learns from. */
function lossOfQuery(
  gains: Float64Array,
  scores: Float64Array,
  start: number,
  end: number,
  depth: number,
): number {
  const ideal = idealDcg(gains.subarray(start, end), depth);
  const order = Int32Array.from({ length: end - start }, (_, i) => start + i);
  restoreOrder(order, scores);
  const reached = order
    .subarray(0, depth)
    .reduce((sum, row, i) => sum + (gains[row] as number) * rankDiscount(i + 1), 0);
  return ideal > 0 ? 1 - reached / ideal : 0;
}

/** Throws an AppError when there is nothing to learn; the loss of a point is 1 - NDCG on the rows of its step. */
export async function trainLambdaNetwork(
  data: RankData,
  options: NetworkOptions,
  { checkpoint, onPoint, onEpoch }: NetworkHooks,
): Promise<LambdaNetwork> {
  requireContrast(data);
  const random = createRandom(options.seed).fork("lambda-network");
  const network = new LambdaNetwork({ width: data.width, hidden: options.hidden }, random.fork("weights"));
  const { means, deviations } = columnStatistics(data.features, data.width);
  network.means.set(means);
  network.deviations.set(deviations);
  const standardised = network.standardise(data.features);
  const learner = createLearner(data, standardised, network, options);
  const queries = queryCount(data);
  const stepsPerEpoch = Math.ceil(queries / options.queriesPerStep);
  const steps = stepsPerEpoch * options.epochs;
  try {
    for (let epoch = 0; epoch < options.epochs; epoch++) {
      const order = Int32Array.from({ length: queries }, (_, q) => q);
      shuffleInPlace(order, random);
      for (let s = 0; s < stepsPerEpoch; s++) {
        const step = epoch * stepsPerEpoch + s;
        const chosen = order.subarray(s * options.queriesPerStep, (s + 1) * options.queriesPerStep);
        const loss = learner(chosen, options.learningRate * (1 - (0.9 * step) / steps));
        if (step % STEPS_PER_CHECKPOINT > 0) continue;
        onPoint({ step: step + 1, steps, epoch, loss });
        await checkpoint();
      }
      await onEpoch?.(network, epoch);
    }
  } catch (error) {
    // A cancelled training leaves nothing behind.
    network.dispose();
    throw error;
  }
  return network;
}

/** One step on the rows of the given queries. */
function createLearner(
  data: RankData,
  standardised: Float32Array,
  network: LambdaNetwork,
  options: NetworkOptions,
) {
  const { offsets, width } = data;
  const gains = gainsOf(data);
  const gradients = lambdaGradients(data, options.truncation, options.isNormalised);
  const scores = new Float64Array(data.grades.length);
  const forces = new Float64Array(data.grades.length);
  const curvatures = new Float64Array(data.grades.length);
  return (queries: Int32Array, learningRate: number): number => {
    const spans = Array.from(queries, (q) => [offsets[q] as number, offsets[q + 1] as number] as const);
    const rows = spans.reduce((sum, [start, end]) => sum + end - start, 0);
    const input = new Float32Array(rows * width);
    let at = 0;
    for (const [start, end] of spans) {
      input.set(standardised.subarray(start * width, end * width), at * width);
      at += end - start;
    }
    const forcesOf = (batch: Float32Array) => {
      const pushed = new Float32Array(rows);
      let loss = 0;
      let from = 0;
      spans.forEach(([start, end], i) => {
        scores.set(batch.subarray(from, from + end - start), start);
        gradients(queries[i] as number, scores, forces, curvatures);
        pushed.set(
          forces.subarray(start, end).map((force) => force / spans.length),
          from,
        );
        loss += lossOfQuery(gains, scores, start, end, options.truncation) / spans.length;
        from += end - start;
      });
      return { loss, forces: pushed };
    };
    return network.trainStep(input, forcesOf, learningRate, options.decay);
  };
}
