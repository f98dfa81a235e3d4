/**
 * The two-tower step in jax-js: the loss of lib/pipeline/retrieval/two-tower-model.ts (no hidden layer) and its
 * gradient. Two ways: everything in jax-js with Adam over whole tables, as its users write it; or only the loss of the
 * summed bags, for a caller that keeps tables and sparse Adam to itself.
 */
import { type Array as JaxArray, jit, nn, numpy, valueAndGrad } from "@jax-js/jax";
import type { Bags } from "@/lib/pipeline/training/embedding-table";
import { readArray } from "./jax";
import type { JaxMode } from "./jax-modes";

const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-8;

/** Rows divided by their lengths, x [rows, D]. */
function unitRows(x: JaxArray): JaxArray {
  const lengths = numpy.sqrt(numpy.square(x.ref).sum(1, { keepdims: true }).add(1e-12));
  return x.div(lengths);
}

/** Mean cross-entropy of row r's own column r, logits corrected by log Q: sums [batch, D] twice, logQ [batch]. */
function lossOfSums(temperature: number) {
  return (userSums: JaxArray, itemSums: JaxArray, logQ: JaxArray): JaxArray => {
    const users = unitRows(userSums);
    const items = unitRows(itemSums);
    const own = users.ref.mul(items.ref).sum(1).div(temperature).sub(logQ.ref);
    const logits = numpy
      .matmul(users, numpy.transpose(items))
      .div(temperature)
      .sub(logQ.reshape([1, -1]));
    return nn.logsumexp(logits, 1).sub(own).mean();
  };
}

const rowsOf = ({ rows }: Bags) => numpy.array(rows.slice());
/** [count * length, 1]. All bags have one length. */
const weightsOf = ({ weights }: Bags) => numpy.array(weights.slice()).reshape([-1, 1]);

/** Loss and gradients by the sums, as plain arrays. */
export function createJaxDenseStep(
  dimension: number,
  temperature: number,
  logQ: Float32Array,
  mode: JaxMode,
) {
  const gradients = valueAndGrad(lossOfSums(temperature), { argnums: [0, 1] });
  const step = mode.isCompiled ? jit(gradients) : gradients;
  const correction = numpy.array(logQ);
  return async (userSums: Float32Array, itemSums: Float32Array) => {
    const [loss, [userGradient, itemGradient]] = step(
      numpy.array(userSums).reshape([-1, dimension]),
      numpy.array(itemSums).reshape([-1, dimension]),
      correction.ref,
    );
    return {
      loss: (await readArray(loss, mode))[0] as number,
      userGradient: await readArray(userGradient, mode),
      itemGradient: await readArray(itemGradient, mode),
    };
  };
}

type TableState = { weights: JaxArray; first: JaxArray; second: JaxArray };

function createTable(values: Float32Array, dimension: number): TableState {
  const shape = [values.length / dimension, dimension];
  return {
    weights: numpy.array(values.slice()).reshape(shape),
    first: numpy.zeros(shape),
    second: numpy.zeros(shape),
  };
}

const adam = (weights: JaxArray, first: JaxArray, second: JaxArray, gradient: JaxArray, rate: JaxArray) => {
  const m = first.mul(BETA1).add(gradient.ref.mul(1 - BETA1));
  const v = second.mul(BETA2).add(numpy.square(gradient).mul(1 - BETA2));
  const change = m.ref.mul(rate).div(numpy.sqrt(v.ref).add(EPSILON));
  return [weights.sub(change), m, v];
};

export type JaxTowers = {
  readonly userTable: Float32Array;
  readonly itemTable: Float32Array;
  readonly dimension: number;
  readonly temperature: number;
  readonly logQ: Float32Array;
};

/** One step on bags of equal length; returns the loss. `mode.isCompiled` puts the gradient through jit. */
export function createJaxStep(
  { userTable, itemTable, dimension, temperature, logQ }: JaxTowers,
  mode: JaxMode,
) {
  const users = createTable(userTable, dimension);
  const items = createTable(itemTable, dimension);
  const sumBags = (table: JaxArray, rows: JaxArray, weights: JaxArray) =>
    numpy.take(table, rows, 0).mul(weights).reshape([logQ.length, -1, dimension]).sum(1);
  const lossOf = lossOfSums(temperature);
  const loss = (
    userWeights: JaxArray,
    itemWeights: JaxArray,
    [userRows, userShares, itemRows, itemShares]: [JaxArray, JaxArray, JaxArray, JaxArray],
    correction: JaxArray,
  ) =>
    lossOf(
      sumBags(userWeights, userRows, userShares),
      sumBags(itemWeights, itemRows, itemShares),
      correction,
    );
  const gradients = valueAndGrad(loss, { argnums: [0, 1] });
  const run = mode.isCompiled ? jit(gradients) : gradients;
  const update = jit(adam);
  return async (userBags: Bags, itemBags: Bags, correctedRate: number): Promise<number> => {
    const [value, byTable] = run(
      users.weights.ref,
      items.weights.ref,
      [rowsOf(userBags), weightsOf(userBags), rowsOf(itemBags), weightsOf(itemBags)],
      numpy.array(logQ),
    );
    for (const [i, table] of [users, items].entries()) {
      const gradient = byTable[i] as JaxArray;
      const [weights, first, second] = update(
        table.weights,
        table.first,
        table.second,
        gradient,
        numpy.array(correctedRate),
      ) as [JaxArray, JaxArray, JaxArray];
      Object.assign(table, { weights, first, second });
    }
    // The step has ended when its new weights are there. On one thread they are made when the next step reads them.
    if (mode.hasThreads)
      await Promise.all([users.weights.blockUntilReady(), items.weights.blockUntilReady()]);
    return (await readArray(value, mode))[0] as number;
  };
}
