import { describe, expect, it } from "vitest";
import { selectByDpp, setDeterminant } from "./dpp";
import { selectByMmr } from "./mmr";

const QUALITY = [0.9, 0.85, 0.8, 0.6, 0.5];
const ANGLES = [0, 5, 10, 80, 90].map((degrees) => (degrees * Math.PI) / 180);
const similarity = (a: number, b: number) => Math.cos((ANGLES[a] ?? 0) - (ANGLES[b] ?? 0));
const quality = (i: number) => QUALITY[i] ?? 0;
const kernel = (a: number, b: number) =>
  quality(a) * quality(b) * (0.95 * similarity(a, b) + (a === b ? 0.05 : 0));

function determinant(items: readonly number[]): number {
  const [a, b, c] = items as [number, number, number];
  const L = kernel;
  return (
    L(a, a) * (L(b, b) * L(c, c) - L(b, c) * L(c, b)) -
    L(a, b) * (L(b, a) * L(c, c) - L(b, c) * L(c, a)) +
    L(a, c) * (L(b, a) * L(c, b) - L(b, b) * L(c, a))
  );
}

describe("selectByMmr", () => {
  it.each([
    [1, [0, 1, 2]],
    [0.7, [0, 3, 1]],
    [0.5, [0, 4, 1]],
    [0.3, [0, 4, 1]],
  ])("lambda %d chooses %j", (lambda, expected) => {
    expect(selectByMmr(QUALITY, similarity, lambda, 3)).toEqual(expected);
  });

  it("returns every item once when asked for more than there are", () => {
    expect(selectByMmr(QUALITY, similarity, 0.5, 9).sort()).toEqual([0, 1, 2, 3, 4]);
  });
});

describe("selectByDpp", () => {
  it("finds the golden order, which is also the best set by brute force", () => {
    const chosen = selectByDpp(5, kernel, 3);
    expect(chosen).toEqual([0, 3, 1]);
    expect(determinant(chosen)).toBeCloseTo(0.0196901, 7);
    const triples = [
      [0, 1, 2],
      [0, 1, 3],
      [0, 1, 4],
      [0, 2, 3],
      [0, 2, 4],
      [0, 3, 4],
      [1, 2, 3],
      [1, 2, 4],
      [1, 3, 4],
      [2, 3, 4],
    ];
    expect(Math.max(...triples.map(determinant))).toBeCloseTo(determinant([0, 1, 3]), 12);
  });

  it("knows the volume of any set, as the determinant written out does", () => {
    expect(setDeterminant([0, 3, 1], kernel)).toBeCloseTo(0.0196901, 7);
    for (const items of [[1, 2, 4], [0, 1, 2], [4, 3, 2]]) // biome-ignore format: three sets, one line
      expect(setDeterminant(items, kernel)).toBeCloseTo(determinant(items), 12);
    expect([setDeterminant([], kernel), setDeterminant([0, 1], () => 1)]).toEqual([1, 0]);
  });

  it("stops when nothing adds volume", () => {
    expect(selectByDpp(3, () => 1, 3)).toEqual([0]);
  });
});
