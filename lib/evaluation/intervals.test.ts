import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  meanInterval,
  NORMAL_QUANTILE_975,
  ratioInterval,
  studentQuantile975,
  wilsonInterval,
} from "./intervals";
import { normalQuantile } from "./normal";

describe("the Wilson interval", () => {
  it("ends where the observed rate is 1.96 standard errors of the true rate away", () => {
    const z = 1.959963984540054;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.nat(5_000), (count, drawn) => {
        const ones = drawn % (count + 1);
        for (const rate of wilsonInterval(ones, count)) {
          const distance = (ones / count - rate) ** 2;
          expect(distance).toBeCloseTo((z * z * rate * (1 - rate)) / count, 10);
        }
      }),
    );
  });

  it("of ten in a hundred is the textbook's 5.5 to 17.4 %", () => {
    const [low, high] = wilsonInterval(10, 100);
    expect(low).toBeCloseTo(0.05523, 5);
    expect(high).toBeCloseTo(0.17437, 5);
  });
});

describe("the interval of a mean", () => {
  it("of five values is that of Student's t", () => {
    const { mean, low, high } = meanInterval([1, 2, 3, 4, 5]);
    expect(mean).toBe(3);
    // R: t.test(1:5)$conf.int is 1.036757 to 4.963243.
    expect(low).toBeCloseTo(1.036757, 3);
    expect(high).toBeCloseTo(4.963243, 3);
  });

  it("is as wide as the tables of t say, and as the normal one for many values", () => {
    expect(studentQuantile975(1)).toBeCloseTo(12.7062, 3);
    // R: qt(0.975, c(11, 30)).
    expect(studentQuantile975(11)).toBeCloseTo(2.200985, 3);
    expect(studentQuantile975(30)).toBeCloseTo(2.042272, 4);
    expect(studentQuantile975(1e9)).toBeCloseTo(normalQuantile(0.975), 8);
    expect(NORMAL_QUANTILE_975).toBeCloseTo(normalQuantile(0.975), 12);
  });
});

describe("the interval of expected over observed", () => {
  it("holds the ratio, is narrower with more clicks, and open when there are hardly any", () => {
    const [few, many] = [ratioInterval(25, 25), ratioInterval(2500, 2500)];
    expect(few.low).toBeLessThan(1);
    expect(few.high).toBeGreaterThan(1);
    expect(many.high - many.low).toBeLessThan((few.high - few.low) / 9);
    expect(ratioInterval(3, 0).high).toBe(Number.MAX_VALUE);
  });
});
