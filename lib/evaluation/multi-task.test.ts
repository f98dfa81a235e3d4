import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { cosineOf, jointGradient, lossChange, projectConflict, vectorAt } from "./gradient-conflict";
import {
  chooseList,
  drawRequests,
  isDominatedBy,
  outcomeAtRandom,
  outcomeOfWeight,
  paretoFront,
} from "./pareto";

const outcome = fc.record({ first: fc.integer({ min: 0, max: 9 }), second: fc.integer({ min: 0, max: 9 }) });

describe("the Pareto front", () => {
  it("keeps exactly what nothing dominates", () => {
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 20 }), (outcomes) => {
        const slow = outcomes.filter((a) => !outcomes.some((b) => isDominatedBy(a, b)));
        const byFirst = (a: { first: number }, b: { first: number }) => a.first - b.first;
        expect([...paretoFront(outcomes)].sort(byFirst)).toEqual([...slow].sort(byFirst));
      }),
    );
  });
  it("chooses a list by the weighted sum", () => {
    const candidates = [
      { first: 0.9, second: 0 },
      { first: 0.5, second: 0.5 },
      { first: 0, second: 0.8 },
    ];
    expect(chooseList(candidates, 0, 1)).toEqual({ first: 0.9, second: 0 });
    expect(chooseList(candidates, 1, 1)).toEqual({ first: 0, second: 0.8 });
    expect(chooseList(candidates, 0.5, 2)).toEqual({ first: 1.4, second: 0.5 });
  });
  it("gives up the first objective for the second as the weight grows, and beats chance at both ends", () => {
    const requests = drawRequests({ requests: 60, candidates: 40, correlation: -0.5 }, createRandom(7));
    const sweep = [0, 0.25, 0.5, 0.75, 1].map((weight) => outcomeOfWeight(requests, weight, 5));
    sweep.slice(1).forEach((next, i) => {
      expect(next.first).toBeLessThanOrEqual(sweep[i]?.first ?? 0);
      expect(next.second).toBeGreaterThanOrEqual(sweep[i]?.second ?? 0);
    });
    const chance = outcomeAtRandom(requests, 5);
    expect(sweep[0]?.first).toBeGreaterThan(2 * chance.first);
    expect(sweep[0]?.second).toBeLessThan(chance.second);
  });
  it("has nothing to trade when the objectives agree", () => {
    const requests = drawRequests({ requests: 20, candidates: 30, correlation: 1 }, createRandom(7));
    expect(outcomeOfWeight(requests, 0, 5).second).toBeCloseTo(outcomeOfWeight(requests, 1, 5).second, 12);
  });
});

describe("conflicting gradients", () => {
  const [a, b] = [vectorAt(1, 0), vectorAt(2, 120)];
  it("measures the angle", () => {
    expect(cosineOf(a, b)).toBeCloseTo(-0.5, 12);
  });
  it("lets the larger gradient make the smaller task worse", () => {
    const step = jointGradient(a, b, false);
    expect(lossChange(a, step, 0.1)).toBeCloseTo(0, 12);
    expect(lossChange(b, step, 0.1)).toBeCloseTo(-0.3, 12);
    expect(lossChange(a, jointGradient(a, vectorAt(3, 120), false), 0.1)).toBeCloseTo(0.05, 12);
  });
  it("projects by hand: (1, 0) less its part along 120 degrees", () => {
    const projected = projectConflict(a, b);
    expect(projected.x).toBeCloseTo(0.75, 12);
    expect(projected.y).toBeCloseTo(Math.sqrt(3) / 4, 12);
    expect(projectConflict(a, vectorAt(2, 60))).toEqual(a);
  });
  it("never makes either of two tasks worse after projection, to first order", () => {
    const length = fc.double({ min: 0.1, max: 10, noNaN: true });
    fc.assert(
      fc.property(length, length, fc.double({ min: 0, max: 179, noNaN: true }), (one, other, degrees) => {
        const [g1, g2] = [vectorAt(one, 0), vectorAt(other, degrees)];
        const step = jointGradient(g1, g2, true);
        expect(lossChange(g1, step, 1)).toBeLessThanOrEqual(1e-9);
        expect(lossChange(g2, step, 1)).toBeLessThanOrEqual(1e-9);
      }),
    );
  });
});
