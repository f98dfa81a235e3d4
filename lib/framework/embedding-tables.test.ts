import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { embeddingRows, embeddingTableBytes, optimiserStateBytes, sharedRowChance } from "./embedding-tables";

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
});

describe("memory of training", () => {
  it("costs 12.8 GB for a hundred million ids of 32 numbers, and three times that with Adam", () => {
    const rows = embeddingRows(100e6, null);
    expect(embeddingTableBytes(rows, 32, 4)).toBe(12.8e9);
    expect(optimiserStateBytes(rows, 32, "adam")).toBe(25.6e9);
    expect(optimiserStateBytes(rows, 32, "adagrad")).toBe(12.8e9);
    expect(optimiserStateBytes(rows, 32, "row-wise-adagrad")).toBe(0.4e9);
    expect(optimiserStateBytes(rows, 32, "sgd")).toBe(0);
  });
  it("never has more rows than ids", () => {
    expect(embeddingRows(1000, 2 ** 20)).toBe(1000);
    expect(embeddingRows(100e6, 2 ** 24)).toBe(16_777_216);
  });
});
