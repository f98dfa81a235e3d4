"use client";

import { CurveTable } from "@/components/lab/core/training/curve-table";
import { TrainingProgress } from "@/components/lab/core/training/training-progress";
import { CURVE_CAPTION, CURVE_MEASURES, curvesOf } from "@/components/lab/video/training/curve-measures";
import { Curves } from "@/components/lab/video/training/curves";
import { rankerRuns, rankersOf, towerRun } from "@/components/lab/video/training/runs";
import { TrainingForm } from "@/components/lab/video/training/training-form";
import { describeLearning, describeModels, modelName } from "@/components/lab/video/training/training-words";
import type { VideoLabStore } from "@/components/lab/video/video-store";
import type { VideoLabView } from "@/components/lab/video/video-view";

/** Train and watch: both models, from nothing, in the visitor's browser. */
export function TrainPanel({ lab, view }: { lab: VideoLabStore; view: VideoLabView }) {
  const { training, state, card } = view;
  const tower = towerRun(training.points);
  const names = training.isOwn ? [state.knobs.ranker] : rankersOf(card);
  const rankers = rankerRuns(training.points, names);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <p className="max-w-3xl text-sm text-ink-2 tabular-nums">{describeModels(view)}</p>
      {training.isRunning && (
        <TrainingProgress
          lab={lab}
          training={training}
          modelName={modelName}
          learning={describeLearning(training.points.at(-1), state.knobs.ranker)}
        />
      )}
      <Curves tower={tower} rankers={rankers} isRunning={training.isRunning} />
      <CurveTable caption={CURVE_CAPTION} curves={curvesOf(tower, rankers)} measures={CURVE_MEASURES} />
      <TrainingForm lab={lab} view={view} />
    </div>
  );
}
