import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { drawMarket, lorenzCurve, showMarket } from "./exposure";
import { mixDivergence } from "./list-calibration";
import { gini } from "./ranking";

describe("the Lorenz curve", () => {
  it("lies on the diagonal when all are equal, and below it by half the Gini coefficient otherwise", () => {
    expect(lorenzCurve([2, 2, 2, 2])).toEqual([[0, 0], [0.25, 0.25], [0.5, 0.5], [0.75, 0.75], [1, 1]]); // biome-ignore format: five points, one line
    const amounts = [9, 1, 4, 0, 6];
    const curve = lorenzCurve(amounts);
    let area = 0;
    curve.slice(1).forEach(([x, y], i) => {
      const [fromX, fromY] = curve[i] ?? [0, 0];
      area += ((y + fromY) / 2) * (x - fromX);
    });
    expect(1 - 2 * area).toBeCloseTo(gini(amounts), 12);
  });
});

describe("a market of creators", () => {
  const world = drawMarket(40, 150, createRandom("market"));
  const rules = { slate: 10, cap: 10, exploration: 0, popularityWeight: 0 };
  const show = (change: Partial<typeof rules>) =>
    showMarket(world, { ...rules, ...change }, createRandom("slates"));
  it("fills every slate and keeps the cap", () => {
    const shown = show({ cap: 2 });
    expect(shown.impressions.reduce((sum, count) => sum + count, 0)).toBe(1500);
    expect(Math.max(...shown.impressions)).toBeLessThanOrEqual(2 * 150);
  });
  it("gives most to few when popularity counts, and costs worth", () => {
    const [plain, popular] = [show({}), show({ popularityWeight: 1.5 })];
    expect(popular.gini).toBeGreaterThan(plain.gini + 0.1);
    expect(popular.worth).toBeLessThan(plain.worth);
    expect(popular.smallerHalf).toBeLessThan(plain.smallerHalf);
  });
  it("spreads under a cap and by exploration, each at a price", () => {
    const popular = show({ popularityWeight: 1 });
    const capped = show({ popularityWeight: 1, cap: 1 });
    const explored = show({ popularityWeight: 1, exploration: 0.2 });
    expect(capped.gini).toBeLessThan(popular.gini);
    expect(explored.smallerHalf).toBeGreaterThan(popular.smallerHalf + 0.1);
    expect(explored.worth).toBeLessThan(popular.worth);
  });
});

describe("the mix of a list", () => {
  it("diverges from the history's as the formula says", () => {
    // 0.7 ln(0.7 / 0.997) + 0.3 ln(0.3 / 0.003)
    expect(mixDivergence([0.7, 0.3], [1, 0])).toBeCloseTo(
      0.7 * Math.log(0.7 / 0.997) + 0.3 * Math.log(100),
      12,
    );
    expect(mixDivergence([0.7, 0.3], [0.7, 0.3])).toBeCloseTo(0, 12);
    expect(mixDivergence([1, 0], [0.5, 0.5])).toBeCloseTo(Math.log(1 / (0.99 * 0.5 + 0.01)), 12);
  });
});
