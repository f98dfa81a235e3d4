"use client";

import { useId, useState } from "react";
import { SeedField } from "@/components/lab/core/training/seed-field";
import { formatCount } from "@/components/lab/format";
import { RANKER_LABELS } from "@/components/lab/video/knobs/ranker-words";
import type { VideoLabStore } from "@/components/lab/video/video-store";
import type { VideoLabView } from "@/components/lab/video/video-view";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import { Slider } from "@/components/ui/slider";
import { RANKER_NAMES, type RankerName } from "@/lib/pipeline/video/names";

/** What to train: how long, from which draws, which ranker, in which world. */
export function TrainingForm({ lab, view }: { lab: VideoLabStore; view: VideoLabView }) {
  const seedId = useId();
  const { state, training } = view;
  const [options, setOptions] = useState({ ...state.training, worldSeed: state.seed });
  const { worldSeed, ...trainOptions } = options;
  const [chosenRanker, setChosenRanker] = useState<RankerName | null>(null);
  const ranker = chosenRanker ?? state.knobs.ranker;
  const isTrainedSo =
    training.isOwn &&
    ranker === state.knobs.ranker &&
    worldSeed === state.seed &&
    JSON.stringify(trainOptions) === JSON.stringify(state.training);
  const change = (part: Partial<typeof options>) => setOptions({ ...options, ...part });
  return (
    <form
      className="flex flex-wrap items-end gap-x-6 gap-y-4 border-t border-line pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (training.isRunning || isTrainedSo) return;
        setChosenRanker(null);
        if (ranker !== state.knobs.ranker) lab.setKnobs({ ...state.knobs, ranker });
        lab.train(trainOptions, worldSeed);
      }}
    >
      <Field label="Ranker" className="w-52">
        {(control) => (
          <Select
            {...control}
            value={ranker}
            disabled={training.isRunning}
            onChange={(event) => setChosenRanker(event.target.value as RankerName)}
          >
            {RANKER_NAMES.map((name) => (
              <option key={name} value={name}>
                {RANKER_LABELS[name]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Slider
        label="Two-tower epochs"
        className="w-44"
        min={1}
        max={12}
        value={options.twoTowerEpochs}
        onChange={(twoTowerEpochs) => change({ twoTowerEpochs })}
      />
      <Slider
        label="Ranker epochs"
        className="w-44"
        min={1}
        max={8}
        value={options.rankerEpochs}
        onChange={(rankerEpochs) => change({ rankerEpochs })}
      />
      <SeedField
        id={`${seedId}-train`}
        label="Training seed"
        value={options.seed}
        onChange={(seed) => change({ seed })}
      />
      <SeedField
        id={`${seedId}-world`}
        label="World seed"
        value={worldSeed}
        onChange={(seed) => change({ worldSeed: seed })}
      />
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          variant="primary"
          {...(training.isRunning && { busyLabel: training.isPaused ? "Paused" : "Training…" })}
          {...(!training.isRunning && isTrainedSo && { busyLabel: "Trained with these settings" })}
        >
          {training.isOwn ? "Train again" : "Train in this browser"}
        </Button>
        {training.isOwn && !training.isRunning && (
          <Button onClick={() => lab.restoreShippedModels()}>Back to the shipped models</Button>
        )}
      </div>
      <p className="basis-full text-sm text-ink-2 tabular-nums">
        Models learn from the {formatCount(view.card.world.loggedItems)} videos that the log knows, whatever
        the size of the catalogue that they serve.
      </p>
    </form>
  );
}
