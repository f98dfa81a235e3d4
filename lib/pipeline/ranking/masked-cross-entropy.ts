/**
 * Binary cross-entropy over several heads with a mask: a head that has no label for a row (the watched fraction of a
 * video that was not opened) neither rewards nor punishes it. Labels may be fractions.
 */
import { sigmoid } from "@/lib/evaluation/logit";
import { customGrad, scalar, type Tensor, type Tensor2D, tensor2d } from "../backend/tfjs";

/** log(1 + e^x) without overflow. */
const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

/**
 * logits [rows, heads] -> scalar. Loss: sum of weight * (softplus(logit) - label * logit) divided by `rows`.
 * `labels` and `weights` are [rows, heads].
 */
export function maskedCrossEntropy(logits: Tensor2D, labels: Float32Array, weights: Float32Array): Tensor {
  const operation = customGrad((...inputs: unknown[]) => {
    const values = (inputs[0] as Tensor2D).dataSync();
    const rows = logits.shape[0];
    const gradient = new Float32Array(values.length);
    let loss = 0;
    for (let i = 0; i < values.length; i++) {
      const weight = weights[i] as number;
      if (weight === 0) continue;
      const logit = values[i] as number;
      const label = labels[i] as number;
      loss += weight * (softplus(logit) - label * logit);
      gradient[i] = (weight * (sigmoid(logit) - label)) / rows;
    }
    // The loss is the root of the tape: its incoming gradient is 1.
    return { value: scalar(loss / rows), gradFunc: () => tensor2d(gradient, logits.shape) };
  });
  return operation(logits);
}
