"use client";

import { useMemo } from "react";
import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { ChoiceField } from "@/components/content/figures/choice-field";
import { DrawAgain } from "@/components/content/figures/draw-again";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import { type LoopOptions, type LoopRound, meanFeedbackLoop } from "@/lib/evaluation/feedback-loop";
import { formatFixed, formatNumber, formatPercent, formatWhole } from "@/lib/framework/units";
import { createRandom } from "@/lib/random";

type Inputs = {
  exploration: number;
  score: LoopOptions["score"];
  arrivals: number;
  sessions: number;
  seed: number;
};

const ITEMS = 200;
const SLOTS = 10;
const ROUNDS = 30;
const LIVES = 8;
const NOTHING: LoopRound = { quality: 0, found: 0, coverage: 0, concentration: 0 };

export function FeedbackLoopFigure({ exploration = 5, caption }: VocabularyProps<"FeedbackLoopFigure">) {
  const { state, shown, patch, reset, isChanged } = useFigureState<Inputs>({
    exploration,
    score: "rate",
    arrivals: 2,
    sessions: 1_000,
    seed: 1,
  });
  const { seed, score, arrivals, sessions } = shown;
  const greedy = useMemo(() => live(0, score, arrivals, sessions, seed), [score, arrivals, sessions, seed]);
  const loop = useMemo(
    () => live(shown.exploration, score, arrivals, sessions, seed),
    [shown.exploration, score, arrivals, sessions, seed],
  );
  const last = loop.at(-1) ?? NOTHING;
  const lastGreedy = greedy.at(-1) ?? NOTHING;
  const explored = (sessions * SLOTS * shown.exploration) / 100;
  return (
    <FigureFrame
      title="A recommender that learns from what it showed"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`After ${ROUNDS} rounds with ${formatNumber(shown.exploration)}% exploration the pages earn ${formatPercent(last.quality)} of what the best ten would, and the log knows ${formatPercent(last.found)} of these ten; without exploration ${formatPercent(lastGreedy.quality)} and ${formatPercent(lastGreedy.found)}.`}
      controls={
        <>
          <QuantityField
            label="Exploration"
            unit="%"
            min={0}
            max={50}
            step={0.5}
            value={state.exploration}
            onChange={(next) => patch({ exploration: next })}
            hint="Share of impressions given to items drawn uniformly."
          />
          <ChoiceField
            legend="Ranked by"
            options={[
              { value: "rate", label: "Click rate so far" },
              { value: "clicks", label: "Clicks so far" },
            ]}
            value={state.score}
            onChange={(next) => patch({ score: next })}
          />
          <QuantityField
            label="New items each round, of 200"
            min={0}
            max={20}
            isInteger
            value={state.arrivals}
            onChange={(next) => patch({ arrivals: next })}
          />
          <QuantityField
            label="Pages each round"
            scale="log"
            min={100}
            max={3_000}
            isInteger
            value={state.sessions}
            onChange={(next) => patch({ sessions: next })}
          />
          <DrawAgain label="Draw other catalogues" onDraw={() => patch({ seed: state.seed + 1 })} />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "Explored impressions of each item, each round",
              expression: `${formatWhole(sessions)} × ${SLOTS} × ${formatFixed(shown.exploration / 100, 3)} / ${ITEMS}`,
              result: formatFixed(explored / ITEMS, 2),
            },
            {
              name: "Quality",
              expression: "mean true click rate of what is shown / that of the best ten",
              result: formatFixed(last.quality, 3),
            },
          ]}
        />
      }
      table={<LoopTable loop={loop} greedy={greedy} />}
    >
      <LineChart
        title="Quality of the pages by round"
        description={`With exploration quality ends at ${formatPercent(last.quality)}, without at ${formatPercent(lastGreedy.quality)}.`}
        x={{
          kind: "linear",
          domain: [1, ROUNDS],
          tickValues: [1, 10, 20, 30],
          label: "Round of training on the own log",
          format: String,
        }}
        y={{
          kind: "linear",
          domain: [0, 1],
          tickValues: [0, 0.25, 0.5, 0.75, 1],
          label: "Quality: 100% is the best ten",
          format: formatPercent,
        }}
        series={[
          { id: "greedy", label: "no exploration", color: 2, dash: true, points: qualityOf(greedy) },
          { id: "loop", label: "as set", color: 1, points: qualityOf(loop) },
        ]}
      />
      <LineChart
        title="Coverage and concentration by round, as set"
        description={`Coverage ends at ${formatPercent(last.coverage)}, the Gini coefficient at ${formatFixed(last.concentration, 2)}.`}
        height={130}
        x={{
          kind: "linear",
          domain: [1, ROUNDS],
          tickValues: [1, 10, 20, 30],
          label: "Round",
          format: String,
        }}
        y={{
          kind: "linear",
          domain: [0, 1],
          tickValues: [0, 0.5, 1],
          label: "Share or Gini coefficient",
          format: String,
        }}
        series={[
          {
            id: "coverage",
            label: "shown 50 times",
            color: 4,
            points: loop.map((round, index) => [index + 1, round.coverage] as const),
          },
          {
            id: "gini",
            label: "Gini",
            color: 5,
            points: loop.map((round, index) => [index + 1, round.concentration] as const),
          },
        ]}
      />
    </FigureFrame>
  );
}

const qualityOf = (loop: readonly LoopRound[]) =>
  loop.map((round, index) => [index + 1, round.quality] as const);

function LoopTable({ loop, greedy }: { loop: readonly LoopRound[]; greedy: readonly LoopRound[] }) {
  return (
    <ChartTable
      caption={`Every fifth round, mean of ${LIVES} catalogues`}
      rows={loop
        .map((round, index) => ({ ...round, round: index + 1 }))
        .filter(({ round }) => round === 1 || round % 5 === 0)}
      rowKey={({ round }) => `round-${round}`}
      columns={[
        { key: "round", header: "Round", rowHeader: true, cell: ({ round }) => round },
        { key: "quality", header: "Quality", numeric: true, cell: ({ quality }) => formatFixed(quality, 3) },
        {
          key: "greedy",
          header: "Without exploration",
          numeric: true,
          cell: ({ round }) => formatFixed(greedy[round - 1]?.quality ?? 0, 3),
        },
        {
          key: "found",
          header: "Of the best ten known",
          numeric: true,
          cell: ({ found }) => formatPercent(found),
        },
        {
          key: "coverage",
          header: "Shown 50 times",
          numeric: true,
          cell: ({ coverage }) => formatPercent(coverage),
        },
        {
          key: "gini",
          header: "Gini",
          numeric: true,
          cell: ({ concentration }) => formatFixed(concentration, 3),
        },
      ]}
    />
  );
}

function live(exploration: number, score: Inputs["score"], arrivals: number, sessions: number, seed: number) {
  return meanFeedbackLoop(
    {
      items: ITEMS,
      slots: SLOTS,
      sessions: Math.round(sessions),
      rounds: ROUNDS,
      exploration: exploration / 100,
      score,
      arrivals: Math.round(arrivals),
    },
    LIVES,
    createRandom(seed),
  );
}
