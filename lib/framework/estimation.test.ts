import { describe, expect, it } from "vitest";
import {
  averageQueriesPerSecond,
  busyCores,
  fetchBytesPerSecond,
  flatIndexBytes,
  hedgedPercentile,
  hnswIndexBytes,
  impressionsPerDay,
  int8IndexBytes,
  logBytesPerDay,
  machinesFor,
  machinesForLoad,
  peakQueriesPerSecond,
  percentileNeededPerCall,
  pqIndexBytes,
  requestsInFlight,
  scheduleSteps,
  scoresPerSecond,
  shareWithoutSlowCall,
  shareWithSlowCall,
  totalLatencyMs,
} from "./estimation";
import {
  formatBytes,
  formatCount,
  formatMilliseconds,
  formatPercent,
  formatPowerOfTen,
  formatTick,
  formatWholePercent,
  formatWithNoun,
  parseQuantity,
} from "./units";

describe("capacity", () => {
  it("turns a hundred million users into 11.6k requests and 29M scores a second", () => {
    const average = averageQueriesPerSecond(100e6, 10);
    const peak = peakQueriesPerSecond(average, 2.5);
    expect(average).toBeCloseTo(11_574.07, 2);
    expect(peak).toBeCloseTo(28_935.19, 2);
    expect(scoresPerSecond(peak, 1000)).toBeCloseTo(28.935e6, -3);
    expect(logBytesPerDay(impressionsPerDay(100e6, 10, 20), 1000)).toBe(20e12);
  });
});

describe("index bytes", () => {
  it("matches the worked sizes", () => {
    expect(flatIndexBytes(10e6, 256)).toBe(10.24e9);
    expect(hnswIndexBytes(10e6, 256, 16, 8) - flatIndexBytes(10e6, 256)).toBe(1.28e9);
    expect(hnswIndexBytes(10e6, 256, 16, 10) - flatIndexBytes(10e6, 256)).toBe(1.6e9);
    expect(flatIndexBytes(100e6, 128)).toBe(51.2e9);
    expect(int8IndexBytes(100e6, 128)).toBe(12.8e9);
    expect(pqIndexBytes(100e6, 32)).toBe(4e9);
    expect(pqIndexBytes(2e9, 64)).toBe(144e9);
    expect(machinesFor(144e9, 64e9)).toBe(3);
  });
});

describe("latency", () => {
  const steps = [
    { name: "gateway", milliseconds: 10, group: 0 },
    { name: "source a", milliseconds: 30, group: 1 },
    { name: "source b", milliseconds: 20, group: 1 },
    { name: "rank", milliseconds: 60, group: 2 },
  ];
  it("lets a parallel group take as long as its slowest step", () => {
    expect(totalLatencyMs(steps)).toBe(100);
    expect(totalLatencyMs(steps.map((step, group) => ({ ...step, group })))).toBe(120);
    expect(totalLatencyMs([])).toBe(0);
    expect(scheduleSteps(steps).map((step) => step.startMs)).toEqual([0, 10, 10, 40]);
  });
  it("meets a slow call in 4.9% of requests with five sources", () => {
    expect(1 - shareWithoutSlowCall(5)).toBeCloseTo(0.049, 3);
  });
});

describe("tails and load", () => {
  it("meets a slow one of a hundred calls in 63% of requests, and says what each would have to hold", () => {
    expect(shareWithSlowCall(100)).toBeCloseTo(0.63397, 5);
    expect(percentileNeededPerCall(100)).toBeCloseTo(0.9998995, 7);
    expect(shareWithoutSlowCall(100, percentileNeededPerCall(100))).toBeCloseTo(0.99, 12);
    expect(shareWithSlowCall(100, hedgedPercentile(0.99))).toBeCloseTo(0.00995, 5);
  });
  it("counts requests in flight, busy cores and machines", () => {
    expect(requestsInFlight(29_000, 0.2)).toBeCloseTo(5800, 9);
    expect(busyCores(35_000, 0.003)).toBeCloseTo(105, 9);
    expect(machinesForLoad(35_000, 0.003, 32, 0.6)).toBe(6);
    expect(fetchBytesPerSecond(29_000, 800, 1000)).toBe(23.2e9);
  });
});

/** Units are joined by a no-break space; written here as a plain one. */
const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("units", () => {
  it("writes three digits and the right prefix", () => {
    expect(plain(formatBytes(10.24e9))).toBe("10.2 GB");
    expect(plain(formatBytes(999.6e6))).toBe("1 GB");
    expect(plain(formatBytes(20e12))).toBe("20 TB");
    expect(plain(formatCount(28_935_185))).toBe("28.9 M");
    expect(plain(formatCount(1234))).toBe("1,230");
    expect(plain(formatCount(20e9))).toBe("20 bn");
    expect(formatTick(100_000)).toBe("100k");
    expect(formatPowerOfTen(23.6)).toBe("10²⁴");
    expect(plain(formatMilliseconds(0.42))).toBe("0.42 ms");
    expect(plain(formatMilliseconds(1530))).toBe("1.53 s");
    expect(formatPercent(0.08264)).toBe("8.26%");
    expect(formatWholePercent(0.9512)).toBe("95%");
    expect(formatWithNoun(1, "day")).toBe("1 day");
  });
  it("reads what people type, and nothing else", () => {
    expect(["100,000,000", "100M", "2.5 k", "1e-3", "5%", "-1"].map(parseQuantity)).toEqual([
      1e8, 1e8, 2500, 0.001, 5, -1,
    ]);
    expect(["", "many", "1..2", "10 apples", "NaN", "1e999"].map(parseQuantity)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
