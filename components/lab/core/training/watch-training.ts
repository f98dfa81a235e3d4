/** Where a lab's models come from: the shipped files, or a training run that is watched point by point. */
import type { LabCore, Tools } from "@/components/lab/core/lab-core";
import type { TrainingView } from "@/components/lab/core/lab-types";
import type { TrainingPoint } from "@/lib/pipeline/video/trace";
import type { Progress } from "@/lib/pipeline/workers/protocol";

type Job = { core: LabCore; tools: Tools; signal: AbortSignal };

/** Nothing runs: the curve of models that are there. */
export const finishedTraining = (points: readonly TrainingPoint[], isOwn: boolean): TrainingView => ({
  points,
  isRunning: false,
  isPaused: false,
  isOwn,
});

export async function loadModels({ core, tools: { client, live }, signal }: Job): Promise<void> {
  core.update({ activity: "Loading the trained models", fraction: 0 });
  const options = { onProgress: core.onProgress, signal };
  const card = await client.call("load-models", { baseUrl: live.shippedModelsUrl }, options);
  core.update({ card, training: finishedTraining(card.curve, false) });
}

/** Trains the two-tower and the one ranker that the knobs name. */
export async function trainModels({ core, tools: { client }, signal }: Job): Promise<void> {
  const training = { points: [], isRunning: true, isPaused: false, isOwn: true };
  core.update({ activity: "Training the models", fraction: 0, training });
  const onProgress = (progress: Progress) => {
    core.onProgress(progress);
    // The points of a training are those of the world that trains.
    const point = progress.point as TrainingPoint | undefined;
    const before = core.view.training;
    if (point) core.update({ training: { ...before, points: [...before.points, point] } });
  };
  const { state } = core.view;
  const params = { ...state.training, rankers: [state.knobs.ranker] };
  const { curve } = await client.call("train", params, { onProgress, signal });
  core.update({ training: finishedTraining(curve, true) });
}
