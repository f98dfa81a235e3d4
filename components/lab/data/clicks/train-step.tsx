import type { ClicksStore } from "@/components/lab/data/clicks/clicks-store";
import { type ClicksView, MODEL_WORDS, MODELS } from "@/components/lab/data/clicks/clicks-view";
import { NumberField } from "@/components/lab/data/core/number-field";
import { SplitField } from "@/components/lab/data/core/split-field";
import { Step } from "@/components/lab/data/core/step";
import { useView } from "@/components/lab/data/core/use-view";
import { formatCount } from "@/components/lab/format";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Checkbox, Select } from "@/components/ui/inputs";
import type { ClicksReading } from "@/lib/pipeline/workers/calls/clicks-calls";

const WAYS = [
  {
    way: "random",
    label: "At random",
    words:
      "Rows of each part are alike. Comparable with published tables; a session may lie in two parts, which flatters.",
  },
  {
    way: "order",
    label: "By the order of the file",
    words:
      "The last rows are measured on, as in production, where models meet tomorrow. Right when the file is in the order of time.",
  },
] as const;
const ROW_LIMITS = [50_000, 200_000, 500_000, 1_000_000] as const;
/** More than any file that can be read. */
const ALL_ROWS = 1_000_000_000;
const MODEL_HINTS = {
  lr: "a weight for each value",
  fm: "and for each pair of values, by vectors",
  dcn: "crosses of any order, with dropout",
} as const;

type TrainStepProps = { store: ClicksStore; view: ClicksView; reading: ClicksReading };

/** How the rows are split, and which rungs of the ladder are climbed. */
export function TrainStep({ store, view: { choice }, reading }: TrainStepProps) {
  const { activity } = useView(store.desk);
  const rows = reading.summary.files[0]?.rows ?? 0;
  const isNone = MODELS.every((model) => !choice.models[model]);
  return (
    <Step
      number={3}
      title="Train and measure"
      lead="Each model learns on one part of the rows, is stopped and calibrated on a second, and measured on a third, which decides nothing. Values are learnt from the first part alone; what it never saw is read as rare."
    >
      {store.isSplit && (
        <SplitField
          legend={`Split ${formatCount(rows)} rows`}
          options={WAYS}
          way={choice.way}
          onChange={(way) => store.setChoice({ ...choice, way })}
        />
      )}
      <div className="grid items-start gap-x-8 gap-y-4 sm:grid-cols-[repeat(3,minmax(0,14rem))]">
        <fieldset>
          <legend className="mb-1.5 text-sm font-medium">Models, besides the base rate</legend>
          {MODELS.map((model) => (
            <Checkbox
              key={model}
              label={MODEL_WORDS[model]}
              hint={MODEL_HINTS[model]}
              checked={choice.models[model]}
              onChange={({ target }) =>
                store.setChoice({ ...choice, models: { ...choice.models, [model]: target.checked } })
              }
            />
          ))}
        </fieldset>
        <Field label="Rows to learn from">
          {(control) => (
            <Select
              {...control}
              value={choice.maximumRows}
              onChange={({ target }) => store.setChoice({ ...choice, maximumRows: Number(target.value) })}
            >
              {ROW_LIMITS.map((limit) => (
                <option key={limit} value={limit}>
                  at most {formatCount(limit)}
                </option>
              ))}
              <option value={ALL_ROWS}>all</option>
            </Select>
          )}
        </Field>
        <NumberField
          label="Seed"
          minimum={0}
          maximum={999_999}
          value={choice.seed}
          onChange={(seed) => store.setChoice({ ...choice, seed })}
        />
      </div>
      <div>
        <Button variant="primary" disabled={activity !== "" || isNone} onClick={() => void store.measure()}>
          Train the ladder
        </Button>
      </div>
    </Step>
  );
}
