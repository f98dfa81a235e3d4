import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRandom } from "@/lib/random";
import { allocateReviews } from "./allocate";
import { MOST_PEER_POINTS, peerPoints } from "./peer-points";
import { marksBias, marksError, peerAgreement, peerPercent, withPeerShare } from "./peer-score";

describe("allocating reviews", () => {
  test("nobody reviews themself or anybody twice, and all give and get the same number", () => {
    const input = {
      people: fc.integer({ min: 0, max: 40 }),
      count: fc.integer({ min: 1, max: 5 }),
      seed: fc.integer(),
    };
    fc.assert(
      fc.property(fc.record(input), ({ people, count, seed }) => {
        const authors = Array.from({ length: people }, (_, i) => i);
        const pairs = allocateReviews(authors, count, createRandom(seed));
        const each = Math.max(0, Math.min(count, people - 1));
        expect(pairs.every(({ reviewer, author }) => reviewer !== author)).toBe(true);
        expect(new Set(pairs.map(({ reviewer, author }) => `${reviewer}>${author}`)).size).toBe(
          people * each,
        );
        for (const person of authors) {
          expect(pairs.filter(({ reviewer }) => reviewer === person)).toHaveLength(each);
          expect(pairs.filter(({ author }) => author === person)).toHaveLength(each);
        }
      }),
    );
  });

  test("another seed gives another ring", () => {
    const authors = Array.from({ length: 20 }, (_, i) => i);
    expect(allocateReviews(authors, 1, createRandom(1))).not.toEqual(
      allocateReviews(authors, 1, createRandom(2)),
    );
  });
});

describe("the sheet of a review", () => {
  test("holds the heaviest points that count, in the rubric's order", () => {
    const points = Array.from({ length: 30 }, (_, id) => ({
      id,
      weight: 1 + (id % 3),
      isExpected: id !== 2,
    }));
    const chosen = peerPoints(points);
    expect(chosen).toHaveLength(MOST_PEER_POINTS);
    expect(chosen.map(({ id }) => id)).toEqual(
      [1, 4, 5, 8, 11, 14, 17, 20, 23, 26, 29].concat(7).sort((a, b) => a - b),
    );
  });
});

describe("marks", () => {
  const points = [
    { id: "a", weight: 3 },
    { id: "b", weight: 1 },
  ];

  test("come to the median of the reviewers", () => {
    const reviews = [
      { a: 1, b: 0 },
      { a: 1, b: 1 },
      { a: 0, b: 0 },
    ];
    expect(peerPercent(reviews, points)).toBe(75);
    expect(peerPercent(reviews.slice(0, 2), points)).toBe(87.5);
    expect(peerPercent([], points)).toBeNull();
  });

  test("are held against known ones, with how far and which way", () => {
    expect(marksError({ a: 1, b: 0 }, { a: 0.5, b: 1 })).toBe(0.75);
    expect(marksBias({ a: 1, b: 0 }, { a: 0.5, b: 1 })).toBe(-0.25);
    expect(marksError({}, { a: 1 })).toBeNaN();
  });

  test("agree wholly, or not, over works", () => {
    expect(
      peerAgreement([
        [
          { a: 1, b: 0 },
          { a: 1, b: 0 },
        ],
      ]),
    ).toBe(1);
    expect(
      peerAgreement([
        [
          { a: 1, b: 0 },
          { a: 0, b: 1 },
        ],
      ]),
    ).toBeLessThan(0);
  });

  test("make no more of a grade than their share", () => {
    expect(withPeerShare(80, 100, 10)).toBeCloseTo(82, 12);
    expect(withPeerShare(80, null, 10)).toBe(80);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (raw, peer) => {
          expect(Math.abs(withPeerShare(raw, peer, 10) - raw)).toBeLessThanOrEqual(10 + 1e-9);
        },
      ),
    );
  });
});
