"use client";

import type { AdsLabStore } from "@/components/lab/ads/ads-store";
import type { AdsLabView } from "@/components/lab/ads/ads-view";
import { AD_MODEL_LABELS } from "@/components/lab/ads/ads-words";
import { LadderCurves, LadderCurveTable } from "@/components/lab/ads/ladder/ladder-curves";
import { LadderForm } from "@/components/lab/ads/ladder/ladder-form";
import { describeLadder, LadderTable } from "@/components/lab/ads/ladder/ladder-table";
import { QUALITY_NOTE } from "@/components/lab/ads/studies/quality-columns";
import { TrainingProgress } from "@/components/lab/core/training/training-progress";
import type { AdModelName } from "@/lib/pipeline/ads/names";

const trainedName = (model: string) =>
  model in AD_MODEL_LABELS ? AD_MODEL_LABELS[model as AdModelName] : "Two-tower";
const LEARNING =
  "Being learnt: weights that make the click probability of each shown ad come out right, on the same batches for every model of the ladder. The loss is the surprise at what people did; after the ladder the two-tower learns to find clicked ads.";

/** Train and watch: the models of the ladder side by side, from nothing, in the visitor's browser. */
export function LadderPanel({ lab, view }: { lab: AdsLabStore; view: AdsLabView }) {
  const { training, state, ladder, card } = view;
  const options = training.isOwn ? state.training : card.options;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <p className="max-w-3xl text-sm text-ink-2 tabular-nums">
        The same rows, in the same batches, teach a ladder of models from the simplest to the richest. The
        world holds pairs of features that matter more than their parts, so see who can find them, and how
        near they come to the dashed line: the true click probabilities, below which nobody can get.
      </p>
      {training.isRunning && (
        <TrainingProgress lab={lab} training={training} modelName={trainedName} learning={LEARNING} />
      )}
      <LadderCurves points={training.points} isRunning={training.isRunning} />
      <LadderCurveTable points={training.points} />
      {!training.isRunning && (
        <div className="grid gap-2">
          <p className="text-sm font-medium tabular-nums">{describeLadder(ladder)}</p>
          <LadderTable ladder={ladder} />
          <p className="max-w-3xl text-xs text-ink-2">{QUALITY_NOTE}</p>
        </div>
      )}
      <LadderForm
        key={JSON.stringify(options)}
        options={options}
        isRunning={training.isRunning}
        isPaused={training.isPaused}
        isOwn={training.isOwn}
        onTrain={(chosen) => lab.train(chosen)}
        onRestore={() => lab.restoreShippedModels()}
      />
    </div>
  );
}
