import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import {
  cacheHitRate,
  headTraffic,
  liveEntries,
  timedHitRate,
  zipfBands,
  zipfExponentFor,
} from "./query-cache";

describe("Zipf's law in bands", () => {
  it("agrees with the sum over every rank", () => {
    const size = 40_000;
    const exact = Array.from({ length: size }, (_, i) => (i + 1) ** -0.87);
    const total = exact.reduce((sum, share) => sum + share, 0);
    const head = exact.slice(0, 400).reduce((sum, share) => sum + share, 0) / total;
    const bands = zipfBands(size, 0.87);
    expect(bands.reduce((sum, { count }) => sum + count, 0)).toBe(size);
    expect(bands.reduce((sum, { count, share }) => sum + count * share, 0)).toBeCloseTo(1, 12);
    expect(headTraffic(bands, 400)).toBeCloseTo(head, 4);
  });
  it("finds the exponent at which one percent of the queries is half of the traffic", () => {
    const exponent = zipfExponentFor(50e6, 0.01, 0.5);
    expect(exponent).toBeCloseTo(0.868, 3);
    expect(headTraffic(zipfBands(50e6, exponent), 0.5e6)).toBeCloseTo(0.5, 6);
  });
});

describe("a cache with a fixed lifetime", () => {
  it("hits as often as a simulated one", () => {
    const random = createRandom(3);
    const [rate, lifetime, requests] = [0.05, 30, 200_000];
    let [clock, expires, hits] = [0, 0, 0];
    for (let i = 0; i < requests; i++) {
      clock += -Math.log(1 - random.next()) / rate;
      if (clock < expires) hits++;
      else expires = clock + lifetime;
    }
    expect(hits / requests).toBeCloseTo(timedHitRate(rate, lifetime), 2);
    expect(timedHitRate(rate, lifetime)).toBeCloseTo(0.6, 12);
  });
  it("answers about a quarter of the case's traffic with a minute, and more with a longer life or more traffic", () => {
    const bands = zipfBands(50e6, zipfExponentFor(50e6, 0.01, 0.5));
    const rates = [10, 60, 240, 600].map((seconds) => cacheHitRate(bands, 3_472, seconds));
    expect(rates.map((rate) => Math.round(rate * 1000))).toEqual([184, 272, 358, 426]);
    expect(cacheHitRate(bands, 10_000, 60)).toBeGreaterThan(rates[1] as number);
    expect(liveEntries(bands, 3_472, 60) / 1e6).toBeCloseTo(0.152, 3);
  });
});
