"use client";

import type { LabStore } from "@/components/lab/lab-store";
import type { LabView } from "@/components/lab/lab-view";
import { CurveTable } from "@/components/lab/training/curve-table";
import { Curves } from "@/components/lab/training/curves";
import { rankerRuns, rankersOf, towerRun } from "@/components/lab/training/runs";
import { TrainingForm } from "@/components/lab/training/training-form";
import { TrainingProgress } from "@/components/lab/training/training-progress";
import { describeModels } from "@/components/lab/training/training-words";

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
