import { describe, expect, it } from "vitest";
import { sharedRowChance } from "@/lib/framework/embedding-tables";
import { createRandom } from "@/lib/random";
import {
  bucketsForCollidingShare,
  collidingShareOf,
  expectedCollidingShareOfTwo,
  expectedOccupiedShare,
  throwIntoBuckets,
} from "./hash-collisions";
import { fitLogistic } from "./logistic-fit";
import { countBefore, drawItemEvents, joinCutoff, leakedEvents } from "./point-in-time";
import {
  drawCategoryRows,
  encodeFrom,
  encodeOutOfFold,
  encodeWithOwnLabel,
  measureEncoding,
  smoothedRate,
} from "./target-encoding";

describe("hash collisions", () => {
  it("equals the count over all 81 ways to throw four ids into three buckets", () => {
    expect(sharedRowChance(4, 3)).toBeCloseTo(19 / 27, 12);
    expect(expectedOccupiedShare(4, 3)).toBeCloseTo(65 / 81, 12);
  });
  it("keeps its digits where the buckets are many", () => {
    expect(sharedRowChance(1e6, 1e6)).toBeCloseTo(0.63212, 5);
    expect(sharedRowChance(100e6, 2 ** 26)).toBeCloseTo(0.774654, 5);
    expect(expectedCollidingShareOfTwo(1e6, 1e6)).toBeCloseTo(1e-6, 9);
    expect(sharedRowChance(1, 5)).toBe(0);
  });
  it("finds the buckets for a share, and one fewer is too few", () => {
    const buckets = bucketsForCollidingShare(1e6, 0.05);
    expect(sharedRowChance(1e6, buckets)).toBeLessThanOrEqual(0.05);
    expect(sharedRowChance(1e6, buckets - 1)).toBeGreaterThan(0.05);
    expect(buckets / 1e6).toBeCloseTo(19.5, 1);
  });
  it("agrees with throwing", () => {
    const counts = throwIntoBuckets(20_000, 16_384, createRandom("buckets"));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20_000);
    expect(collidingShareOf(counts)).toBeCloseTo(sharedRowChance(20_000, 16_384), 1.7);
    expect(collidingShareOf(Uint32Array.from([1, 0, 2, 1]))).toBe(0.5);
  });
});

describe("a small logistic regression", () => {
  it("reaches what gradient descent reaches after 400,000 steps", () => {
    const rows = [
      [0.5, -1],
      [-1.2, 0.3],
      [0.1, 0.8],
      [2, -0.5],
      [-0.7, -0.9],
      [1.1, 1.4],
      [-0.2, 0.2],
      [0.4, -1.6],
    ];
    const weights = fitLogistic([1, 0, 1, 1, 0, 0, 1, 0], rows, 0.1);
    const expected = [-0.18379046, 0.82641932, 0.0730271];
    expected.forEach((value, j) => {
      expect(weights[j]).toBeCloseTo(value, 6);
    });
  });
});

describe("target encoding", () => {
  const rows = { categories: [0, 0, 0, 1], signal: [0, 0, 0, 0], labels: [1, 0, 1, 0] };
  it("smooths a rate towards the mean", () => {
    expect(smoothedRate(2, 10, 0.05, 100)).toBeCloseTo(7 / 110, 12);
    expect(smoothedRate(0, 0, 0.3, 0)).toBe(0.3);
  });
  it("lets a row see its own label, or not", () => {
    expect(encodeWithOwnLabel(rows, 0)).toEqual([2 / 3, 2 / 3, 2 / 3, 0]);
    // Fold of row 0 is {0, 2}: row 0 is encoded by row 1 alone, row 3 (fold {1, 3}) by the mean of rows 0 and 2.
    expect(encodeOutOfFold(rows, 0, 2)).toEqual([0, 1, 0, 1]);
    expect(encodeFrom(rows, [9], 0)).toEqual([0.5]);
  });
  const world = { rows: 4000, categories: 1000, categorySpread: 0, signalWeight: 1 };
  it("finds signal in a category that has none, when a row sees its own label", () => {
    const drawn = drawCategoryRows(world, createRandom("leak"));
    const leaky = measureEncoding(drawn, 1, 0);
    const honest = measureEncoding(drawn, 1, 5);
    expect(leaky.trainAuc - leaky.testAuc).toBeGreaterThan(0.1);
    expect(Math.abs(honest.trainAuc - honest.testAuc)).toBeLessThan(0.03);
    expect(honest.testAuc).toBeGreaterThan(leaky.testAuc + 0.05);
    expect(leaky.categoryWeight).toBeGreaterThan(0.5);
    expect(Math.abs(honest.categoryWeight)).toBeLessThan(0.2);
  });
});

describe("point-in-time joins", () => {
  const events = [1, 5, 30, 47.5, 48.5, 70].map((hour) => ({ hour, isClick: hour > 40 }));
  it("reads what each rule lets it read, for a request at hour 48 of a set built at hour 100", () => {
    const joined = (rule: "today" | "day" | "instant" | "served", request = 48) =>
      countBefore(events, joinCutoff(rule, request, 100, 2));
    expect(joined("served")).toEqual({ impressions: 3, clicks: 0 });
    expect(joined("instant")).toEqual({ impressions: 4, clicks: 1 });
    expect(joined("day")).toEqual({ impressions: 6, clicks: 3 });
    expect(joined("day", 47)).toEqual({ impressions: 4, clicks: 1 });
    expect(joined("today")).toEqual({ impressions: 6, clicks: 3 });
  });
  it("counts what came from the future, and nothing of it for the two honest rules", () => {
    expect(leakedEvents(events, 48, joinCutoff("today", 48, 100, 2))).toEqual({ impressions: 2, clicks: 2 });
    for (const rule of ["instant", "served"] as const)
      expect(leakedEvents(events, 48, joinCutoff(rule, 48, 100, 2)).impressions).toBe(0);
  });
  it("draws the same item twice from one seed, in order", () => {
    const spec = { impressions: 50, hours: 96, from: 0.02, to: 0.2, takeOffHour: 48 };
    const drawn = drawItemEvents(spec, createRandom(3));
    expect(drawItemEvents(spec, createRandom(3))).toEqual(drawn);
    expect(drawn.every((event, i) => i === 0 || event.hour >= (drawn[i - 1]?.hour ?? 0))).toBe(true);
  });
});
