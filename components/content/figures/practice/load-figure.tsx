"use client";

import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import { busyCores, machinesForLoad, requestsInFlight } from "@/lib/framework/estimation";
import { erlangC, meanWaitSeconds } from "@/lib/framework/queueing";
import {
  formatCount,
  formatMilliseconds,
  formatNumber,
  formatPercent,
  formatWhole,
  formatWithNoun,
  percentOf,
} from "@/lib/framework/units";

type Inputs = { requests: number; cpuMs: number; elapsedMs: number; cores: number; utilisation: number };

const UTILISATIONS = Array.from({ length: 60 }, (_, i) => 0.3 + (i / 59) * 0.69);
const TABLE_UTILISATIONS = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99];

const waitMs = (state: Inputs, utilisation: number) =>
  meanWaitSeconds(state.cores, utilisation * state.cores, state.cpuMs / 1000) * 1000;

export function LoadFigure({ requestsPerSecond, cpuMs, elapsedMs, caption }: VocabularyProps<"LoadFigure">) {
  const { state, patch, reset, isChanged } = useFigureState<Inputs>({
    requests: requestsPerSecond,
    cpuMs,
    elapsedMs,
    cores: 32,
    utilisation: 0.6,
  });
  const inFlight = requestsInFlight(state.requests, state.elapsedMs / 1000);
  const busy = busyCores(state.requests, state.cpuMs / 1000);
  const machines = machinesForLoad(state.requests, state.cpuMs / 1000, state.cores, state.utilisation);
  const wait = waitMs(state, state.utilisation);
  const waiting = erlangC(state.cores, state.utilisation * state.cores);
  return (
    <FigureFrame
      title="From requests a second to machines"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`${formatCount(inFlight)} requests are in flight and ${formatCount(busy)} cores busy: ${formatWithNoun(machines, "machine")} of ${state.cores} cores at ${formatPercent(state.utilisation)}. On each, ${formatPercent(waiting)} of requests find every core taken, and the mean wait is ${formatMilliseconds(wait)}; at 95% it would be ${formatMilliseconds(waitMs(state, 0.95))}.`}
      controls={
        <>
          <QuantityField
            label="Requests a second, peak"
            scale="log"
            min={1}
            max={1e7}
            isInteger
            value={state.requests}
            onChange={(requests) => patch({ requests })}
          />
          <QuantityField
            label="CPU time of one request"
            unit="ms"
            scale="log"
            min={0.1}
            max={10_000}
            value={state.cpuMs}
            onChange={(next) => patch({ cpuMs: next, elapsedMs: Math.max(next, state.elapsedMs) })}
          />
          <QuantityField
            label="Time a request is under way"
            unit="ms"
            scale="log"
            min={0.1}
            max={10_000}
            value={state.elapsedMs}
            onChange={(next) => patch({ elapsedMs: next })}
            hint="With waiting for the network and other services."
          />
          <QuantityField
            label="Cores of a machine"
            min={1}
            max={128}
            isInteger
            value={state.cores}
            onChange={(cores) => patch({ cores })}
          />
          <QuantityField
            label="Share of them busy at the peak"
            unit="%"
            min={30}
            max={99}
            value={percentOf(state.utilisation)}
            onChange={(percent) => patch({ utilisation: percent / 100 })}
          />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "In flight (Little's law)",
              expression: `${formatWhole(state.requests)}/s × ${formatMilliseconds(state.elapsedMs)}`,
              result: formatCount(inFlight),
            },
            {
              name: "Busy cores",
              expression: `${formatWhole(state.requests)}/s × ${formatMilliseconds(state.cpuMs)}`,
              result: formatCount(busy),
            },
            {
              name: "Machines",
              expression: `${formatCount(busy)} / (${state.cores} × ${formatPercent(state.utilisation)}), rounded up`,
              result: formatWhole(machines),
            },
          ]}
        />
      }
      table={<WaitTable state={state} />}
    >
      <LineChart
        title="Mean wait for a core, by share of cores busy"
        description={`The wait stays below ${formatMilliseconds(waitMs(state, 0.7))} up to 70% and reaches ${formatMilliseconds(waitMs(state, 0.99))} at 99%.`}
        hideEndLabels
        x={{
          kind: "linear",
          domain: [0.3, 1],
          tickValues: [0.3, 0.5, 0.7, 0.9, 1],
          label: `Share of ${state.cores} cores busy`,
          format: formatPercent,
        }}
        y={{
          kind: "log",
          label: "Mean wait for a core, ms",
          format: formatNumber,
          domain: [state.cpuMs / 1e5, state.cpuMs * 100],
        }}
        series={[
          {
            id: "wait",
            label: "Mean wait",
            color: 1,
            points: UTILISATIONS.map(
              (utilisation) => [utilisation, waitMs(state, utilisation)] as const,
            ).filter(([, wait]) => wait >= state.cpuMs / 1e5),
          },
        ]}
        references={[{ axis: "y", value: state.cpuMs, label: "as long as the work itself" }]}
        marks={
          wait >= state.cpuMs / 1e5
            ? [{ x: state.utilisation, y: wait, label: formatMilliseconds(wait), color: 1 }]
            : []
        }
      />
    </FigureFrame>
  );
}

function WaitTable({ state }: { state: Inputs }) {
  return (
    <ChartTable
      caption={`One machine of ${state.cores} cores, requests of ${formatMilliseconds(state.cpuMs)} at random instants (Erlang C)`}
      rows={TABLE_UTILISATIONS}
      rowKey={String}
      columns={[
        { key: "busy", header: "Cores busy", rowHeader: true, cell: (share) => formatPercent(share) },
        {
          key: "machines",
          header: "Machines",
          numeric: true,
          cell: (share) =>
            formatWhole(machinesForLoad(state.requests, state.cpuMs / 1000, state.cores, share)),
        },
        {
          key: "waiting",
          header: "Requests that wait",
          numeric: true,
          cell: (share) => formatPercent(erlangC(state.cores, share * state.cores)),
        },
        {
          key: "wait",
          header: "Mean wait",
          numeric: true,
          cell: (share) => formatMilliseconds(waitMs(state, share)),
        },
      ]}
    />
  );
}
