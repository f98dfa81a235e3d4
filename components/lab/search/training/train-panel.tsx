"use client";

import { TrainingProgress } from "@/components/lab/core/training/training-progress";
import type { SearchLabStore } from "@/components/lab/search/search-store";
import type { SearchLabView } from "@/components/lab/search/search-view";
import { RANKER_LABELS } from "@/components/lab/search/search-words";
import { Curves } from "@/components/lab/search/training/curves";
import { TrainingForm } from "@/components/lab/search/training/training-form";
import { describeLearning, describeModels, modelName } from "@/components/lab/search/training/training-words";

/** Train and watch: the towers and one ranker, from nothing, in the visitor's browser. */
export function TrainPanel({ lab, view }: { lab: SearchLabStore; view: SearchLabView }) {
  const { training, state } = view;
  const { labels } = state.knobs;
  const ranker = state.knobs.ranker === "bm25" ? "lambdarank" : state.knobs.ranker;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <p className="max-w-3xl text-sm text-ink-2 tabular-nums">{describeModels(view)}</p>
      {training.isRunning && (
        <TrainingProgress
          lab={lab}
          training={training}
          modelName={modelName}
          learning={describeLearning(training.points.at(-1), ranker, labels)}
        />
      )}
      <Curves points={training.points} ranker={RANKER_LABELS[ranker]} isRunning={training.isRunning} />
      <TrainingForm lab={lab} view={view} ranker={ranker} />
    </div>
  );
}
