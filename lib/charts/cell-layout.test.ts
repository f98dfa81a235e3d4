import { describe, expect, it } from "vitest";
import { cellPaths } from "./cell-layout";

describe("cells of the plane", () => {
  it("cut the square half way between two sites, with y upwards", () => {
    const [left = "", right = ""] = cellPaths([{ x: 0.25, y: 0.5 }, { x: 0.75, y: 0.5 }], 100); // biome-ignore format: two sites, one line
    const corners = (path: string) =>
      [...path.matchAll(/([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
    expect(Math.max(...corners(left).map(([x]) => x ?? 0))).toBe(50);
    expect(Math.min(...corners(right).map(([x]) => x ?? 0))).toBe(50);
    const [low = ""] = cellPaths([{ x: 0.5, y: 0.25 }, { x: 0.5, y: 0.75 }], 100); // biome-ignore format: two sites, one line
    expect(Math.min(...corners(low).map(([, y]) => y ?? 0))).toBe(50);
  });
  it("give one site the whole square and no site nothing", () => {
    expect(cellPaths([{ x: 0.5, y: 0.5 }], 10)[0]).toMatch(/^M.*Z$/);
    expect(cellPaths([], 10)).toEqual([]);
  });
});
