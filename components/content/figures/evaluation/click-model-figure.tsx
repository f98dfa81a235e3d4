"use client";

import { useMemo } from "react";
import { ChartTable } from "@/components/charts/chart-table";
import { DotChart, type DotSeries } from "@/components/charts/dot-chart";
import { LineChart } from "@/components/charts/line-chart";
import { ChoiceField } from "@/components/content/figures/choice-field";
import { DrawAgain } from "@/components/content/figures/draw-again";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import { fitCascadeModel } from "@/lib/evaluation/cascade-model";
import { fitPositionBasedModel, seenWithoutClick } from "@/lib/evaluation/position-based-model";
import {
  clickRateByItem,
  examinationFromShuffles,
  POORLY_RANKED,
  simulatePages,
  toCascadePages,
  toPositionClicks,
} from "@/lib/evaluation/simulated-pages";
import { formatFixed, formatPercent } from "@/lib/framework/units";
import { createRandom } from "@/lib/random";

type Inputs = {
  truth: "position-based" | "cascade";
  pages: number;
  shuffled: number;
  rounds: number;
  seed: number;
};

const LETTERS = "ABCDEFGH";
const TRUE_ETA = 1;
const SERIES: DotSeries[] = [
  { id: "positionBased", label: "Position-based model, by EM", color: 1 },
  { id: "cascade", label: "Cascade model", color: 4 },
  { id: "naive", label: "Clicks / impressions", color: 2, shape: "ring" },
  { id: "truth", label: "Liked when seen (the truth)", color: 3, shape: "tick" },
];

export function ClickModelFigure({ pages = 20_000, caption }: VocabularyProps<"ClickModelFigure">) {
  const { state, shown, patch, reset, isChanged } = useFigureState<Inputs>({
    truth: "position-based",
    pages,
    shuffled: 10,
    rounds: 200,
    seed: 3,
  });
  const fitted = useMemo(() => fitBoth(shown), [shown]);
  const last = fitted.positions.at(-1);
  return (
    <FigureFrame
      title="Two ways to read the same clicks"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`Readers ${shown.truth === "cascade" ? "stop at the first click" : "look by position alone"}. Mean error of P(click | seen): raw rates ${formatFixed(fitted.errors.naive, 3)}, position-based model ${formatFixed(fitted.errors.positionBased, 3)}, cascade model ${formatFixed(fitted.errors.cascade, 3)}. Position 8 was looked at on ${formatPercent(last?.truth ?? 0)} of the pages; EM says ${formatPercent(last?.fitted ?? 0)}.`}
      controls={
        <>
          <ChoiceField
            legend="How readers truly behave"
            options={[
              { value: "position-based", label: "Look by position" },
              { value: "cascade", label: "Stop at the first click" },
            ]}
            value={state.truth}
            onChange={(truth) => patch({ truth })}
          />
          <QuantityField
            label="Pages"
            scale="log"
            min={500}
            max={50_000}
            isInteger
            value={state.pages}
            onChange={(next) => patch({ pages: next })}
          />
          <QuantityField
            label="Pages in random order"
            unit="%"
            min={0}
            max={100}
            step={1}
            value={state.shuffled}
            onChange={(shuffled) => patch({ shuffled })}
            hint="At 0 each item is seen at one position only, and nothing separates the two factors."
          />
          <QuantityField
            label="Rounds of EM"
            scale="log"
            min={1}
            max={500}
            isInteger
            value={state.rounds}
            onChange={(rounds) => patch({ rounds })}
          />
          <DrawAgain label="Draw other pages" onDraw={() => patch({ seed: state.seed + 1 })} />
        </>
      }
      formula={<PosteriorOfOneMiss fitted={fitted} />}
      table={<ClickModelTables fitted={fitted} />}
    >
      <LineChart
        title="How often each position is looked at"
        description={fitted.positions
          .map(
            (one) =>
              `Position ${one.position}: true ${formatPercent(one.truth)}, EM ${formatPercent(one.fitted)}`,
          )
          .join("; ")}
        height={170}
        x={{
          kind: "linear",
          domain: [1, 8],
          tickValues: [1, 2, 3, 4, 5, 6, 7, 8],
          label: "Position",
          format: String,
        }}
        y={{
          kind: "linear",
          domain: [0, 1.2],
          tickValues: [0, 0.5, 1],
          label: "Share looked at, over that of position 1",
          format: formatPercent,
        }}
        series={[
          {
            id: "truth",
            label: "the truth",
            color: 3,
            dash: true,
            points: fitted.positions.map((one) => [one.position, one.truth] as const),
          },
          {
            id: "shuffled",
            label: "shuffled pages",
            color: 5,
            points: fitted.positions.map((one) => [one.position, one.shuffled] as const),
          },
          {
            id: "fitted",
            label: "EM, all pages",
            color: 1,
            points: fitted.positions.map((one) => [one.position, one.fitted] as const),
          },
        ]}
      />
      <DotChart
        title="P(click | seen) of each item: truth and three estimates"
        description={fitted.items
          .map(
            (one) =>
              `${one.label}: true ${formatFixed(one.values.truth, 2)}, EM ${formatFixed(one.values.positionBased, 2)}, cascade ${formatFixed(one.values.cascade, 2)}`,
          )
          .join("; ")}
        series={SERIES}
        rows={fitted.items}
        maximum={0.6}
        tickValues={[0, 0.2, 0.4, 0.6]}
        format={formatPercent}
        axisLabel="P(click | seen)"
      />
    </FigureFrame>
  );
}

