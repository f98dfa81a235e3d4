"use client";

import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import { betaDensity, betaMean, credibleInterval, posterior } from "@/lib/evaluation/beta";
import { formatNumber, formatPercent, formatWhole, percentOf } from "@/lib/framework/units";

const POINTS = 240;
const TABLE_VIEWS = [0, 10, 20, 50, 100, 200, 500, 1000, 5000];
type Inputs = { mean: number; strength: number; views: number; rate: number };

export function BetaPriorFigure({
  mean,
  strength,
  views,
  clicks,
  caption,
}: VocabularyProps<"BetaPriorFigure">) {
  const { state, patch, reset, isChanged } = useFigureState<Inputs>({
    mean,
    strength,
    views,
    rate: views === 0 ? 0 : clicks / views,
  });
  const seen = Math.round(state.views * state.rate);
  const prior = posterior(state.mean, state.strength, 0, 0);
  const belief = posterior(state.mean, state.strength, seen, state.views);
  const [low, high] = credibleInterval(belief);
  const right = Math.min(1, Math.max(credibleInterval(prior)[1], high, state.rate, 2 * state.mean) * 1.15);
  const xs = Array.from({ length: POINTS + 1 }, (_, i) => ((i + 0.001) / (POINTS + 0.002)) * right);
  const heightOf = (of: typeof prior) => Math.max(...xs.slice(3).map((x) => betaDensity(of, x)));
  // A prior of few views is infinite at 0, and a flat belief must stay readable beside a narrow prior.
  const top = Math.max(heightOf(belief), Math.min(heightOf(prior), 2 * heightOf(belief))) * 1.05;
  const curveOf = (of: typeof prior) => xs.map((x) => [x, Math.min(top, betaDensity(of, x))] as const);
  const ownWeight = state.views / (state.views + state.strength);
  return (
    <FigureFrame
      title="A prior, a few clicks, and what is believed afterwards"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`${formatWhole(seen)} clicks in ${formatWhole(state.views)} views say ${formatPercent(state.views === 0 ? 0 : seen / state.views)}; with a prior worth ${formatWhole(state.strength)} views of ${formatPercent(state.mean)} the belief is ${formatPercent(betaMean(belief))}, and with 95% between ${formatPercent(low)} and ${formatPercent(high)}. Its own clicks have ${formatPercent(ownWeight)} of the say.`}
      controls={
        <>
          <QuantityField
            label="Prior: rate"
            unit="%"
            scale="log"
            min={0.1}
            max={50}
            value={percentOf(state.mean)}
            onChange={(percent) => patch({ mean: percent / 100 })}
          />
          <QuantityField
            label="Prior: worth so many views"
            scale="log"
            min={2}
            max={10_000}
            isInteger
            value={state.strength}
            onChange={(next) => patch({ strength: next })}
          />
          <QuantityField
            label="Views"
            min={0}
            max={5000}
            isInteger
            value={state.views}
            onChange={(next) => patch({ views: next })}
          />
          <QuantityField
            label="Observed rate"
            unit="%"
            min={0}
            max={100}
            step={0.5}
            value={percentOf(state.rate)}
            onChange={(percent) => patch({ rate: percent / 100 })}
            hint={`${formatWhole(seen)} clicks`}
          />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "Belief",
              expression: `(${formatNumber(state.strength * state.mean)} + ${formatWhole(seen)}) / (${formatWhole(state.strength)} + ${formatWhole(state.views)})`,
              result: formatPercent(betaMean(belief)),
            },
            {
              name: "Weight of its own clicks",
              expression: `${formatWhole(state.views)} / (${formatWhole(state.views)} + ${formatWhole(state.strength)})`,
              result: formatPercent(ownWeight),
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption={`Belief as views grow at an observed rate of ${formatPercent(state.rate)}`}
          rows={TABLE_VIEWS}
          rowKey={String}
          columns={[
            { key: "views", header: "Views", rowHeader: true, cell: (count) => formatWhole(count) },
            {
              key: "mean",
              header: "Belief",
              numeric: true,
              cell: (count) => formatPercent(betaMean(beliefAt(state, count))),
            },
            {
              key: "interval",
              header: "95% between",
              numeric: true,
              cell: (count) => credibleInterval(beliefAt(state, count)).map(formatPercent).join(" and "),
            },
          ]}
        />
      }
    >
      <LineChart
        title="Prior and belief about the rate"
        description={`The belief is centred on ${formatPercent(betaMean(belief))}, between the prior's ${formatPercent(state.mean)} and the observed ${formatPercent(state.rate)}.`}
        x={{ kind: "linear", domain: [0, right], label: "Rate of the item", format: formatPercent }}
        y={{ kind: "linear", domain: [0, top], tickValues: [], label: "Density", format: () => "" }}
        series={[
          { id: "prior", label: "Prior", color: 3, dash: true, points: curveOf(prior) },
          { id: "belief", label: "Belief", color: 1, fill: true, points: curveOf(belief) },
        ]}
        references={[
          { axis: "x", value: low, label: formatPercent(low) },
          { axis: "x", value: high, label: formatPercent(high) },
        ]}
      />
    </FigureFrame>
  );
}

function beliefAt({ mean, strength, rate }: Inputs, views: number) {
  return posterior(mean, strength, views * rate, views);
}
