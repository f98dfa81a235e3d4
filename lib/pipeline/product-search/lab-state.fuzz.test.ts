import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SEARCH_PANELS, type SearchLabState, searchLabCodec } from "./lab-state";
import { LEARNT_RANKERS, SEARCH_ABLATIONS, SEARCH_LABELS, SEARCH_RANKERS, SEARCH_STEPS } from "./names";
import { CLICK_MODELS } from "./trace";

const { defaults, parseLabState, formatLabState } = searchLabCodec;
const tenths = (low: number, high: number) =>
  fc.integer({ min: low * 10, max: high * 10 }).map((n) => n / 10);
const ranker = fc.constantFrom(...SEARCH_RANKERS);
const labels = fc.constantFrom(...SEARCH_LABELS);
const count = fc.integer({ min: 0, max: 1_000 });

const labState: fc.Arbitrary<SearchLabState> = fc.record({
  seed: fc.nat(99_999),
  products: fc.integer({ min: 1_000, max: 200_000 }),
  clickModel: fc.constantFrom(...CLICK_MODELS),
  model: fc.constantFrom("shipped" as const, "own" as const),
  training: fc.record({ seed: fc.nat(999), epochs: fc.integer({ min: 1, max: 30 }) }),
  text: fc.option(fc.string({ maxLength: 120 }).filter((text) => text.trim() === text && text !== "")),
  knobs: fc.record({
    slateSize: fc.integer({ min: 1, max: 50 }),
    synonyms: fc.boolean(),
    spelling: fc.boolean(),
    candidates: fc.record({ bm25: count, "two-tower": count }),
    fusionConstant: fc.integer({ min: 1, max: 1_000 }),
    fusionWeights: fc.record({ bm25: tenths(0, 5), "two-tower": tenths(0, 5) }),
    ranker,
    labels,
    rankLimit: fc.integer({ min: 10, max: 500 }),
    boosts: fc.record({ newness: tenths(-2, 2), popularity: tenths(-2, 2), rating: tenths(-2, 2) }),
    sellerCap: fc.integer({ min: 1, max: 10 }),
    diversifier: fc.constantFrom("mmr" as const, "none" as const),
    mmrLambda: fc.integer({ min: 0, max: 20 }).map((steps) => steps / 20),
    ablate: fc.subarray([...SEARCH_ABLATIONS]),
  }),
  study: fc.record({
    ranker: fc.constantFrom(...LEARNT_RANKERS),
    seeds: fc.integer({ min: 2, max: 10 }),
    queries: fc.integer({ min: 10, max: 2_000 }),
    against: fc.record({ ranker, labels }),
    impressions: fc.integer({ min: 100, max: 50_000 }),
    seed: fc.nat(999),
  }),
  open: fc.record({
    step: fc.constantFrom(null, ...SEARCH_STEPS),
    panel: fc.constantFrom(null, ...SEARCH_PANELS),
    item: fc.option(fc.nat(199_999)),
  }),
});

describe("the state of the search lab in the URL", () => {
  it("comes back as it was written", () => {
    fc.assert(
      fc.property(labState, (state) => {
        expect(parseLabState(new URLSearchParams(formatLabState(state)))).toEqual(state);
      }),
    );
  });

  it("never throws, whatever the address says, and falls back field by field", () => {
    const names = ["q", "products", "ranker", "lambda", "off", "spelling", "boost", "open"];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...names), fc.string())), (entries) => {
        expect(() => parseLabState(new URLSearchParams(entries))).not.toThrow();
      }),
    );
    const state = parseLabState(
      new URLSearchParams("q=%20&ranker=psychic&lambda=7&spelling=off&off=two-tower"),
    );
    expect(state.text).toBeNull();
    expect(state.knobs).toEqual({ ...defaults.knobs, spelling: false, ablate: ["two-tower"] });
  });

  it("writes nothing for an untouched lab, and a query so that it can be read", () => {
    expect(formatLabState(defaults)).toBe("");
    expect(formatLabState({ ...defaults, text: "red mug" })).toBe("q=red+mug");
    expect(formatLabState(defaults, ["products"])).toBe("products=200000");
  });
});
