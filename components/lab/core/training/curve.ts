/** One line of a training chart: a model, and its points from its first step to its last. */
import type { AnyTrainingPoint } from "@/lib/pipeline/trace";

export type Curve<Point extends AnyTrainingPoint = AnyTrainingPoint> = {
  readonly id: string;
  /** Short, as it stands beside the end of its line. */
  readonly label: string;
  /** Steps of the whole run, so that a curve grows to the right instead of being squeezed. */
  readonly steps: number;
  readonly points: readonly Point[];
};
