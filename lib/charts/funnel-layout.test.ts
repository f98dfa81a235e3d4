import { describe, expect, it } from "vitest";
import { funnelHeight, layoutFunnel } from "./funnel-layout";

const STAGES = [
  { id: "retrieve", label: "Retrieve", itemsIn: 1_000_000, itemsOut: 1_000, milliseconds: 12 },
  { id: "rank", label: "Rank", itemsIn: 1_000, itemsOut: 100, milliseconds: 6 },
  { id: "rerank", label: "Re-rank", itemsIn: 100, itemsOut: 10, milliseconds: 2 },
];

describe("funnel layout", () => {
  const layout = layoutFunnel(STAGES, { width: 600, height: 200, minimumHeight: 8 });

  it("draws counts on a log scale", () => {
    expect(funnelHeight(1_000_000, 1_000_000, 206, 6)).toBe(206);
    expect(funnelHeight(1_000, 1_000_000, 206, 6)).toBeCloseTo(106, 9);
    expect(funnelHeight(0, 1_000_000, 206, 6)).toBe(6);
  });
  it("joins the bands at shared boundaries", () => {
    expect(layout.boundaries.map((boundary) => boundary.count)).toEqual([1_000_000, 1_000, 100, 10]);
    expect(layout.boundaries.map((boundary) => boundary.x)).toEqual([0, 200, 400, 600]);
    expect(layout.boundaries[0]).toMatchObject({ top: 0, bottom: 200, anchor: "start" });
    expect(layout.bands[1]?.path).toContain("400,");
    expect(layout.bands[1]?.keptShare).toBe(0.1);
  });
  it("gives the time strip the shares of the milliseconds", () => {
    expect(layout.totalMilliseconds).toBe(20);
    expect(layout.timeStrip.map((segment) => segment.width)).toEqual([360, 180, 60]);
  });
  it("survives nothing, zeros and a single item", () => {
    expect(layoutFunnel([], { width: 300, height: 100 }).bands).toEqual([]);
    const empty = layoutFunnel([{ id: "a", label: "A", itemsIn: 0, itemsOut: 0, milliseconds: 0 }], {
      width: 300,
      height: 100,
    });
    expect(empty.bands[0]?.path).not.toContain("NaN");
    expect(empty.timeStrip[0]?.width).toBe(300);
  });
});
