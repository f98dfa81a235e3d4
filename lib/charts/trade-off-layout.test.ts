import { expect, it } from "vitest";
import { layoutTradeOff } from "./trade-off-layout";

const point = (id: string, p50: number, p95: number, recall: number) => ({ id, p50, p95, recall });

it("puts fast and incomplete at the lower left, the exact scan at the upper right", () => {
  const layout = layoutTradeOff(
    [point("1", 0.2, 0.4, 0.6), point("8", 1, 1.2, 0.9)],
    point("exact", 8, 9, 1),
  );
  const [one, eight, exact] = layout.marks;
  expect(one?.left).toBeLessThan(eight?.left ?? 0);
  expect(one?.top).toBeGreaterThan(eight?.top ?? 100);
  expect(exact?.top).toBe(0);
  // From 0.1 to 10 ms is two decades; 1 ms lies in the middle, and doubling a time is 15.05 percent.
  expect(layout.xTicks.map((tick) => tick.value)).toEqual([0.1, 0.2, 0.5, 1, 2, 5, 10]);
  expect(eight?.left).toBe(50);
  expect(one?.whisker.width).toBeCloseTo(15.05, 1);
  expect(layout.yTicks[0]).toEqual({ value: 0.5, position: 100 });
});

it("keeps the exact scan out of the line", () => {
  const alone = layoutTradeOff([point("1", 1, 1, 0.5), point("2", 2, 2, 0.9)], null);
  const beside = layoutTradeOff([point("1", 1, 1, 0.5), point("2", 2, 2, 0.9)], point("exact", 2, 2, 1));
  expect(beside.line).toBe(alone.line);
  expect(beside.marks).toHaveLength(3);
});

it("draws times below the clock's resolution, a p95 below the median, and nothing at all", () => {
  const layout = layoutTradeOff([point("1", 0, 0, 1), point("2", 0.1, 0.05, 1)], null);
  for (const mark of layout.marks) {
    expect(Number.isFinite(mark.left)).toBe(true);
    expect(mark.whisker.width).toBeGreaterThanOrEqual(0);
  }
  expect(layoutTradeOff([], null)).toMatchObject({ marks: [], line: "" });
});

it("writes whole powers of ten when the times span many of them", () => {
  const layout = layoutTradeOff([point("1", 0.03, 0.05, 0.5), point("exact", 800, 900, 1)], null);
  expect(layout.xTicks.map((tick) => tick.value)).toEqual([0.1, 1, 10, 100, 1000]);
});
