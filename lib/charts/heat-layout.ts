/**
 * A heat map of counts: rows by columns, each cell shaded by its share of the row, in a few equal steps so that shades can
 * be told apart and named in a legend (Cleveland and McGill, 1984, rank shading last among encodings: each cell
 * therefore also shows its number). Data in, steps out; colours are the drawer's.
 */
import { scaleQuantize } from "d3";

/** 0 is an empty cell; the rest are fifths of the row. */
export const HEAT_STEPS = [0, 1, 2, 3, 4, 5] as const;
export type HeatStep = (typeof HEAT_STEPS)[number];
export type HeatCell = { count: number /** 0 to 1, of the row. */; share: number; step: HeatStep };

const stepOf = scaleQuantize<HeatStep>()
  .domain([0, 1])
  .range(HEAT_STEPS.filter((step) => step > 0));

/** Cells in the order given. A row of nothing is all empty. */
export function heatCells(rows: readonly (readonly number[])[]): HeatCell[][] {
  return rows.map((counts) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    return counts.map((count) => {
      const share = total === 0 ? 0 : count / total;
      return { count, share, step: count === 0 ? 0 : stepOf(share) };
    });
  });
}

/** The bounds of the steps as shares, for a legend: step 1 from 0 to 0.2, and so on. */
export const heatBounds = (): { step: HeatStep; from: number; to: number }[] =>
  stepOf.range().map((step) => {
    const [from, to] = stepOf.invertExtent(step);
    return { step, from, to };
  });
