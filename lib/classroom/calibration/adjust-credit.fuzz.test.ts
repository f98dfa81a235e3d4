/** What corrections do to a credit, whatever they are. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toEnd } from "@/tests/support/to-end";
import { adjustCredit, LEAST_GRADED } from "./adjust-credit";
import { cosinesTo, type WordVector, wordVectors } from "./word-vectors";

const cosine = (one: WordVector, other: WordVector) => cosinesTo([other])(one)[0] ?? Number.NaN;

const share = fc.double({ min: 0, max: 1, noNaN: true });
const neighbour = fc.record({
  similarity: share,
  residual: fc.double({ min: -1, max: 1, noNaN: true }),
});

describe("an adjusted credit", () => {
  test("is a credit, and moves the way the corrections point", () => {
    fc.assert(
      fc.property(share, fc.array(neighbour, { maxLength: 30 }), (credit, graded) => {
        const adjusted = adjustCredit(credit, graded);
        expect(adjusted.credit).toBeGreaterThanOrEqual(0);
        expect(adjusted.credit).toBeLessThanOrEqual(1);
        if (graded.every(({ residual }) => residual >= 0))
          expect(adjusted.credit).toBeGreaterThanOrEqual(credit);
        if (graded.every(({ residual }) => residual <= 0))
          expect(adjusted.credit).toBeLessThanOrEqual(credit);
      }),
    );
  });

  test("is the machine's where too few are graded, or none is at all like it", () => {
    const one = { similarity: 1, residual: 0.5 };
    expect(adjustCredit(0.3, [])).toEqual({ credit: 0.3, by: 0 });
    expect(adjustCredit(0.3, new Array(LEAST_GRADED - 1).fill(one))).toEqual({ credit: 0.3, by: 0 });
    expect(adjustCredit(0.3, new Array(9).fill({ similarity: 0, residual: 0.5 }))).toEqual({
      credit: 0.3,
      by: 0,
    });
    expect(adjustCredit(0.3, new Array(LEAST_GRADED).fill(one)).by).toBe(LEAST_GRADED);
  });

  test("comes nearer to what people gave the same answer, the more often they gave it", () => {
    const given = (n: number) =>
      adjustCredit(0.2, new Array(n).fill({ similarity: 1, residual: 0.8 })).credit;
    expect(given(3)).toBeCloseTo(0.2 + (0.8 * 3) / 4, 10);
    expect(given(4)).toBeGreaterThan(given(3));
    expect(given(5)).toBeLessThan(1);
  });
});

describe("words as vectors", () => {
  test("of the same words are one, of none in common nothing, and of some in between", () => {
    const [one, same, part, other, none] = toEnd(
      wordVectors([
        "split by time before training",
        "Before training, split by time!",
        "split at random before serving",
        "clicks are noisy labels",
        "",
      ]),
    );
    if (!one || !same || !part || !other || !none) throw new Error("five texts, five vectors");
    expect(cosine(one, same)).toBeCloseTo(1, 10);
    expect(cosine(one, part)).toBeGreaterThan(0.1);
    expect(cosine(one, part)).toBeLessThan(0.9);
    expect(cosine(one, other)).toBe(0);
    expect(cosine(one, none)).toBe(0);
    expect(cosine(one, part)).toBe(cosine(part, one));
  });
});
