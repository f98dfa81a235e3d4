/**
 * Softmax cross-entropy over a set of candidate columns: in-batch items plus sampled ones, or all items.
 * With sampled columns the logits are corrected by log Q (Yi et al., 2019), so that the scores converge to
 * log P(item | user) and not to log P(item | user) / Q(item).
 */
import {
  customGrad,
  matMul,
  mul,
  scalar,
  type Tensor,
  type Tensor2D,
  tensor2d,
  transpose,
} from "../backend/tfjs";

/** Lists per row of the batch: entries [offsets[r], offsets[r + 1]). */
export type RowLists = { readonly offsets: Int32Array; readonly columns: Int32Array };

export type SoftmaxTargets = {
  /** Positive columns of each row, with equal weight within a row. */
  readonly positives: RowLists;
  /** Columns that a row must neither be rewarded nor punished for. Never a positive of that row. */
  readonly excluded?: RowLists;
  /** log of the expected number of times a column is drawn; subtracted from the logits. */
  readonly logQ?: Float32Array;
  /** Weight of each row in the mean; 1 when absent. */
  readonly rowWeights?: Float32Array;
};

/**
 * Loss and gradient for logits [rows, columns]; `logits` is overwritten with the gradient.
 * The loss is the weighted mean over rows of the mean cross-entropy of the row's positives.
 */
export function softmaxInPlace(logits: Float32Array, columns: number, targets: SoftmaxTargets): number {
  const { positives, excluded, logQ, rowWeights } = targets;
  const rows = positives.offsets.length - 1;
  let weightSum = 0;
  for (let r = 0; r < rows; r++) weightSum += rowWeights ? (rowWeights[r] as number) : 1;
  let loss = 0;
  for (let r = 0; r < rows; r++) {
    const at = r * columns;
    const row = logits.subarray(at, at + columns);
    if (logQ) for (let c = 0; c < columns; c++) row[c] = (row[c] as number) - (logQ[c] as number);
    if (excluded)
      for (let k = excluded.offsets[r] as number; k < (excluded.offsets[r + 1] as number); k++)
        row[excluded.columns[k] as number] = Number.NEGATIVE_INFINITY;
    const from = positives.offsets[r] as number;
    const to = positives.offsets[r + 1] as number;
    const weight = (rowWeights ? (rowWeights[r] as number) : 1) / weightSum;
    loss += weight * rowLoss(row, positives.columns, from, to, weight);
  }
  return loss;
}

/** Mean cross-entropy of the positives of one row; the row becomes `weight` times its gradient. */
function rowLoss(row: Float32Array, columns: Int32Array, from: number, to: number, weight: number): number {
  const positives = to - from;
  if (positives === 0) {
    row.fill(0);
    return 0;
  }
  let top = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < row.length; c++) if ((row[c] as number) > top) top = row[c] as number;
  let positiveSum = 0;
  for (let k = from; k < to; k++) positiveSum += row[columns[k] as number] as number;
  let sum = 0;
  for (let c = 0; c < row.length; c++) {
    const power = Math.exp((row[c] as number) - top);
    row[c] = power;
    sum += power;
  }
  const scale = weight / sum;
  for (let c = 0; c < row.length; c++) row[c] = (row[c] as number) * scale;
  const share = weight / positives;
  for (let k = from; k < to; k++) {
    const column = columns[k] as number;
    row[column] = (row[column] as number) - share;
  }
  return Math.log(sum) + top - positiveSum / positives;
}

/** The same as a differentiable operation: users [rows, D], items [columns, D] -> scalar loss. */
export function softmaxLoss(
  users: Tensor2D,
  items: Tensor2D,
  inverseTemperature: number,
  targets: SoftmaxTargets,
): Tensor {
  const operation = customGrad((...inputs: unknown[]) => {
    const [u, v, save] = inputs as [Tensor2D, Tensor2D, (kept: Tensor[]) => void];
    save([u, v]);
    const logits = mul(matMul(u, transpose(v)), inverseTemperature);
    const values = logits.dataSync() as Float32Array; // [rows, columns]
    const loss = softmaxInPlace(values, v.shape[0], targets);
    return {
      value: scalar(loss),
      // `values` now holds the gradient of the loss by the logits. The loss is the root: its own gradient is 1.
      gradFunc: (_: Tensor, saved: Tensor[]) => {
        const [keptU, keptV] = saved as [Tensor2D, Tensor2D];
        const gradient = mul(
          tensor2d(values, [keptU.shape[0], keptV.shape[0]]),
          inverseTemperature,
        ) as Tensor2D;
        return [matMul(gradient, keptV), matMul(transpose(gradient), keptU)];
      },
    };
  });
  return operation(users, items);
}
