"use client";

import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import {
  aucOfProfile,
  exactHitRate,
  type RankProfile,
  sampledHitRate,
} from "@/lib/evaluation/sampled-metrics";
import { formatFixed, formatPercent, formatTick, formatWhole, percentOf } from "@/lib/framework/units";

const K = 10;
type Inputs = {
  items: number;
  samples: number;
  steadyRank: number;
  luckyShare: number;
  otherRank: number;
};

export function SampledMetricFigure({ items, samples, caption }: VocabularyProps<"SampledMetricFigure">) {
  const { state, patch, reset, isChanged } = useFigureState<Inputs>({
    items,
    samples,
    steadyRank: 40,
    luckyShare: 0.1,
    otherRank: 2001,
  });
  const rankers = rankersOf(state);
  const rows = rankers.map(({ name, profile }) => ({
    name,
    exact: exactHitRate(profile, K),
    sampled: sampledHitRate(profile, state.items, state.samples, K),
    auc: aucOfProfile(profile, state.items),
  }));
  const [a, b] = rows;
  if (!a || !b) return null;
  const isInverted = (a.exact - b.exact) * (a.sampled - b.sampled) < 0;
  const counts = sampleCounts(state.items);
  return (
    <FigureFrame
      title="Two rankers, judged by all items and by a sample"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`Among all ${formatWhole(state.items)} items HR@${K} is ${formatFixed(a.exact, 3)} for A and ${formatFixed(b.exact, 3)} for B. Among ${formatWhole(state.samples)} sampled negatives it is ${formatFixed(a.sampled, 3)} and ${formatFixed(b.sampled, 3)}${isInverted ? ": the order is turned round" : ""}. AUC: ${formatFixed(a.auc, 3)} and ${formatFixed(b.auc, 3)}.`}
      controls={
        <>
          <QuantityField
            label="Sampled negatives"
            scale="log"
            min={1}
            max={state.items - 1}
            isInteger
            value={state.samples}
            onChange={(next) => patch({ samples: next })}
          />
          <QuantityField
            label="Items in the catalogue"
            scale="log"
            min={100}
            max={1e8}
            isInteger
            value={state.items}
            onChange={(next) => patch(fitTo(state, next))}
          />
          <QuantityField
            label="A: rank of the right item, for everybody"
            scale="log"
            min={1}
            max={state.items}
            isInteger
            value={state.steadyRank}
            onChange={(steadyRank) => patch({ steadyRank })}
          />
          <QuantityField
            label="B: people for whom it is first"
            unit="%"
            min={0}
            max={100}
            value={percentOf(state.luckyShare)}
            onChange={(percent) => patch({ luckyShare: percent / 100 })}
          />
          <QuantityField
            label="B: rank for all others"
            scale="log"
            min={1}
            max={state.items}
            isInteger
            value={state.otherRank}
            onChange={(otherRank) => patch({ otherRank })}
          />
        </>
      }
      formula={<FormulaLines lines={linesOf(state, a.sampled)} />}
      table={
        <ChartTable
          caption={`HR@${K} by number of sampled negatives`}
          rows={counts}
          rowKey={String}
          columns={[
            { key: "m", header: "Negatives", rowHeader: true, cell: (m) => formatWhole(m) },
            ...rankers.map(({ name, profile }) => ({
              key: name,
              header: name,
              numeric: true,
              cell: (m: number) => formatFixed(sampledHitRate(profile, state.items, m, K), 3),
            })),
          ]}
        />
      }
    >
      <LineChart
        title="Hit rate by number of sampled negatives"
        description={`With ${formatWhole(state.samples)} negatives A scores ${formatFixed(a.sampled, 3)} and B ${formatFixed(b.sampled, 3)}; with all items A scores ${formatFixed(a.exact, 3)} and B ${formatFixed(b.exact, 3)}.`}
        x={{
          kind: "log",
          domain: [1, state.items],
          label: "Sampled negatives; the right end is nearly the whole catalogue",
          format: formatTick,
        }}
        y={{ kind: "linear", domain: [0, 1], tickCount: 4, label: `HR@${K}`, format: formatPercent }}
        series={rankers.map(({ id, name, profile }, index) => ({
          id,
          label: name,
          color: index === 0 ? 2 : 1,
          points: counts.map((m) => [m, sampledHitRate(profile, state.items, m, K)] as const),
        }))}
        marks={[
          { x: state.samples, y: a.sampled, label: formatFixed(a.sampled, 3), color: 2 },
          { x: state.samples, y: b.sampled, label: formatFixed(b.sampled, 3), color: 1 },
        ]}
      />
    </FigureFrame>
  );
}

function rankersOf(state: Inputs): { id: string; name: string; profile: RankProfile }[] {
  return [
    { id: "a", name: "A, always near", profile: [{ share: 1, rank: state.steadyRank }] },
    {
      id: "b",
      name: "B, first or far",
      profile: [
        { share: state.luckyShare, rank: 1 },
        { share: 1 - state.luckyShare, rank: state.otherRank },
      ],
    },
  ];
}

/** Ranks and samples never beyond the catalogue. */
function fitTo(state: Inputs, items: number): Partial<Inputs> {
  return {
    items,
    samples: Math.min(state.samples, items - 1),
    steadyRank: Math.min(state.steadyRank, items),
    otherRank: Math.min(state.otherRank, items),
  };
}

/** From one to the whole catalogue, evenly on a log axis. */
function sampleCounts(items: number): number[] {
  const steps = 40;
  const counts = Array.from({ length: steps + 1 }, (_, i) => Math.round((items - 1) ** (i / steps)));
  return [...new Set(counts)];
}

function linesOf(state: Inputs, sampled: number) {
  const share = (state.steadyRank - 1) / (state.items - 1);
  return [
    {
      name: "Share of the catalogue ahead of A's item",
      expression: `(${formatWhole(state.steadyRank)} − 1) / (${formatWhole(state.items)} − 1)`,
      result: formatPercent(share),
    },
    {
      name: "Expected negatives ahead of it in the sample",
      expression: `${formatWhole(state.samples)} × ${formatPercent(share)}`,
      result: formatFixed(state.samples * share, 2),
    },
    {
      name: "A's sampled hit rate",
      expression: `P(Binomial(${formatWhole(state.samples)}, ${formatPercent(share)}) < ${K})`,
      result: formatFixed(sampled, 3),
    },
  ];
}
