import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ABLATIONS } from "@/lib/pipeline/knobs";
import { DEFAULT_LAB_STATE, formatLabState, type LabState, parseLabState } from "./lab-state";

const count = fc.integer({ min: 0, max: 1000 });
const weight = fc.integer({ min: -100, max: 100 }).map((tenths) => tenths / 10);
const labState: fc.Arbitrary<LabState> = fc.record({
  seed: fc.nat(99_999),
  model: fc.constantFrom("shipped" as const, "own" as const),
  training: fc.record({
    seed: fc.nat(999),
    twoTowerEpochs: fc.integer({ min: 1, max: 50 }),
    rankerEpochs: fc.integer({ min: 1, max: 20 }),
  }),
  audience: fc.oneof(
    fc.constant(null),
    fc.record({ kind: fc.constant("user" as const), userId: fc.nat(19_999) }),
    fc.record({
      kind: fc.constant("history" as const),
      history: fc.array(fc.nat(49_999), { maxLength: 200 }),
    }),
  ),
  knobs: fc.record({
    slateSize: fc.integer({ min: 1, max: 50 }),
    candidates: fc.record({ "two-tower": count, "item-to-item": count, popularity: count, fresh: count }),
    headWeights: fc.record({ click: weight, watch: weight, like: weight, hide: weight }),
    rankLimit: fc.integer({ min: 10, max: 500 }),
    diversifier: fc.constantFrom("mmr" as const, "dpp" as const, "none" as const),
    mmrLambda: fc.integer({ min: 0, max: 20 }).map((steps) => steps / 20),
    creatorCap: fc.integer({ min: 1, max: 50 }),
    freshQuota: fc.integer({ min: 0, max: 10 }),
    freshDays: fc.integer({ min: 1, max: 60 }).map((halves) => halves / 2),
    ablate: fc.subarray([...ABLATIONS]),
  }),
});

describe("lab state in the URL", () => {
  it("comes back as it was written", () => {
    fc.assert(
      fc.property(labState, (state) => {
        expect(parseLabState(new URLSearchParams(formatLabState(state)))).toEqual(state);
      }),
    );
  });

  it("never throws, whatever the address says", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom("seed", "user", "watched", "lambda", "off", "fresh", "model"),
            fc.string(),
          ),
        ),
        (pairs) => {
          const state = parseLabState(new URLSearchParams(pairs));
          expect(state.knobs.mmrLambda).toBeLessThanOrEqual(1);
          expect(Number.isFinite(state.seed)).toBe(true);
        },
      ),
    );
  });

  it("writes nothing for the defaults, and loses only the parameter that is wrong", () => {
    expect(formatLabState(DEFAULT_LAB_STATE)).toBe("");
    const state = parseLabState(new URLSearchParams("lambda=7&creator-cap=1&two-tower=NaN"));
    expect(state.knobs.creatorCap).toBe(1);
    expect(state.knobs.mmrLambda).toBe(DEFAULT_LAB_STATE.knobs.mmrLambda);
    expect(state.knobs.candidates["two-tower"]).toBe(300);
  });
});
