"use client";

import { useMemo, useState } from "react";
import { ChartTable } from "@/components/charts/chart-table";
import { LineChart, type LineSeries } from "@/components/charts/line-chart";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { Predict } from "@/components/content/figures/predict";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import { zipfShares } from "@/lib/evaluation/in-batch-softmax";
import { demandByBand, drawPopulation, retrieveByPopularity } from "@/lib/evaluation/retrieval-by-popularity";
import { formatFixed, formatPercent } from "@/lib/framework/units";
import { createRandom } from "@/lib/random";

const ITEMS = 200;
const USERS = 150;
const RETRIEVED = 10;
const BAND_NAMES = [
  "Most popular fifth",
  "Second fifth",
  "Third fifth",
  "Fourth fifth",
  "Least popular fifth",
];
type Guess = "popular" | "rare" | "none";

export function LogQFigure({ caption }: VocabularyProps<"LogQFigure">) {
  const { state, patch, reset, isChanged } = useFigureState({ exponent: 1, tasteSpread: 1.5, correction: 0 });
  const [guess, setGuess] = useState<Guess | "shown" | null>(null);
  const result = useMemo(() => measure(state), [state]);
  const isRevealed = guess !== null;
  const retrievedName =
    state.correction === 0 ? "without logQ" : state.correction === 1 ? "with logQ" : "with part of logQ";
  const rows = BAND_NAMES.map((name, band) => ({
    name,
    demand: result.demand[band] ?? 0,
    partial: result.partial.retrievedShares[band] ?? 0,
    full: result.full.retrievedShares[band] ?? 0,
  }));
  const [logShare = 0, rareLogShare = 0] = result.ends;
  return (
    <FigureFrame
      title="What in-batch negatives do to popular items"
      caption={caption}
      onReset={() => {
        reset();
        setGuess(null);
      }}
      isChanged={isChanged || isRevealed}
      summary={
        isRevealed
          ? `The top fifth gets ${formatPercent(rows[0]?.demand ?? 0)} of what people choose next, and ${formatPercent(rows[0]?.partial ?? 0)} of the retrieved places ${retrievedName}. Recall@${RETRIEVED} is ${formatFixed(result.partial.recall, 2)}; with the full correction ${formatFixed(result.full.recall, 2)}.`
          : `The top fifth of the items gets ${formatPercent(rows[0]?.demand ?? 0)} of what people choose next. Negatives are the other positives of the batch, so that fifth is also the most frequent negative.`
      }
      controls={
        <>
          {isRevealed && (
            <QuantityField
              label="Part of log Q subtracted in training"
              unit="%"
              min={0}
              max={100}
              step={5}
              value={Math.round(state.correction * 100)}
              onChange={(percent) => patch({ correction: percent / 100 })}
            />
          )}
          <QuantityField
            label="Popularity exponent (Zipf)"
            min={0}
            max={1.5}
            step={0.1}
            value={state.exponent}
            onChange={(exponent) => patch({ exponent })}
          />
          <QuantityField
            label="Spread of personal taste"
            unit="logits"
            min={0}
            max={3}
            step={0.1}
            value={state.tasteSpread}
            onChange={(tasteSpread) => patch({ tasteSpread })}
          />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "Subtracted from the most popular item's logit",
              expression: `ln ${formatFixed(Math.exp(logShare), 4)}`,
              result: formatFixed(logShare, 2),
            },
            {
              name: "and from the rarest item's",
              expression: `ln ${formatFixed(Math.exp(rareLogShare), 5)}`,
              result: formatFixed(rareLogShare, 2),
            },
            {
              name: "Head start that the uncorrected model takes from the popular one",
              expression: `${formatFixed(logShare, 2)} − (${formatFixed(rareLogShare, 2)})`,
              result: `${formatFixed(logShare - rareLogShare, 2)} logits`,
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption={`Simulated: ${ITEMS} items, ${USERS} users, best ${RETRIEVED} of each user at the optimum of training`}
          rows={rows}
          rowKey={(row) => row.name}
          columns={[
            { key: "name", header: "Items", rowHeader: true, cell: (row) => row.name },
            { key: "demand", header: "Chosen next", numeric: true, cell: (row) => formatPercent(row.demand) },
            {
              key: "full",
              header: "Retrieved, full logQ",
              numeric: true,
              cell: (row) => formatPercent(row.full),
            },
            ...(isRevealed
              ? [
                  {
                    key: "partial",
                    header: `Retrieved, ${retrievedName}`,
                    numeric: true,
                    cell: (row: (typeof rows)[number]) => formatPercent(row.partial),
                  },
                ]
              : []),
          ]}
        />
      }
    >
      <Predict
        question="Trained without the correction, which items does the model retrieve too rarely?"
        options={[
          { value: "popular", label: "Popular items" },
          { value: "rare", label: "Rare items" },
          { value: "none", label: "Neither" },
        ]}
        answer="popular"
        guess={guess}
        onGuess={setGuess}
        explanation="A popular item is the negative of nearly every other row, so its score is pushed down by the log of its popularity; what is left is taste beyond popularity."
      />
      <LineChart
        title="Share of next choices and of retrieved places, by popularity"
        description={rows
          .map(
            (row) =>
              `${row.name}: chosen ${formatPercent(row.demand)}, retrieved with logQ ${formatPercent(row.full)}${isRevealed ? `, ${retrievedName} ${formatPercent(row.partial)}` : ""}`,
          )
          .join("; ")}
        x={{
          kind: "linear",
          domain: [1, 5],
          tickValues: [1, 2, 3, 4, 5],
          label: "Fifths of the catalogue, most popular first",
          format: String,
        }}
        y={{ kind: "linear", domain: [0, 1], tickCount: 4, label: "Share", format: formatPercent }}
        series={seriesOf(rows, isRevealed, retrievedName)}
      />
      <noscript>
        <p className="m-0 text-sm">
          Without the correction the popular items are retrieved too rarely: the top fifth gets only{" "}
          {formatPercent(rows[0]?.partial ?? 0)} of the places.
        </p>
      </noscript>
    </FigureFrame>
  );
}

type Row = { demand: number; partial: number; full: number };

function seriesOf(rows: readonly Row[], isRevealed: boolean, retrievedName: string): LineSeries[] {
  const pointsOf = (key: keyof Row) => rows.map((row, band) => [band + 1, row[key]] as const);
  const series: LineSeries[] = [
    { id: "demand", label: "Chosen next", color: 3, dash: true, points: pointsOf("demand") },
    { id: "full", label: "With logQ", color: 1, points: pointsOf("full") },
  ];
  if (isRevealed)
    series.push({
      id: "partial",
      label: sentenceCase(retrievedName),
      color: 2,
      points: pointsOf("partial"),
    });
  return series;
}

const sentenceCase = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function measure({
  exponent,
  tasteSpread,
  correction,
}: {
  exponent: number;
  tasteSpread: number;
  correction: number;
}) {
  const population = drawPopulation(
    { items: ITEMS, users: USERS, exponent, tasteSpread },
    createRandom("log-q"),
  );
  const popularity = zipfShares(ITEMS, exponent);
  return {
    demand: demandByBand(population, BAND_NAMES.length),
    partial: retrieveByPopularity(population, correction, RETRIEVED, BAND_NAMES.length),
    full: retrieveByPopularity(population, 1, RETRIEVED, BAND_NAMES.length),
    ends: [Math.log(popularity[0] ?? 1), Math.log(popularity[ITEMS - 1] ?? 1)],
  };
}
