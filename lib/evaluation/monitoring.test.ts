import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import {
  breachChance,
  checksUntilCusum,
  checksUntilRun,
  checksUntilTwoSidedCusum,
  cusumLimitFor,
  falseAlarms,
  limitFor,
} from "./alerting";
import { readings, simulateMaturing } from "./maturing-rate";
import { bestInterval, bestLinearInterval, costPerDay, lossAtAge, meanLoss } from "./retraining-cadence";

describe("a limit on z", () => {
  // Oracle: 2 (1 - Phi(3)) = 0.0026998, one in 370.4.
  it("of three rings for nothing once in 370 checks", () => {
    expect(breachChance(3)).toBeCloseTo(0.0026998, 7);
    expect(checksUntilRun(breachChance(3), 1)).toBeCloseTo(370.4, 1);
    expect(checksUntilRun(breachChance(3, 1), 1)).toBeCloseTo(43.9, 1);
    expect(falseAlarms(300, 24, checksUntilRun(breachChance(3), 1))).toBeCloseTo(19.4, 1);
  });
  it("twice in a row waits for runs", () => {
    expect(checksUntilRun(0.5, 2)).toBeCloseTo(6, 12);
    expect(checksUntilRun(1, 2)).toBe(2);
  });
  it("is found for a rate of false alarms", () => {
    expect(limitFor(370.398, 1)).toBeCloseTo(3, 4);
    expect(checksUntilRun(breachChance(limitFor(5_000, 2)), 2)).toBeCloseTo(5_000, 2);
  });
});

describe("the cumulative sum", () => {
  // Oracle: Montgomery, Introduction to Statistical Quality Control, table 9.3: k = 0.5, h = 4 and 5.
  it.each([
    [4, 0, 168],
    [4, 1, 8.38],
    [4, 2, 3.34],
    [5, 0, 465],
    [5, 1, 10.4],
    [5, 0.5, 38],
  ])("with limit %d and shift %d takes %d checks", (limit, shift, checks) => {
    expect(Math.abs(checksUntilTwoSidedCusum(limit, 0.5, shift) / checks - 1)).toBeLessThan(0.05);
  });
  it("has its limit value where the drift vanishes", () => {
    expect(checksUntilCusum(4, 0.5, 0.5)).toBeCloseTo(5.166 ** 2, 6);
    expect(checksUntilCusum(4, 0.5, 0.500001)).toBeCloseTo(5.166 ** 2, 3);
  });
  it("hears a small shift long before a limit with as many false alarms", () => {
    const between = 2_000;
    const cusum = checksUntilTwoSidedCusum(cusumLimitFor(between, 0.5), 0.5, 1);
    expect(checksUntilRun(breachChance(limitFor(between, 1), 1), 1) / cusum).toBeGreaterThan(5);
  });
  it("rings as often in a simulation", () => {
    const random = createRandom("cusum");
    let checks = 0;
    for (let run = 0; run < 2_000; run++) {
      let [up, down, n] = [0, 0, 0];
      while (up <= 4 && down <= 4) {
        const z = random.normal() + 1;
        up = Math.max(0, up + z - 0.5);
        down = Math.max(0, down - z - 0.5);
        n++;
      }
      checks += n / 2_000;
    }
    expect(Math.abs(checks / checksUntilTwoSidedCusum(4, 0.5, 1) - 1)).toBeLessThan(0.06);
  });
});

