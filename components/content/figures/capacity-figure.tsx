"use client";

import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import { Table } from "@/components/ui/table";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import {
  averageQueriesPerSecond,
  impressionsPerDay,
  logBytesPerDay,
  peakQueriesPerSecond,
  SECONDS_PER_DAY,
  scoresPerSecond,
} from "@/lib/framework/estimation";
import { formatBytes, formatCount, formatFixed, formatWhole } from "@/lib/framework/units";

type Inputs = Omit<VocabularyProps<"CapacityFigure">, "caption">;

function estimate(inputs: Inputs) {
  const averageQps = averageQueriesPerSecond(inputs.dailyUsers, inputs.requestsPerUser);
  const peakQps = peakQueriesPerSecond(averageQps, inputs.peakFactor);
  const impressions = impressionsPerDay(
    inputs.dailyUsers,
    inputs.requestsPerUser,
    inputs.impressionsPerRequest,
  );
  return {
    averageQps,
    peakQps,
    scores: scoresPerSecond(peakQps, inputs.candidates),
    impressions,
    logBytes: logBytesPerDay(impressions, inputs.bytesPerImpression),
  };
}
type Estimate = ReturnType<typeof estimate>;

const RESULTS: { key: keyof Estimate; name: string; format: (value: number) => string }[] = [
  { key: "averageQps", name: "Requests, average", format: (value) => `${formatCount(value)}/s` },
  { key: "peakQps", name: "Requests, peak", format: (value) => `${formatCount(value)}/s` },
  { key: "scores", name: "Item scores, peak", format: (value) => `${formatCount(value)}/s` },
  { key: "impressions", name: "Impressions", format: (value) => `${formatCount(value)}/day` },
  { key: "logBytes", name: "Training log", format: (value) => `${formatBytes(value)}/day` },
];

export function CapacityFigure({ caption, ...initial }: VocabularyProps<"CapacityFigure">) {
  const { state, patch, reset, isChanged } = useFigureState<Inputs>(initial);
  const result = estimate(state);
  const start = estimate(initial);
  return (
    <FigureFrame
      title="Assumptions in, loads out"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`At the peak, ${formatCount(result.peakQps)} requests and ${formatCount(result.scores)} item scores a second; ${formatBytes(result.logBytes)} of training log a day.`}
      controls={<CapacityControls state={state} patch={patch} />}
      formula={<FormulaLines lines={formulaLines(state, result)} />}
    >
      <Table
        caption="Results, and how far they moved from the first assumptions"
        hideCaption
        dense
        rows={RESULTS}
        rowKey={(row) => row.key}
        columns={[
          { key: "name", header: "Load", rowHeader: true, cell: (row) => row.name },
          {
            key: "value",
            header: "Value",
            numeric: true,
            className: "whitespace-nowrap font-semibold",
            cell: (row) => row.format(result[row.key]),
          },
          {
            key: "change",
            header: "Against the start",
            numeric: true,
            cell: (row) => changeOf(result[row.key], start[row.key]),
          },
        ]}
      />
    </FigureFrame>
  );
}

function changeOf(value: number, start: number): string {
  const ratio = value / start;
  if (Math.abs(ratio - 1) < 5e-4) return "same";
  return ratio >= 1 ? `× ${formatCount(ratio)}` : `÷ ${formatCount(1 / ratio)}`;
}

function formulaLines(state: Inputs, result: Estimate) {
  const candidates = formatWhole(state.candidates);
  return [
    {
      name: "Requests, average",
      expression: `${formatWhole(state.dailyUsers)} × ${state.requestsPerUser} / ${formatWhole(SECONDS_PER_DAY)} s`,
      result: `${formatWhole(result.averageQps)}/s`,
    },
    {
      name: "Requests, peak",
      expression: `${formatWhole(result.averageQps)} × ${formatFixed(state.peakFactor, 1)}`,
      result: `${formatWhole(result.peakQps)}/s`,
    },
    {
      name: "Item scores, peak",
      expression: `${formatWhole(result.peakQps)} × ${candidates}`,
      result: `${formatCount(result.scores)}/s`,
    },
    {
      name: "Training log",
      expression: `${formatWhole(state.dailyUsers)} × ${state.requestsPerUser} × ${state.impressionsPerRequest} × ${formatWhole(state.bytesPerImpression)} B`,
      result: `${formatBytes(result.logBytes)}/day`,
    },
  ];
}

function CapacityControls({ state, patch }: { state: Inputs; patch: (change: Partial<Inputs>) => void }) {
  return (
    <>
      <QuantityField
        label="Daily users"
        scale="log"
        min={1e3}
        max={5e9}
        isInteger
        value={state.dailyUsers}
        onChange={(dailyUsers) => patch({ dailyUsers })}
      />
      <QuantityField
        label="Requests per user and day"
        scale="log"
        min={0.1}
        max={200}
        value={state.requestsPerUser}
        onChange={(requestsPerUser) => patch({ requestsPerUser })}
      />
      <QuantityField
        label="Peak over average"
        unit="×"
        min={1}
        max={10}
        step={0.1}
        value={state.peakFactor}
        onChange={(peakFactor) => patch({ peakFactor })}
      />
      <QuantityField
        label="Candidates ranked"
        unit="items"
        scale="log"
        min={10}
        max={1e8}
        isInteger
        value={state.candidates}
        onChange={(candidates) => patch({ candidates })}
      />
      <QuantityField
        label="Impressions per request"
        scale="log"
        min={1}
        max={200}
        isInteger
        value={state.impressionsPerRequest}
        onChange={(impressionsPerRequest) => patch({ impressionsPerRequest })}
      />
      <QuantityField
        label="Log per impression"
        unit="B"
        scale="log"
        min={10}
        max={1e5}
        isInteger
        value={state.bytesPerImpression}
        onChange={(bytesPerImpression) => patch({ bytesPerImpression })}
      />
    </>
  );
}
