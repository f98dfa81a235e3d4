/**
 * DCN-v2 with dropout (Srivastava et al., 2014) on its deep layers while it trains: outputs are struck out at random and
 * the others scaled up ("inverted"), so that prediction needs no change.
 */
import type { Random } from "@/lib/random";
import { mul, type Tensor2D, tensor2d } from "../backend/tfjs";
import { type DcnConfig, DcnModel } from "../ranking/dcn-model";

/** A mask of `length` entries: 0 with probability `rate`, else 1 / (1 - rate). */
export function drawDropoutMask(length: number, rate: number, random: Random): Float32Array {
  const kept = 1 / (1 - rate);
  const mask = new Float32Array(length);
  for (let i = 0; i < length; i++) mask[i] = random.next() < rate ? 0 : kept;
  return mask;
}

export class DropoutDcn extends DcnModel {
  /** Off until the first step of a training. */
  isTraining = false;

  constructor(
    config: DcnConfig,
    private readonly rate: number,
    private readonly random: Random,
  ) {
    super(config, random.fork("weights"));
    this.afterDeepLayer = (output) => (this.isTraining ? this.strikeOut(output) : output);
  }

  private strikeOut(output: Tensor2D): Tensor2D {
    const [rows, width] = output.shape;
    const mask = drawDropoutMask(rows * width, this.rate, this.random);
    return mul(output, tensor2d(mask, [rows, width])) as Tensor2D;
  }
}
