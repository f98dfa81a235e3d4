import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ABLATIONS } from "@/lib/pipeline/video/knobs";
import { BACKENDS } from "../workers/protocol";
import { DEFAULT_LAB_STATE, formatLabState, type LabState, PANEL_NAMES, parseLabState } from "./lab-state";
import { RANKER_NAMES, type SourceName, STEP_NAMES } from "./names";

const count = fc.integer({ min: 0, max: 1000 });
const weight = fc.integer({ min: -100, max: 100 }).map((tenths) => tenths / 10);
const candidateCounts = {
  "two-tower": count,
  "item-to-item": count,
  subscriptions: count,
  fresh: count,
  popularity: count,
  exploration: count,
} satisfies Record<SourceName, typeof count>;
const labState: fc.Arbitrary<LabState> = fc.record({
  seed: fc.nat(99_999),
  items: fc.integer({ min: 1_000, max: 1_000_000 }),
  backend: fc.constantFrom(...BACKENDS),
  lists: fc.integer({ min: 0, max: 4_096 }),
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
    candidates: fc.record(candidateCounts),
    index: fc.constantFrom("exact" as const, "lists" as const),
    probes: fc.integer({ min: 1, max: 1_024 }),
    ranker: fc.constantFrom(...RANKER_NAMES),
    headWeights: fc.record({ click: weight, watch: weight, like: weight, hide: weight }),
    rankLimit: fc.integer({ min: 10, max: 500 }),
    diversifier: fc.constantFrom("mmr" as const, "dpp" as const, "none" as const),
    mmrLambda: fc.integer({ min: 0, max: 20 }).map((steps) => steps / 20),
    creatorCap: fc.integer({ min: 1, max: 50 }),
    freshQuota: fc.integer({ min: 0, max: 10 }),
    freshDays: fc.integer({ min: 1, max: 60 }).map((halves) => halves / 2),
    ablate: fc.subarray([...ABLATIONS]),
  }),
  open: fc.record({
    step: fc.constantFrom(null, ...STEP_NAMES),
    panel: fc.constantFrom(null, ...PANEL_NAMES),
    item: fc.option(fc.nat(999_999)),
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
            fc.constantFrom(
              "seed",
              "user",
              "watched",
              "lambda",
              "off",
              "fresh",
              "model",
              "items",
              "open",
              "ranker",
            ),
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
    expect(formatLabState(DEFAULT_LAB_STATE, ["items"])).toBe("items=1000000");
    const state = parseLabState(
      new URLSearchParams("lambda=7&creator-cap=1&two-tower=NaN&items=12&open=step-rank,attic,worth,item-7"),
    );
    expect(state.items).toBe(DEFAULT_LAB_STATE.items);
    expect(state.open).toEqual({ step: "rank", panel: "worth", item: 7 });
    expect(state.knobs.creatorCap).toBe(1);
    expect(state.knobs.mmrLambda).toBe(DEFAULT_LAB_STATE.knobs.mmrLambda);
    expect(state.knobs.candidates["two-tower"]).toBe(300);
  });
});
