import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differences, fnv1a64, outcomeOf, outcomeSchema } from "./outcome";

// Test vectors of the authors: http://www.isthe.com/chongo/tech/comp/fnv/ (FNV-1a, 64 bits).
test.each([
  ["", "cbf29ce484222325"],
  ["a", "af63dc4c8601ec8c"],
  ["foobar", "85944171f73967e8"],
])("the hash of %j is the published one", (text, hash) => {
  expect(fnv1a64(text)).toBe(hash);
});

const items = fc.array(fc.nat(1_000_000), { maxLength: 20 });
const figures = fc.array(
  fc.record({
    name: fc.string({ minLength: 1, maxLength: 20 }),
    value: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
  }),
  { maxLength: 5 },
);

describe("an outcome", () => {
  test("is accepted as it was made, and refused with one item or figure changed", () => {
    const made = outcomeOf([4, 8, 15], [{ name: "NDCG@10", value: 0.61234567 }]);
    expect(made.figures[0]?.value).toBe(0.612346);
    expect(outcomeSchema.safeParse(made).success).toBe(true);
    expect(outcomeSchema.safeParse({ ...made, items: [4, 8, 16] }).success).toBe(false);
    const better = [{ name: "NDCG@10", value: 0.7 }];
    expect(outcomeSchema.safeParse({ ...made, figures: better }).success).toBe(false);
  });

  test("of equal runs is equal, whatever was run", () => {
    fc.assert(
      fc.property(items, figures, (shown, measured) => {
        const first = outcomeOf(shown, measured);
        const again = outcomeOf([...shown], structuredClone(measured));
        expect(differences(first, again)).toEqual([]);
        expect(first.hash).toBe(again.hash);
        expect(outcomeSchema.safeParse(JSON.parse(JSON.stringify(first))).success).toBe(true);
      }),
    );
  });

  test("that differs says where: the places, and the figures by name", () => {
    const stored = outcomeOf([1, 2, 3], [{ name: "topics", value: 4 }]);
    const again = outcomeOf(
      [1, 3],
      [
        { name: "topics", value: 5 },
        { name: "creators", value: 2 },
      ],
    );
    expect(differences(stored, again)).toEqual([
      { of: "place", place: 2, stored: 2, again: 3 },
      { of: "place", place: 3, stored: 3, again: null },
      { of: "figure", name: "topics", stored: 4, again: 5 },
      { of: "figure", name: "creators", stored: null, again: 2 },
    ]);
  });
});
