import fc from "fast-check";
import { expect, it } from "vitest";
import { createRandom, shuffleInPlace } from "./random";

it("shuffles what is there, the same way from the same seed, arrays and columns alike", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100), { maxLength: 30 }), fc.nat(), (items, seed) => {
      const shuffled = [...items];
      shuffleInPlace(shuffled, createRandom(seed));
      const column = Int32Array.from(items);
      shuffleInPlace(column, createRandom(seed));
      expect([...column]).toEqual(shuffled);
      expect(shuffled.sort((a, b) => a - b)).toEqual(items.sort((a, b) => a - b));
    }),
  );
});

it("puts every item in every place equally often", () => {
  const random = createRandom(1);
  const times = new Int32Array(9);
  for (let round = 0; round < 6_000; round++) {
    const items = [0, 1, 2];
    shuffleInPlace(items, random);
    for (const [place, item] of items.entries()) {
      const cell = 3 * place + item;
      times[cell] = (times[cell] as number) + 1;
    }
  }
  // 2,000 expected, with a standard deviation of 37.
  for (const count of times) expect(Math.abs(count - 2_000)).toBeLessThan(150);
});