describe("how often to retrain", () => {
  const costs = { perRun: 400, perUnitDay: 1_000, delayDays: 0.5 };
  it("is the square root of twice the cost of a run over the daily loss", () => {
    const interval = bestLinearInterval(0.1, costs);
    expect(interval).toBeCloseTo(Math.sqrt(8), 12);
    const straight = { perDay: 0.1, limit: Number.POSITIVE_INFINITY };
    expect(bestInterval(straight, costs) / interval).toBeCloseTo(1, 2);
    expect(costPerDay(interval, straight, costs)).toBeCloseTo(
      400 / interval + 1_000 * 0.1 * (0.5 + interval / 2),
      9,
    );
  });
  it("has a mean loss that is the integral of the loss", () => {
    const decay = { perDay: 0.2, limit: 1.5 };
    let sum = 0;
    for (let i = 0; i < 10_000; i++) sum += lossAtAge(0.5 + ((i + 0.5) / 10_000) * 7, decay) / 10_000;
    expect(meanLoss(7, 0.5, decay)).toBeCloseTo(sum, 7);
  });
  it("is seldom when the loss levels off early and runs are dear", () => {
    const decay = { perDay: 0.1, limit: 0.2 };
    expect(bestInterval(decay, { ...costs, perRun: 5_000 })).toBeGreaterThan(200);
  });
});

describe("a rate whose labels are still coming", () => {
  const options = {
    clicks: 20_000,
    rateBefore: 0.1,
    rateAfter: 0.1,
    changedDaysAgo: 0,
    withinHour: 0.35,
    withinDay: 0.5,
    days: 28,
  };
  it("falls towards today when nothing has changed, and not when corrected", () => {
    const rows = simulateMaturing(options, createRandom("mature"));
    const today = rows.at(-1);
    expect((today?.observed ?? 1) / 0.1).toBeLessThan(0.55);
    for (const { corrected, truth, standardError } of rows)
      expect(Math.abs(corrected - truth)).toBeLessThan(4.5 * standardError);
    const { naive, corrected, mature, truth } = readings(rows, 14);
    expect(naive / truth).toBeLessThan(0.9);
    expect(corrected / truth).toBeCloseTo(1, 1);
    expect(mature / truth).toBeCloseTo(1, 1);
  });
  it("that truly fell is seen by the correction and missed by mature days", () => {
    const { corrected, mature, truth } = readings(
      simulateMaturing({ ...options, rateAfter: 0.05, changedDaysAgo: 7 }, createRandom("fell")),
      14,
    );
    expect(mature).toBeGreaterThan(1.08 * truth);
    expect(Math.abs(corrected / truth - 1)).toBeLessThan(0.06);
  });
});

describe("the numbers that the chapter on drift quotes", () => {
  it("are those of alarms: one a week over 300 charts, and how long a shift of one goes unheard", () => {
    const between = 300 * 168;
    const limit = limitFor(between, 1);
    expect(limit.toFixed(2)).toBe("4.27");
    expect(Math.round(checksUntilRun(breachChance(limit, 1), 1))).toBe(1_838);
    expect(Math.round(checksUntilTwoSidedCusum(cusumLimitFor(between, 0.5), 0.5, 1))).toBe(20);
  });
  it("are those of cadence: dollars a day at the best interval, weekly, and for the delay alone", () => {
    const decay = { perDay: 0.15, limit: 3 };
    const costs = { perRun: 2_000, perUnitDay: 5_000, delayDays: 0.5 };
    const best = bestInterval(decay, costs, 0.1, 100);
    expect(best.toFixed(1)).toBe("2.4");
    expect(Math.round(costPerDay(best, decay, costs))).toBe(2_047);
    expect(Math.round(costPerDay(7, decay, costs))).toBe(2_942);
    expect(Math.round(costs.perUnitDay * meanLoss(0.001, 0.5, decay))).toBe(371);
  });
  it("are those of a constant rate as the log shows it", () => {
    const rows = simulateMaturing(
      {
        clicks: 5_000,
        rateBefore: 0.1,
        rateAfter: 0.1,
        changedDaysAgo: 7,
        withinHour: 0.35,
        withinDay: 0.5,
        days: 28,
      },
      createRandom(9),
    );
    const { naive, truth } = readings(rows, 14);
    expect((1 - naive / truth).toFixed(2)).toBe("0.16");
    expect(rows.at(-2)?.observed).toBeCloseTo(0.0522, 6);
  });
});
