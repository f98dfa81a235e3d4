import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { clickLogitBeforeSlot } from "./behaviour";
import { centredCross, createEffects, DEVIATIONS } from "./effects";
import { CATEGORICAL_FEATURES, type CategoricalFeatureName } from "./features";
import { DEFAULT_ADS_WORLD } from "./types";
import { requestAt } from "./visits";
import { AD_CATEGORIES } from "./vocabulary";
import { createAdsWorld } from "./world";
import { writeCategoricalFeatures } from "./write-features";

const world = createAdsWorld({ ...DEFAULT_ADS_WORLD, impressions: 60_000, users: 500, creatives: 6_000 });
const { log, requests } = world;
/** People whose age and interests are known. */
const rows = Array.from({ length: log.size }, (_, row) => row).filter(
  (row) => world.users.optedOut[requests.user[log.request[row] as number] as number] === 0,
);
const trueLogits = Float64Array.from(rows, (row) =>
  clickLogitBeforeSlot(
    world,
    requestAt(requests, log.request[row] as number),
    log.creative[row] as number,
    0,
  ),
);
const width = CATEGORICAL_FEATURES.length;
const codes = new Int32Array(rows.length * width);
for (const [i, row] of rows.entries())
  writeCategoricalFeatures(
    world,
    requestAt(requests, log.request[row] as number),
    log.creative[row] as number,
    { slot: log.slot[row] as number, position: log.position[row] as number },
    codes,
    i * width,
  );
const columnOf = (name: CategoricalFeatureName) => {
  const at = CATEGORICAL_FEATURES.findIndex((feature) => feature.name === name);
  return Int32Array.from(rows, (_, i) => codes[i * width + at] as number);
};
const pairOf = (left: CategoricalFeatureName, right: CategoricalFeatureName) => {
  const others = columnOf(right);
  return columnOf(left).map((code, i) => code * 64 + (others[i] as number));
};
const variance = (values: Float64Array) => {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
};

/** What is left of the logits when each column's values have been given their best constants, by backfitting. */
function residuals(columns: readonly Int32Array[]): Float64Array {
  const left = trueLogits.slice();
  for (let round = 0; round < 6; round++)
    for (const column of columns) {
      const sums = new Map<number, [number, number]>();
      for (const [i, code] of column.entries()) {
        const entry = sums.get(code) ?? [0, 0];
        sums.set(code, [entry[0] + (left[i] as number), entry[1] + 1]);
      }
      for (const [i, code] of column.entries()) {
        const [sum, count] = sums.get(code) as [number, number];
        left[i] = (left[i] as number) - sum / count;
      }
    }
  return left;
}

const FEW_VALUED = CATEGORICAL_FEATURES.filter(({ values }) => values !== null).map(({ name }) =>
  columnOf(name),
);

describe("the crosses of the truth", () => {
  it("leave the best sum of main effects with more than a third of the variance unexplained", () => {
    const share = variance(residuals(FEW_VALUED)) / variance(trueLogits);
    expect(share).toBeGreaterThan(0.35);
  });

  it("are explained by pairs of columns that a model can see", () => {
    const crosses = [
      pairOf("device", "format"),
      pairOf("callToAction", "device"),
      pairOf("siteCategory", "category"),
      pairOf("ageBand", "priceTier"),
      pairOf("interest", "category"),
      pairOf("secondInterest", "category"),
      pairOf("hour", "siteCategory"),
    ];
    const before = variance(residuals(FEW_VALUED));
    expect(variance(residuals([...FEW_VALUED, ...crosses])) / before).toBeLessThan(0.35);
    // Pairs that the truth does not cross explain next to nothing.
    const idle = [pairOf("region", "format"), pairOf("weekday", "category")];
    expect(variance(residuals([...FEW_VALUED, ...idle])) / before).toBeGreaterThan(0.9);
  });
});

describe("tables of effects", () => {
  it("are centred over rows and columns and have the deviation that is stated", () => {
    const { siteByCategory, deviceByFormat } = createEffects(createRandom(5));
    for (const [table, columns, deviation] of [
      [siteByCategory, AD_CATEGORIES.length, DEVIATIONS.siteByCategory],
      [deviceByFormat, 5, DEVIATIONS.deviceByFormat],
    ] as const) {
      const rowCount = table.length / columns;
      for (let row = 0; row < rowCount; row++)
        expect(table.slice(row * columns, (row + 1) * columns).reduce((sum, x) => sum + x, 0)).toBeCloseTo(
          0,
          4,
        );
      for (let column = 0; column < columns; column++)
        expect(table.filter((_, i) => i % columns === column).reduce((sum, x) => sum + x, 0)).toBeCloseTo(
          0,
          4,
        );
      expect(Math.sqrt(variance(Float64Array.from(table)))).toBeCloseTo(deviation, 4);
    }
  });

  it("hold nothing of a sum of main effects", () => {
    const cross = centredCross(
      3,
      4,
      (row, column) => 2 * row - column + Number(row === 1 && column === 2),
      1,
    );
    const pure = centredCross(3, 4, (row, column) => Number(row === 1 && column === 2), 1);
    for (const [i, value] of cross.entries()) expect(value).toBeCloseTo(pure[i] as number, 5);
  });
});
