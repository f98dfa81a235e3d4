import { expect, test } from "vitest";
import {
  acceleratorsFor,
  pairsPerSecond,
  type RerankerPlan,
  rerankerBalance,
  runningShare,
} from "./reranker-price";

const PLAN: RerankerPlan = {
  peakSearchesPerSecond: 10_000,
  searchesPerDay: 300e6,
  candidates: 50,
  cachedShare: 0,
  unsureShare: 0.3,
  isSkippedWhenSure: false,
  gainWhenUnsure: 0.03,
  addedMs: 70,
  lossPer100Ms: 0.01,
  pairsPerSecondAndAccelerator: 5_000,
  dollarsPerAcceleratorHour: 2,
  purchasesPerSearch: 0.06,
  dollarsPerPurchase: 2,
};

test("every search, nothing cached: half a million pairs, a hundred machines, and waiting eats most of the gain", () => {
  expect(pairsPerSecond(PLAN)).toBe(500_000);
  expect(acceleratorsFor(PLAN)).toBe(100);
  const { gain, waiting, machines, net } = rerankerBalance(PLAN);
  expect(gain).toBeCloseTo(0.009, 12);
  expect(waiting).toBeCloseTo(0.007, 12);
  // 100 x 24 h x 2 dollars of 300M x 6 % x 2 dollars.
  expect(machines).toBeCloseTo(4_800 / 36e6, 12);
  expect(net).toBeCloseTo(0.009 - 0.007 - 4_800 / 36e6, 12);
});

test("skipping sure searches and caching keep the gain and cut the waiting", () => {
  const plan = { ...PLAN, cachedShare: 0.36, isSkippedWhenSure: true };
  expect(runningShare(plan)).toBeCloseTo(0.192, 12);
  expect(acceleratorsFor(plan)).toBe(20);
  expect(rerankerBalance(plan).gain).toBe(rerankerBalance(PLAN).gain);
  expect(rerankerBalance(plan).net).toBeGreaterThan(3 * rerankerBalance(PLAN).net);
});
