"use client";

import { useMemo } from "react";
import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { DrawAgain } from "@/components/content/figures/draw-again";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import {
  bucketsForCollidingShare,
  collidingShareOf,
  expectedCollidingShareOfTwo,
  throwIntoBuckets,
} from "@/lib/evaluation/hash-collisions";
import { sharedRowChance } from "@/lib/framework/embedding-tables";
import { formatCount, formatFixed, formatPercent, formatWhole } from "@/lib/framework/units";
import { createRandom } from "@/lib/random";

const LEAST_BITS = 10;
const MOST_BITS = 32;
const BITS = Array.from({ length: MOST_BITS - LEAST_BITS + 1 }, (_, i) => LEAST_BITS + i);
/** Throwing more is slow in a browser and shows the same share. */
const MOST_THROWN = 50_000;
const TARGET = 0.05;

export function HashCollisionFigure({ ids, bits, caption }: VocabularyProps<"HashCollisionFigure">) {
  const { state, patch, reset, isChanged } = useFigureState({ ids, bits, seed: 1 });
  const buckets = 2 ** state.bits;
  const expected = sharedRowChance(state.ids, buckets);
  const two = expectedCollidingShareOfTwo(state.ids, buckets / 2);
  const thrown = useMemo(() => throwScaled(state), [state]);
  return (
    <FigureFrame
      title="Ids that share a row"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`${formatCount(state.ids)} ids in 2^${state.bits} = ${formatCount(buckets)} buckets: ${formatPercent(expected)} share theirs with at least one other. The same memory cut into two tables, each id the sum of a row from both, leaves ${smallPercent(two)} alike.`}
      controls={
        <>
          <QuantityField
            label="Distinct ids"
            scale="log"
            min={100}
            max={1e10}
            isInteger
            value={state.ids}
            onChange={(next) => patch({ ids: next })}
          />
          <QuantityField
            label="Buckets are 2^b, b"
            min={LEAST_BITS}
            max={MOST_BITS}
            isInteger
            value={state.bits}
            onChange={(next) => patch({ bits: next })}
          />
          <DrawAgain label="Throw again" onDraw={() => patch({ seed: state.seed + 1 })} />
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "Ids that share a bucket",
              expression: `1 − (1 − 1/${formatWhole(buckets)}) ^ ${formatWhole(state.ids - 1)}`,
              result: formatPercent(expected),
            },
            {
              name: `Thrown: ${formatWhole(thrown.ids)} ids into ${formatWhole(thrown.buckets)} buckets, the same load`,
              expression: `${formatWhole(thrown.colliding)} / ${formatWhole(thrown.ids)}`,
              result: formatPercent(thrown.colliding / thrown.ids),
            },
            {
              name: "Buckets for 5%",
              expression: `1 / (1 − 0.95 ^ (1/${formatWhole(state.ids - 1)}))`,
              result: formatCount(bucketsForCollidingShare(state.ids, TARGET)),
            },
          ]}
        />
      }
      table={
        <ChartTable
          caption={`${formatCount(state.ids)} ids`}
          rows={BITS.filter((b) => b % 2 === 0)}
          rowKey={String}
          columns={[
            { key: "bits", header: "b", rowHeader: true, cell: (b) => b },
            { key: "buckets", header: "Buckets", numeric: true, cell: (b) => formatWhole(2 ** b) },
            {
              key: "load",
              header: "Ids a bucket",
              numeric: true,
              cell: (b) => formatFixed(state.ids / 2 ** b, 3),
            },
            {
              key: "one",
              header: "Share a row",
              numeric: true,
              cell: (b) => formatPercent(sharedRowChance(state.ids, 2 ** b)),
            },
            {
              key: "two",
              header: "Alike in two tables of half",
              numeric: true,
              cell: (b) => smallPercent(expectedCollidingShareOfTwo(state.ids, 2 ** (b - 1))),
            },
          ]}
        />
      }
    >
      <LineChart
        title="Share of ids that are not alone, by number of buckets"
        description={`At 2^${state.bits} buckets ${formatPercent(expected)} of ${formatCount(state.ids)} ids share a bucket; thrown once at the same load, ${formatPercent(thrown.colliding / thrown.ids)}.`}
        x={{
          kind: "log",
          domain: [2 ** LEAST_BITS, 2 ** MOST_BITS],
          tickValues: [2 ** 10, 2 ** 16, 2 ** 20, 2 ** 26, 2 ** 32],
          label: "Buckets",
          format: (value) => `2^${Math.round(Math.log2(value))}`,
        }}
        y={{
          kind: "linear",
          domain: [0, 1],
          tickCount: 4,
          label: "Ids not told apart",
          format: formatPercent,
        }}
        series={[
          {
            id: "one",
            label: "One table",
            color: 1,
            points: BITS.map((b) => [2 ** b, sharedRowChance(state.ids, 2 ** b)] as const),
          },
          {
            id: "two",
            label: "Two of half size",
            color: 3,
            dash: true,
            points: BITS.map((b) => [2 ** b, expectedCollidingShareOfTwo(state.ids, 2 ** (b - 1))] as const),
          },
        ]}
        marks={[{ x: buckets, y: expected, label: formatPercent(expected), color: 1 }]}
      />
    </FigureFrame>
  );
}

/** Below a hundredth of a percent the digits say nothing more. */
const smallPercent = (share: number) =>
  share > 0 && share < 1e-4 ? "less than 0.01%" : formatPercent(share);

/** The same ids per bucket with fewer of both: the share depends on that ratio alone when both are many. */
function throwScaled({ ids, bits, seed }: { ids: number; bits: number; seed: number }) {
  const scale = Math.min(1, MOST_THROWN / ids, (8 * MOST_THROWN) / 2 ** bits);
  const [few, buckets] = [Math.max(2, Math.round(ids * scale)), Math.max(2, Math.round(2 ** bits * scale))];
  const share = collidingShareOf(throwIntoBuckets(few, buckets, createRandom(`throw-${seed}`)));
  return { ids: few, buckets, colliding: Math.round(share * few) };
}
