"use client";

import type { LabStore } from "@/components/lab/core/lab-store";
import type { LabView } from "@/components/lab/core/lab-types";
import { CurveTable } from "@/components/lab/core/training/curve-table";
import { TrainingProgress } from "@/components/lab/core/training/training-progress";
import { Curves } from "@/components/lab/video/training/curves";
import { rankerRuns, rankersOf, towerRun } from "@/components/lab/video/training/runs";
import { TrainingForm } from "@/components/lab/video/training/training-form";
import { describeModels } from "@/components/lab/video/training/training-words";

/** Train and watch: both models, from nothing, in the visitor's browser. */
export function TrainPanel({ lab, view }: { lab: LabStore; view: LabView }) {
  const { training, state, card } = view;
  const tower = towerRun(training.points);
  const names = training.isOwn ? [state.knobs.ranker] : rankersOf(card);
  const rankers = rankerRuns(training.points, names);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <p className="max-w-3xl text-sm text-ink-2 tabular-nums">{describeModels(view)}</p>
      {training.isRunning && <TrainingProgress lab={lab} view={view} />}
      <Curves tower={tower} rankers={rankers} isRunning={training.isRunning} />
      <CurveTable tower={tower} rankers={rankers} />
      <TrainingForm lab={lab} view={view} />
    </div>
  );
}
