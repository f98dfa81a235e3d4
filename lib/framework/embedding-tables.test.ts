import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { embeddingTableBytes, harmonicNumber, sharedRowChance, zipfHeadShare } from "./embedding-tables";

describe("tables of id vectors", () => {
  it("counts rows, dimensions and bytes", () => {
    expect(embeddingTableBytes(100e6, 32, 4)).toBe(12.8e9);
    expect(embeddingTableBytes(20e6, 32, 1)).toBe(640e6);
  });

  it("knows how many ids share a row", () => {
    expect(sharedRowChance(1, 10)).toBe(0);
    expect(sharedRowChance(2, 10)).toBeCloseTo(0.1, 12);
    // Five ids a row: 1 - exp(-5).
    expect(sharedRowChance(100e6, 20e6)).toBeCloseTo(1 - Math.exp(-5), 6);
    const random = createRandom(1);
    const rows = Array.from({ length: 4_000 }, () => random.integer(5_000));
    const counts = new Map<number, number>();
    for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + 1);
    const shared = rows.filter((row) => (counts.get(row) ?? 0) > 1).length / rows.length;
    expect(shared).toBeCloseTo(sharedRowChance(4_000, 5_000), 1);
  });

  it("adds up a harmonic series, the far terms by their integral", () => {
    expect(harmonicNumber(10, 1)).toBeCloseTo(7381 / 2520, 12);
    // ln n + Euler's constant + 1 / 2n
    expect(harmonicNumber(100e6, 1)).toBeCloseTo(Math.log(100e6) + 0.5772156649 + 0.5e-8, 6);
    let slow = 0;
    for (let rank = 1; rank <= 50_000; rank++) slow += rank ** -0.8;
    expect(harmonicNumber(50_000, 0.8)).toBeCloseTo(slow, 4);
  });

  it("gives the head its share of the look-ups", () => {
    expect(zipfHeadShare(0, 1000, 1)).toBe(0);
    expect(zipfHeadShare(1000, 1000, 1)).toBe(1);
    expect(zipfHeadShare(2_000, 1000, 1)).toBe(1);
    expect(zipfHeadShare(1e6, 100e6, 1)).toBeCloseTo(harmonicNumber(1e6, 1) / harmonicNumber(100e6, 1), 12);
  });
});
