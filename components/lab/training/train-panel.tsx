"use client";

import { useId, useState } from "react";
import type { LabStore } from "@/components/lab/lab-store";
import type { LabView } from "@/components/lab/lab-view";
import { CurveTable } from "@/components/lab/training/curve-table";
import { Curves } from "@/components/lab/training/curves";
import { Button } from "@/components/ui/button";
import { Slider } from "@/components/ui/slider";
import type { ModelCard } from "@/lib/pipeline/trace";

function describeModels({ training, card, state }: LabView): string {
  if (training.isRunning)
    return "Training in this browser. Watch the loss fall; Cancel brings the shipped models back.";
  if (training.isOwn)
    return `These models were trained here, with seed ${state.training.seed}. The same seed gives the same models.`;
  const seconds = card.trainSeconds.twoTower + card.trainSeconds.ranker;
  return `The models that came with Shortlist: the same code, trained in ${seconds.toFixed(0)} s with seed ${card.trainingSeed}. Train your own to see that nothing is staged.`;
}

const popularityAt100 = (card: ModelCard) =>
  card.metrics.retrievalRecall.find(({ k }) => k === 100)?.popularity ?? null;

/** Train and watch: both models, from nothing, in the visitor's browser. */
export function TrainPanel({ lab, view }: { lab: LabStore; view: LabView }) {
  const seedId = useId();
  const { state, training } = view;
  const [options, setOptions] = useState({ ...state.training, worldSeed: state.seed });
  const { worldSeed, ...trainOptions } = options;
  return (
    <div className="grid gap-5">
      <p className="max-w-3xl text-sm text-ink-2">{describeModels(view)}</p>
      <Curves
        isRunning={training.isRunning}
        points={training.points}
        popularityRecallAt100={state.seed === view.card.world.seed ? popularityAt100(view.card) : null}
      />
      <CurveTable points={training.points} />
      <form
        className="flex flex-wrap items-end gap-x-6 gap-y-4 border-t border-line pt-4"
        onSubmit={(event) => {
          event.preventDefault();
          lab.train(trainOptions, worldSeed);
        }}
      >
        <Slider
          label="Two-tower epochs"
          className="w-44"
          min={1}
          max={12}
          value={options.twoTowerEpochs}
          onChange={(twoTowerEpochs) => setOptions({ ...options, twoTowerEpochs })}
        />
        <Slider
          label="Ranker epochs"
          className="w-44"
          min={1}
          max={8}
          value={options.rankerEpochs}
          onChange={(rankerEpochs) => setOptions({ ...options, rankerEpochs })}
        />
        <SeedField
          id={`${seedId}-train`}
          label="Training seed"
          value={options.seed}
          onChange={(seed) => setOptions({ ...options, seed })}
        />
        <SeedField
          id={`${seedId}-world`}
          label="World seed"
          value={worldSeed}
          onChange={(seed) => setOptions({ ...options, worldSeed: seed })}
        />
        <div className="flex flex-wrap gap-2">
          <Button
            type="submit"
            variant="primary"
            {...(training.isRunning && { busyLabel: training.isPaused ? "Paused" : "Training…" })}
          >
            Train in this browser
          </Button>
          {training.isRunning && (
            <>
              <Button onClick={() => lab.pauseTraining(!training.isPaused)}>
                {training.isPaused ? "Go on" : "Pause"}
              </Button>
              <Button onClick={() => lab.cancel()}>Cancel</Button>
            </>
          )}
          {training.isOwn && !training.isRunning && (
            <Button onClick={() => lab.restoreShippedModels()}>Back to the shipped models</Button>
          )}
        </div>
      </form>
    </div>
  );
}

type SeedFieldProps = { id: string; label: string; value: number; onChange: (seed: number) => void };

function SeedField({ id, label, value, onChange }: SeedFieldProps) {
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-sm">
        {label}
      </label>
      <input
        id={id}
        type="number"
        min={0}
        max={999_999}
        step={1}
        required
        value={value}
        onChange={(event) =>
          Number.isInteger(event.target.valueAsNumber) &&
          event.target.valueAsNumber >= 0 &&
          onChange(event.target.valueAsNumber)
        }
        className="h-9 w-24 rounded-md border border-line-strong bg-raised px-2 text-sm tabular-nums"
      />
    </div>
  );
}
