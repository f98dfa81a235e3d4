import { useState } from "react";
import { BarChart } from "@/components/charts/bar-chart";
import { type Ladder, MODEL_WORDS, MODELS, type ModelName } from "@/components/lab/data/clicks/clicks-view";
import { describeLadder } from "@/components/lab/data/clicks/ladder-words";
import { ReliabilityFigure } from "@/components/lab/data/clicks/reliability-figure";
import { Sentences } from "@/components/lab/data/core/facts";
import { Step } from "@/components/lab/data/core/step";
import { formatCount } from "@/components/lab/format";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import { type Column, Table } from "@/components/ui/table";

type Row = {
  id: string;
  name: string;
  params: number;
  seconds: number | null;
  auc: number;
  logLoss: number;
  normalizedEntropy: number;
  ece: number;
  before: number | null;
  calibration: string;
};

function rowsOf({ base, rungs }: Ladder): Row[] {
  const { logLoss, normalizedEntropy, ece } = base;
  const lowest = { id: "base", name: "Base rate", params: 1, seconds: null, auc: 0.5 };
  return [
    { ...lowest, logLoss, normalizedEntropy, ece, before: null, calibration: "none" },
    ...MODELS.flatMap((model) => {
      const rung = rungs[model];
      if (!rung) return [];
      const { params, trainSeconds: seconds, uncalibrated, calibration, ...measured } = rung;
      return [
        {
          id: model,
          name: MODEL_WORDS[model],
          params,
          seconds,
          ...measured,
          before: uncalibrated.ece,
          calibration,
        },
      ];
    }),
  ];
}

const four = (value: number) => value.toFixed(4);
const COLUMNS: readonly Column<Row>[] = [
  {
    key: "model",
    header: "Model",
    rowHeader: true,
    className: "whitespace-nowrap",
    cell: ({ name }) => name,
  },
  { key: "auc", header: "AUC", numeric: true, cell: ({ auc }) => four(auc) },
  { key: "logLoss", header: "Log loss", numeric: true, cell: ({ logLoss }) => four(logLoss) },
  {
    key: "entropy",
    header: "Normalised entropy",
    numeric: true,
    cell: ({ normalizedEntropy }) => four(normalizedEntropy),
  },
  { key: "ece", header: "Calibration error", numeric: true, cell: ({ ece }) => four(ece) },
  {
    key: "before",
    header: "before calibration",
    numeric: true,
    cell: ({ before }) => (before === null ? "–" : four(before)),
  },
  { key: "calibration", header: "Calibrated by", cell: ({ calibration }) => calibration },
  { key: "params", header: "Numbers learnt", numeric: true, cell: ({ params }) => formatCount(params) },
  {
    key: "seconds",
    header: "Trained in",
    numeric: true,
    cell: ({ seconds }) => (seconds === null ? "–" : `${seconds.toFixed(1)} s`),
  },
];

/** The ladder: what each richer model adds, and whether its probabilities can be believed. */
export function LadderStep({ ladder }: { ladder: Ladder }) {
  const rows = rowsOf(ladder);
  const trained = MODELS.filter((model) => ladder.rungs[model]);
  return (
    <Step
      number={4}
      title="The ladder"
      lead="Measured on rows that took no part in learning, stopping or calibrating. AUC is about order alone; log loss and normalised entropy (1 is the base rate, lower is better) about the probabilities too."
    >
      <div className="grid gap-8 lg:grid-cols-2">
        <div className="grid min-w-0 content-start gap-5">
          <BarChart
            title="Normalised entropy of each model"
            description={rows
              .map(({ name, normalizedEntropy }) => `${name} ${four(normalizedEntropy)}`)
              .join(", ")}
            maximum={1}
            rows={rows.map(({ id, name, normalizedEntropy }) => ({
              id,
              label: name,
              valueLabel: four(normalizedEntropy),
              segments: [{ id: "entropy", value: normalizedEntropy, color: id === "base" ? 2 : 1 }],
            }))}
          />
          <Sentences sentences={describeLadder(ladder)} />
        </div>
        {trained.length > 0 && <Reliability ladder={ladder} trained={trained} />}
      </div>
      <Table
        dense
        caption="The ladder, on the test part; entropy against the base rate of these rows, calibration error over ten bins of equal width"
        columns={COLUMNS}
        rows={rows}
        rowKey={({ id }) => id}
      />
    </Step>
  );
}

function Reliability({ ladder, trained }: { ladder: Ladder; trained: readonly ModelName[] }) {
  const [wanted, setWanted] = useState<ModelName | null>(null);
  const shown = wanted && trained.includes(wanted) ? wanted : trained.at(-1);
  const rung = shown && ladder.rungs[shown];
  if (!rung) return null;
  return (
    <div className="grid min-w-0 content-start gap-3">
      <Field label="Reliability of" className="w-full sm:w-56">
        {(control) => (
          <Select {...control} value={shown} onChange={({ target }) => setWanted(target.value as ModelName)}>
            {trained.map((model) => (
              <option key={model} value={model}>
                {MODEL_WORDS[model]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <ReliabilityFigure name={MODEL_WORDS[shown]} reliability={rung.reliability} />
    </div>
  );
}
