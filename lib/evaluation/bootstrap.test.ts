import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { bootstrapIntervals } from "./bootstrap";
import { mean } from "./classification";
import { meanInterval } from "./intervals";

const values = Array.from({ length: 200 }, (_, i) => Math.sin(i * 1.7) + i / 100);
const meanOf = (rows: Int32Array) => [mean(Array.from(rows, (row) => values[row] as number))];

describe("the bootstrap", () => {
  it("gives for a mean what Student's formula gives, within its own noise", () => {
    const [interval] = bootstrapIntervals(values.length, meanOf, createRandom("mean"), 4_000);
    const { low, high } = meanInterval(values);
    expect(interval?.low).toBeCloseTo(low, 1.7);
    expect(interval?.high).toBeCloseTo(high, 1.7);
  });

  it("is the same for the same seed", () => {
    const draw = () => bootstrapIntervals(values.length, meanOf, createRandom("seed"), 50);
    expect(draw()).toEqual(draw());
  });

  it("leaves out resamples in which a statistic does not exist, and says so when there are no others", () => {
    const statistics = (rows: Int32Array) => [rows[0] === 0 ? Number.NaN : 1, Number.NaN];
    const [some, none] = bootstrapIntervals(3, statistics, createRandom("nan"), 100);
    expect(some).toEqual({ low: 1, high: 1 });
    expect(none).toEqual({ low: Number.NaN, high: Number.NaN });
  });
});
