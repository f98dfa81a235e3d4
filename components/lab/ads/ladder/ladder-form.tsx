"use client";

import { useId, useState } from "react";
import type { AdTraining } from "@/components/lab/ads/ads-lab-types";
import { AD_MODEL_LABELS, CALIBRATION_LABELS, CORRECTION_LABELS } from "@/components/lab/ads/ads-words";
import { SeedField } from "@/components/lab/core/training/seed-field";
import { formatCount, formatShare } from "@/components/lab/format";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Checkbox, Select } from "@/components/ui/inputs";
import { Slider } from "@/components/ui/slider";
import { CALIBRATION_NAMES, CORRECTION_NAMES, TRAINED_AD_MODEL_NAMES } from "@/lib/pipeline/ads/names";

const RATES = [1, 0.3, 0.1, 0.03, 0.01];
const SIZES = [4, 8, 16] as const;

type LadderFormProps = {
  /** Of the models that are there, or are to be trained. */
  options: AdTraining;
  isRunning: boolean;
  isPaused: boolean;
  isOwn: boolean;
  onTrain: (options: AdTraining) => void;
  onRestore: () => void;
};

/** What to train: which models, on which rows, with which table, and how the result is brought to probabilities. */
export function LadderForm({
  options: present,
  isRunning,
  isPaused,
  isOwn,
  onTrain,
  onRestore,
}: LadderFormProps) {
  const id = useId();
  const [options, setOptions] = useState(present);
  const change = (part: Partial<AdTraining>) => setOptions({ ...options, ...part });
  const isTrainedSo = isOwn && JSON.stringify(options) === JSON.stringify(present);
  return (
    <form
      className="grid gap-4 border-t border-line pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isRunning && !isTrainedSo) onTrain(options);
      }}
    >
      <Models options={options} onChange={change} />
      <div className="grid items-end gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-4">
        <Slider
          label="Epochs"
          min={1}
          max={10}
          value={options.epochs}
          onChange={(epochs) => change({ epochs })}
        />
        <Choice
          label="Negatives kept"
          value={options.negativeRate}
          values={RATES}
          format={formatShare}
          onChange={(negativeRate) => change({ negativeRate })}
        />
        <Choice
          label="Made up for by"
          value={options.correction}
          values={CORRECTION_NAMES}
          format={(name) => CORRECTION_LABELS[name]}
          onChange={(correction) => change({ correction })}
        />
        <Choice
          label="Calibration"
          value={options.calibration}
          values={CALIBRATION_NAMES}
          format={(name) => CALIBRATION_LABELS[name]}
          onChange={(calibration) => change({ calibration })}
        />
        <Slider
          label="Hashed table"
          min={6}
          max={18}
          value={options.hashBits}
          format={(bits) => `${formatCount(2 ** bits)} rows`}
          onChange={(hashBits) => change({ hashBits })}
        />
        <Choice
          label="Numbers a vector"
          value={options.embeddingSize}
          values={SIZES}
          format={String}
          onChange={(embeddingSize) => change({ embeddingSize })}
        />
        <SeedField
          id={`${id}-seed`}
          label="Training seed"
          value={options.seed}
          onChange={(seed) => change({ seed })}
        />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          variant="primary"
          {...(isRunning && { busyLabel: isPaused ? "Paused" : "Training…" })}
          {...(!isRunning && isTrainedSo && { busyLabel: "Trained with these settings" })}
        >
          {isOwn ? "Train again" : "Train in this browser"}
        </Button>
        {isOwn && !isRunning && <Button onClick={onRestore}>Back to the shipped models</Button>}
      </div>
    </form>
  );
}

type PartProps = { options: AdTraining; onChange: (part: Partial<AdTraining>) => void };

/** At least one stays chosen. */
function Models({ options, onChange }: PartProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-medium">Models, trained side by side on the same batches</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1.5">
        {TRAINED_AD_MODEL_NAMES.map((name) => (
          <Checkbox
            key={name}
            label={AD_MODEL_LABELS[name]}
            checked={options.models.includes(name)}
            onChange={(event) => {
              const models = TRAINED_AD_MODEL_NAMES.filter((other) =>
                other === name ? event.target.checked : options.models.includes(other),
              );
              if (models.length > 0) onChange({ models });
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}

type ChoiceProps<Value extends string | number> = {
  label: string;
  value: Value;
  values: readonly Value[];
  format: (value: Value) => string;
  onChange: (value: Value) => void;
};

function Choice<Value extends string | number>({
  label,
  value,
  values,
  format,
  onChange,
}: ChoiceProps<Value>) {
  const offered = values.includes(value) ? values : [...values, value];
  return (
    <Field label={label}>
      {(control) => (
        <Select
          {...control}
          value={value}
          onChange={(event) => {
            const chosen = offered[event.target.selectedIndex];
            if (chosen !== undefined) onChange(chosen);
          }}
        >
          {offered.map((one) => (
            <option key={one} value={one}>
              {format(one)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
