import fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom } from "@/lib/random";
import { drawAlias } from "./alias";

test("an alias is new, however many are taken, and has three digits in a class of two hundred", () => {
  const taken = new Set<number>();
  for (let student = 0; student < 2_500; student++) {
    const alias = drawAlias(taken, createRandom(`student-${student}`));
    expect(taken.has(alias)).toBe(false);
    if (student < 200) expect(alias).toBeLessThan(1_000);
    taken.add(alias);
  }
});

test("aliases do not follow the order in which they are given", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 8, maxLength: 20 }), (seed) => {
      const random = createRandom(seed);
      const taken = new Set<number>();
      for (let i = 0; i < 40; i++) taken.add(drawAlias(taken, random));
      const drawn = [...taken];
      expect(drawn).not.toEqual(drawn.toSorted((first, second) => first - second));
    }),
  );
});
