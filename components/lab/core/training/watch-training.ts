/** A training that is watched point by point, and what is shown of one that is over. */
import type { Job, LabShape, TrainingView } from "@/components/lab/core/lab-types";
import type { Progress } from "@/lib/pipeline/workers/protocol";

/** Nothing runs: the curves of models that are there. */
export const finishedTraining = <Point>(points: readonly Point[], isOwn: boolean): TrainingView<Point> => ({
  points,
  isRunning: false,
  isPaused: false,
  isOwn,
});

/** Runs `train`, which gives the whole curve in the end, and shows each of its points as it comes. */
export async function watchTraining<Shape extends LabShape>(
  { core }: Job<Shape>,
  train: (onProgress: (progress: Progress) => void) => Promise<readonly Shape["point"][]>,
): Promise<void> {
  const training = { points: [], isRunning: true, isPaused: false, isOwn: true };
  core.update({ activity: "Training the models", fraction: 0, training });
  const curve = await train((progress) => {
    core.onProgress(progress);
    // The points of a training are those of the world that trains.
    const point = progress.point as Shape["point"] | undefined;
    const before = core.view.training;
    if (point) core.update({ training: { ...before, points: [...before.points, point] } });
  });
  core.update({ training: finishedTraining(curve, true) });
}
