import { describe, expect, it } from "vitest";
import { heatBounds, heatCells } from "./heat-layout";

describe("a heat map", () => {
  it("shades each cell by its share of the row, in fifths", () => {
    const [row] = heatCells([[1, 0, 4, 5]]);
    expect(row?.map(({ share }) => share)).toEqual([0.1, 0, 0.4, 0.5]);
    expect(row?.map(({ step }) => step)).toEqual([1, 0, 3, 3]);
  });

  it("gives a full cell the last step, and a row of nothing no shade", () => {
    expect(
      heatCells([
        [0, 7],
        [0, 0],
      ]).map((row) => row.map(({ step }) => step)),
    ).toEqual([
      [0, 5],
      [0, 0],
    ]);
  });

  it("names the bounds of its steps", () => {
    expect(heatBounds().map(({ from }) => from)).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
    expect(heatBounds().at(-1)?.to).toBe(1);
  });
});
