"use client";

import { useMemo } from "react";
import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import { drawMarket, type ExposureRules, lorenzCurve, showMarket } from "@/lib/evaluation/exposure";
import { formatFixed, formatPercent, formatWhole, percentOf } from "@/lib/framework/units";
import { createRandom } from "@/lib/random";

const CREATORS = 60;
const VIEWERS = 150;
const SLATE = 10;
type Inputs = Omit<ExposureRules, "slate">;

export function ExposureFigure({
  cap,
  exploration,
  popularityWeight,
  caption,
}: VocabularyProps<"ExposureFigure">) {
  const { state, shown, patch, reset, isChanged } = useFigureState<Inputs>({
    cap,
    exploration,
    popularityWeight,
  });
  const market = useMemo(() => drawMarket(CREATORS, VIEWERS, createRandom("exposure")), []);
  const rows = useMemo(() => {
    const show = (rules: Inputs) =>
      showMarket(market, { ...rules, slate: SLATE }, createRandom("exposure/slates"));
    return [
      {
        id: "taste",
        label: "By taste alone",
        result: show({ cap: SLATE, exploration: 0, popularityWeight: 0 }),
      },
      {
        id: "popular",
        label: "With popularity, no rule",
        result: show({ cap: SLATE, exploration: 0, popularityWeight: shown.popularityWeight }),
      },
      { id: "rules", label: "With your rules", result: show(shown) },
    ];
  }, [market, shown]);
  const [taste, popular, ruled] = rows;
  if (!taste || !popular || !ruled) return null;
  return (
    <FigureFrame
      title="Who is shown"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`By taste alone the smaller half of the creators gets ${formatPercent(taste.result.smallerHalf)} of the impressions (Gini ${formatFixed(taste.result.gini, 2)}); with popularity in the score ${formatPercent(popular.result.smallerHalf)} (${formatFixed(popular.result.gini, 2)}); with a cap of ${shown.cap} and ${formatPercent(shown.exploration)} exploration ${formatPercent(ruled.result.smallerHalf)} (${formatFixed(ruled.result.gini, 2)}). Worth of a shown item: ${formatFixed(taste.result.worth, 2)}, ${formatFixed(popular.result.worth, 2)}, ${formatFixed(ruled.result.worth, 2)}.`}
      controls={
        <>
          <QuantityField
            label="Weight of past popularity"
            min={0}
            max={2}
            step={0.1}
            value={state.popularityWeight}
            onChange={(next) => patch({ popularityWeight: next })}
          />
          <QuantityField
            label="At most of one creator in ten"
            min={1}
            max={SLATE}
            isInteger
            value={state.cap}
            onChange={(next) => patch({ cap: next })}
          />
          <QuantityField
            label="Places for small creators, at random"
            unit="%"
            min={0}
            max={50}
            value={percentOf(state.exploration)}
            onChange={(percent) => patch({ exploration: percent / 100 })}
          />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "Worth given up against taste alone",
              expression: `${formatFixed(taste.result.worth, 3)} − ${formatFixed(ruled.result.worth, 3)}`,
              result: formatFixed(taste.result.worth - ruled.result.worth, 3),
            },
            {
              name: "Gini, with your rules",
              expression: "2 Σ i·x(i) / (n Σ x) − (n + 1) / n",
              result: formatFixed(ruled.result.gini, 3),
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption={`Simulated: ${CREATORS} creators, ${VIEWERS} viewers, slates of ${SLATE}`}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: "label", header: "Slates", rowHeader: true, cell: (row) => row.label },
            { key: "gini", header: "Gini", numeric: true, cell: (row) => formatFixed(row.result.gini, 3) },
            {
              key: "half",
              header: "Smaller half",
              numeric: true,
              cell: (row) => formatPercent(row.result.smallerHalf),
            },
            {
              key: "none",
              header: "Creators never shown",
              numeric: true,
              cell: (row) => formatWhole(row.result.impressions.filter((count) => count === 0).length),
            },
            {
              key: "worth",
              header: "Worth of an item",
              numeric: true,
              cell: (row) => formatFixed(row.result.worth, 3),
            },
          ]}
        />
      }
    >
      <LineChart
        title="Lorenz curves of impressions by creator"
        description={rows.map((row) => `${row.label}: Gini ${formatFixed(row.result.gini, 2)}`).join("; ")}
        x={{
          kind: "linear",
          domain: [0, 1],
          tickValues: [0, 0.25, 0.5, 0.75, 1],
          label: "Creators, those shown least first",
          format: formatPercent,
        }}
        y={{
          kind: "linear",
          domain: [0, 1],
          tickCount: 4,
          label: "Share of impressions",
          format: formatPercent,
        }}
        series={[
          { id: "equal", label: "All alike", color: 4, dash: true, points: [[0, 0], [1, 1]] }, // biome-ignore format: a diagonal, one line
          { id: "taste", label: "Taste alone", color: 3, points: lorenzCurve(taste.result.impressions) },
          {
            id: "popular",
            label: "With popularity",
            color: 2,
            points: lorenzCurve(popular.result.impressions),
          },
          { id: "rules", label: "With your rules", color: 1, points: lorenzCurve(ruled.result.impressions) },
        ]}
      />
    </FigureFrame>
  );
}
