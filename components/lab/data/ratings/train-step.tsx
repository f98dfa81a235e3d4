import { NumberField } from "@/components/lab/data/core/number-field";
import { Step } from "@/components/lab/data/core/step";
import { useView } from "@/components/lab/data/core/use-view";
import type { RatingsStore } from "@/components/lab/data/ratings/ratings-store";
import type { RatingsView, TrainChoice } from "@/components/lab/data/ratings/ratings-view";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import type { RatingsReading } from "@/lib/pipeline/workers/calls/ratings-calls";

const NUMBERS = [
  { key: "k", label: "Length of the list, k", maximum: 100, minimum: 1 },
  { key: "minimumPerItem", label: "Ratings per item, at least", maximum: 1_000, minimum: 1 },
  { key: "minimumPerUser", label: "Ratings per user, at least", maximum: 1_000, minimum: 1 },
  { key: "seed", label: "Seed of the random split", maximum: 999_999, minimum: 0 },
] as const;

type TrainStepProps = { store: RatingsStore; view: RatingsView; summary: RatingsReading["summary"] };

/** The protocol, and the two splits to train on. */
export function TrainStep({ store, view, summary }: TrainStepProps) {
  const { choice, runs } = view;
  const { activity } = useView(store.desk);
  const isBusy = activity !== "";
  const values = summary.histogram.filter(({ from, to }) => from === to).map(({ from }) => from);
  return (
    <Step
      number={3}
      title="Train and measure"
      lead="The same two stages as everywhere here: item-to-item, a two-tower and popularity bring candidates, a trained ranker orders them. Settings are chosen on a part of the training rows; what is held out is only measured on."
    >
      <Disclosure summary="The protocol: every row counts, top 10">
        <div className="grid gap-4 pt-1 sm:grid-cols-3 lg:grid-cols-5">
          <LikedField choice={choice} values={values} onChange={(changed) => store.setChoice(changed)} />
          {NUMBERS.map(({ key, label, minimum, maximum }) => (
            <NumberField
              key={key}
              label={label}
              minimum={minimum}
              maximum={maximum}
              value={choice[key]}
              onChange={(value) => store.setChoice({ ...choice, [key]: value })}
            />
          ))}
        </div>
      </Disclosure>
      <div className="grid gap-4 sm:grid-cols-2">
        <SplitPart
          title="Random split"
          words="Of each item's ratings a random quarter is held out. Comparable with published tables; easy, because the models see what a user did before and after."
          button={runs.item ? "Train again on the random split" : "Train on the random split"}
          isPrimary={!runs.item}
          isDisabled={isBusy}
          onTrain={() => void store.train("item")}
        />
        <SplitPart
          title="Time split"
          words={
            summary.timeRange
              ? "The latest fifth of all ratings is held out. Harder, and what production is like: the future is not known, and some users are new."
              : "Needs times, and this file has none that differ."
          }
          button={runs.time ? "Train again on the time split" : "Train on the time split"}
          isPrimary={!runs.time}
          isDisabled={isBusy || !summary.timeRange}
          onTrain={() => void store.train("time")}
        />
      </div>
    </Step>
  );
}

type LikedFieldProps = {
  choice: TrainChoice;
  values: readonly number[];
  onChange: (choice: TrainChoice) => void;
};

function LikedField({ choice, values, onChange }: LikedFieldProps) {
  return (
    <Field label="Rows that count">
      {(control) => (
        <Select
          {...control}
          value={choice.likedFrom ?? ""}
          onChange={({ target }) =>
            onChange({ ...choice, likedFrom: target.value === "" ? null : Number(target.value) })
          }
        >
          <option value="">every row</option>
          {values.slice(1).map((value) => (
            <option key={value} value={value}>
              rated {Number(value.toPrecision(6))} or more
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

type SplitPartProps = {
  title: string;
  words: string;
  button: string;
  isPrimary: boolean;
  isDisabled: boolean;
  onTrain: () => void;
};

function SplitPart({ title, words, button, isPrimary, isDisabled, onTrain }: SplitPartProps) {
  return (
    <div className="grid content-between justify-items-start gap-3 rounded-lg border border-line p-4">
      <div>
        <h3 className="font-medium">{title}</h3>
        <p className="mt-1 text-sm text-ink-2">{words}</p>
      </div>
      <Button variant={isPrimary ? "primary" : "secondary"} disabled={isDisabled} onClick={onTrain}>
        {button}
      </Button>
    </div>
  );
}
