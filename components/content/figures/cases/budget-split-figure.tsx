"use client";

import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import { type BudgetMarket, measureLifts } from "@/lib/evaluation/shared-budgets";
import { formatNumber, formatPercent, percentOf } from "@/lib/framework/units";

const PRESSURES = Array.from({ length: 41 }, (_, i) => 0.1 * 50 ** (i / 40));
const TABLE_PRESSURES = [0.1, 0.3, 0.5, 0.7, 1, 1.5, 2, 4];

/** What a test shows when both arms spend the same budgets, and what the launch brings. */
export function BudgetSplitFigure({ gain, medianPressure, caption }: VocabularyProps<"BudgetSplitFigure">) {
  const { state, patch, reset, isChanged } = useFigureState<BudgetMarket>({
    gain,
    medianPressure,
    spread: 0.6,
  });
  const lifts = measureLifts(state);
  const along = (pressure: number) => measureLifts({ ...state, medianPressure: pressure });
  return (
    <FigureFrame
      title="Two arms, one purse"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`${formatPercent(lifts.exhausted)} of the budgets run out on the old system. A test that splits people only shows ${formatPercent(lifts.sharedBudgets)} more revenue; with budgets split it shows ${formatPercent(lifts.splitBudgets)}, which is what the launch brings: ${formatPercent(lifts.launch)}.`}
      controls={
        <>
          <QuantityField
            label="The new system spends faster by"
            unit="%"
            min={0}
            max={30}
            step={0.5}
            value={percentOf(state.gain)}
            onChange={(percent) => patch({ gain: percent / 100 })}
          />
          <QuantityField
            label="Unlimited spend over budget, median campaign"
            scale="log"
            min={0.1}
            max={5}
            value={state.medianPressure}
            onChange={(next) => patch({ medianPressure: next })}
            hint="1: half of the campaigns would spend more than they may."
          />
          <QuantityField
            label="Spread of its logarithm"
            min={0}
            max={1.5}
            step={0.1}
            value={state.spread}
            onChange={(spread) => patch({ spread })}
          />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "One campaign, common purse",
              expression: "treatment / control = (1 + gain) / 1, even when both stop at noon",
              result: formatPercent(lifts.sharedBudgets),
            },
            {
              name: "The same, own halves",
              expression: "min(demand × (1 + gain), ½ budget) / min(demand, ½ budget), over all campaigns",
              result: formatPercent(lifts.splitBudgets),
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption={`Lifts at a gain of ${formatPercent(state.gain)}, by pressure on the median budget`}
          rows={TABLE_PRESSURES.map((pressure) => ({ pressure, ...along(pressure) }))}
          rowKey={(row) => String(row.pressure)}
          columns={[
            {
              key: "pressure",
              header: "Unlimited spend over budget",
              rowHeader: true,
              cell: (row) => formatNumber(row.pressure),
            },
            {
              key: "exhausted",
              header: "Budgets that run out",
              numeric: true,
              cell: (row) => formatPercent(row.exhausted),
            },
            {
              key: "shared",
              header: "People split",
              numeric: true,
              cell: (row) => formatPercent(row.sharedBudgets),
            },
            { key: "launch", header: "Launch", numeric: true, cell: (row) => formatPercent(row.launch) },
          ]}
        />
      }
    >
      <LineChart
        title="Measured lift and lift at launch by pressure on budgets"
        description={`A split by people shows ${formatPercent(lifts.sharedBudgets)} everywhere; the launch falls from ${formatPercent(along(0.1).launch)} to ${formatPercent(along(5).launch)} as budgets bind.`}
        x={{
          kind: "log",
          domain: [0.1, 5],
          tickValues: [0.1, 0.3, 1, 3],
          label: "Unlimited spend over budget, median campaign",
          format: formatNumber,
        }}
        y={{ kind: "linear", label: "More revenue, %", format: formatNumber }}
        series={[
          {
            id: "shared",
            label: "People split, common budgets",
            color: 2,
            dash: true,
            points: PRESSURES.map((x) => [x, percentOf(along(x).sharedBudgets)] as const),
          },
          {
            id: "launch",
            label: "Budgets split, and the launch",
            color: 1,
            points: PRESSURES.map((x) => [x, percentOf(along(x).launch)] as const),
          },
        ]}
        marks={[
          {
            x: state.medianPressure,
            y: percentOf(lifts.launch),
            label: formatPercent(lifts.launch),
            color: 1,
          },
        ]}
      />
    </FigureFrame>
  );
}