type Fitted = ReturnType<typeof fitBoth>;

/** The step of EM that does the work, for the item that stands last. */
function PosteriorOfOneMiss({ fitted }: { fitted: Fitted }) {
  const gamma = fitted.positions.at(-1)?.fitted ?? 0;
  const alpha = fitted.items.at(-1)?.values.positionBased ?? 0;
  const [g, a] = [formatFixed(gamma, 3), formatFixed(alpha, 3)];
  return (
    <FormulaLines
      lines={[
        {
          name: "P(H was seen at position 8, given that it was not clicked)",
          expression: `${g} × (1 − ${a}) / (1 − ${g} × ${a})`,
          result: formatFixed(seenWithoutClick(gamma, alpha), 3),
        },
      ]}
    />
  );
}

function ClickModelTables({ fitted }: { fitted: Fitted }) {
  return (
    <ChartTable
      caption="Item and usual position: P(click | seen), and how often the position is looked at"
      rows={fitted.items}
      rowKey={(row) => row.id}
      columns={[
        { key: "item", header: "Item", rowHeader: true, cell: (row) => row.label },
        { key: "truth", header: "Truth", numeric: true, cell: (row) => formatFixed(row.values.truth, 3) },
        { key: "naive", header: "Raw", numeric: true, cell: (row) => formatFixed(row.values.naive, 3) },
        { key: "pbm", header: "EM", numeric: true, cell: (row) => formatFixed(row.values.positionBased, 3) },
        {
          key: "cascade",
          header: "Cascade",
          numeric: true,
          cell: (row) => formatFixed(row.values.cascade, 3),
        },
        {
          key: "seen",
          header: "Looked at: truth, EM",
          numeric: true,
          cell: (_, index) =>
            `${formatFixed(fitted.positions[index]?.truth ?? 0, 3)}, ${formatFixed(fitted.positions[index]?.fitted ?? 0, 3)}`,
        },
      ]}
    />
  );
}

function fitBoth({ truth, pages, shuffled, rounds, seed }: Inputs) {
  const log = simulatePages(
    {
      attractions: POORLY_RANKED,
      pages: Math.round(pages),
      shuffledShare: shuffled / 100,
      truth: truth === "cascade" ? { kind: truth } : { kind: truth, eta: TRUE_ETA },
    },
    createRandom(seed),
  );
  const positionBased = fitPositionBasedModel(toPositionClicks(log), Math.round(rounds));
  const cascade = fitCascadeModel(toCascadePages(log));
  const naive = clickRateByItem(log);
  const shuffledOnly = examinationFromShuffles(log);
  const items = POORLY_RANKED.map((attraction, item) => ({
    id: `item-${item}`,
    label: `${LETTERS[item]}, position ${item + 1}`,
    values: {
      truth: attraction,
      naive: naive[item] ?? 0,
      positionBased: positionBased.attraction[item] ?? 0,
      cascade: cascade[item] ?? 0,
    },
  }));
  const meanError = (key: "naive" | "positionBased" | "cascade") =>
    items.reduce((sum, { values }) => sum + Math.abs(values[key] - values.truth), 0) / items.length;
  return {
    items,
    positions: POORLY_RANKED.map((_, column) => ({
      position: column + 1,
      truth: (log.seenShare[column] ?? 0) / (log.seenShare[0] ?? 1),
      fitted: positionBased.examination[column] ?? 0,
      shuffled: shuffledOnly[column] ?? 0,
    })),
    errors: {
      naive: meanError("naive"),
      positionBased: meanError("positionBased"),
      cascade: meanError("cascade"),
    },
  };
}
