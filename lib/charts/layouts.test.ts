import { describe, expect, it } from "vitest";
import { layoutBars } from "./bar-layout";
import { layoutLines, spreadLabels } from "./line-layout";

const LINEAR = { kind: "linear" } as const;

describe("line layout", () => {
  it("maps the domain to percent with y downwards", () => {
    const layout = layoutLines(
      [
        {
          id: "a",
          points: [
            [0, 0],
            [5, 10],
            [10, 5],
          ],
        },
      ],
      { kind: "linear", domain: [0, 10] },
      { kind: "linear", domain: [0, 10] },
    );
    expect(layout.paths[0]?.line).toBe("M0,100L50,0L100,50");
    expect(layout.paths[0]?.end).toEqual({ left: 100, top: 50 });
    expect(layout.place(20, -3)).toEqual({ left: 100, top: 100 });
  });
  it("ticks a log axis at powers of ten", () => {
    const axis = { kind: "log", domain: [1e-4, 1] } as const;
    const layout = layoutLines([], axis, LINEAR);
    expect(layout.xTicks.map((tick) => tick.value)).toEqual([1e-4, 1e-3, 1e-2, 1e-1, 1]);
    expect(layout.xTicks.map((tick) => tick.position)).toEqual([0, 25, 50, 75, 100]);
  });
  it("draws a band between low and high, makes room for it, and keeps it inside a given domain", () => {
    const series = [{ id: "a", points: [], band: [[0, 2, 8] as const, [10, 4, 6] as const] }];
    const x = { kind: "linear", domain: [0, 10] } as const;
    expect(layoutLines(series, x, LINEAR).paths[0]?.band).toBe("M0,0L100,33.33L100,66.67L0,100Z");
    const narrow = layoutLines(series, x, { kind: "linear", domain: [4, 6] });
    expect(narrow.paths[0]?.band).toBe("M0,0L100,0L100,100L0,100Z");
  });
  it("leaves out what cannot be drawn", () => {
    const layout = layoutLines(
      [
        {
          id: "a",
          points: [
            [0, 1],
            [1, Number.NaN],
            [10, 2],
          ],
        },
      ],
      { kind: "log" },
      LINEAR,
    );
    expect(layout.paths[0]?.line).not.toContain("NaN");
    expect(layoutLines([{ id: "a", points: [[1, 1]] }], LINEAR, LINEAR).paths[0]?.line).not.toContain("NaN");
  });
});

describe("labels", () => {
  it("moves neighbours apart, keeps order and stays inside", () => {
    expect(spreadLabels([50, 52, 10], 8, 0, 100)).toEqual([50, 58, 10]);
    const placed = spreadLabels([99, 98, 97], 6, 0, 100);
    expect(placed).toEqual([100, 94, 88]);
  });
});

describe("bar layout", () => {
  it("stacks to both sides of zero", () => {
    const layout = layoutBars([
      {
        id: "a",
        segments: [
          { id: "click", value: 3 },
          { id: "hide", value: -1 },
        ],
      },
      { id: "b", segments: [{ id: "click", value: 1 }] },
    ]);
    expect(layout.zero).toBe(25);
    expect(layout.rows[0]?.segments[0]).toMatchObject({ left: 25, width: 75 });
    expect(layout.rows[0]?.segments[1]).toMatchObject({ left: 0, width: 25, isNegative: true });
    expect(layout.rows[0]?.total).toBe(2);
  });
  it("fits a limit and a range", () => {
    const layout = layoutBars([{ id: "a", segments: [{ id: "x", value: 5 }], range: [4, 6] }], 10);
    expect(layout.rows[0]?.range).toEqual({ left: 40, width: 20 });
    expect(layout.place(10)).toBe(100);
    expect(layoutBars([]).rows).toEqual([]);
  });
});
