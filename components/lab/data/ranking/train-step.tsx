import { NumberField } from "@/components/lab/data/core/number-field";
import { SplitField } from "@/components/lab/data/core/split-field";
import { Step } from "@/components/lab/data/core/step";
import { useView } from "@/components/lab/data/core/use-view";
import type { RankingStore } from "@/components/lab/data/ranking/ranking-store";
import type { RankingChoice } from "@/components/lab/data/ranking/ranking-view";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";

const WAYS = [
  {
    way: "random",
    label: "Queries at random",
    words:
      "Four fifths of the queries are learnt from, the others measured on. Documents of a query stay together.",
  },
  {
    way: "order",
    label: "By the order of the file",
    words: "The last fifth of the queries is measured on. Right when later queries come later in time.",
  },
] as const;

type TrainStepProps = { store: RankingStore; choice: RankingChoice; isTrained: boolean };

export function TrainStep({ store, choice, isTrained }: TrainStepProps) {
  const { activity } = useView(store.desk);
  return (
    <Step
      number={3}
      title="Train and measure"
      lead="Boosted trees with three losses (LambdaMART among them), a random forest and a straight line are cross-validated over the training queries; a blend of the best is trained on all of them. What is measured on decides nothing."
    >
      {store.isSplit && (
        <SplitField
          legend="Split the queries of the one file"
          options={WAYS}
          way={choice.way}
          onChange={(way) => store.setChoice({ ...choice, way })}
        />
      )}
      <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,20rem)_minmax(0,12rem)]">
        <Field label="A query without a relevant document">
          {(control) => (
            <Select
              {...control}
              value={choice.empty}
              onChange={({ target }) => store.setChoice({ ...choice, empty: Number(target.value) })}
            >
              <option value={1}>counts as 1 (LightGBM, XGBoost)</option>
              <option value={0}>counts as 0 (Microsoft LETOR)</option>
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
        <Button
          variant={isTrained ? "secondary" : "primary"}
          disabled={activity !== ""}
          onClick={() => void store.measure()}
        >
          {isTrained ? "Train again" : "Train the ranking"}
        </Button>
      </div>
    </Step>
  );
}
