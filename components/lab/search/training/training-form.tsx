"use client";

import { useId, useState } from "react";
import { SeedField } from "@/components/lab/core/training/seed-field";
import { formatCount } from "@/components/lab/format";
import { LabelsField, RankerField } from "@/components/lab/search/knobs/ranker-fields";
import type { SearchLabStore } from "@/components/lab/search/search-store";
import type { SearchLabView } from "@/components/lab/search/search-view";
import { Button } from "@/components/ui/button";
import { Slider } from "@/components/ui/slider";
import { LEARNT_RANKERS, type LearntRanker } from "@/lib/pipeline/product-search/names";

type TrainingFormProps = { lab: SearchLabStore; view: SearchLabView; ranker: LearntRanker };

/** What to train: which ranker on which labels, how long, from which draws. */
export function TrainingForm({ lab, view: { state, training, card }, ranker }: TrainingFormProps) {
  const id = useId();
  const [settings, setSettings] = useState(state.training);
  const [chosen, setChosen] = useState<Partial<{ ranker: LearntRanker; labels: typeof state.knobs.labels }>>(
    {},
  );
  const wanted = { ranker, labels: state.knobs.labels, ...chosen };
  const isTrainedSo =
    training.isOwn &&
    wanted.ranker === state.knobs.ranker &&
    wanted.labels === state.knobs.labels &&
    JSON.stringify(settings) === JSON.stringify(state.training);
  return (
    <form
      className="flex flex-wrap items-end gap-x-6 gap-y-4 border-t border-line pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (training.isRunning || isTrainedSo) return;
        setChosen({});
        lab.train(settings, wanted);
      }}
    >
      <RankerField
        label="Ranker to train"
        className="w-52"
        rankers={LEARNT_RANKERS}
        value={wanted.ranker}
        disabled={training.isRunning}
        onChange={(name) => setChosen({ ...chosen, ranker: name })}
      />
      <LabelsField
        label="Labels"
        className="w-52"
        value={wanted.labels}
        disabled={training.isRunning}
        onChange={(labels) => setChosen({ ...chosen, labels })}
      />
      <Slider
        label="Epochs"
        className="w-44"
        min={1}
        max={12}
        value={settings.epochs}
        onChange={(epochs) => setSettings({ ...settings, epochs })}
      />
      <SeedField
        id={`${id}-seed`}
        label="Training seed"
        value={settings.seed}
        onChange={(seed) => setSettings({ ...settings, seed })}
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
        The towers learn from clicks of the first days, the ranker from later ones:{" "}
        {formatCount(card.world.searches)} searches over {card.world.days} days at full size. Held-out queries
        teach nothing.
      </p>
    </form>
  );
}
