import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AD_ABLATIONS, DEFAULT_AD_KNOBS } from "./knobs";
import { AD_PANEL_NAMES, type AdLabState, adLabCodec } from "./lab-state";
import {
  AD_DEVICE_NAMES,
  AD_MODEL_NAMES,
  AD_SLOT_NAMES,
  AD_STEP_NAMES,
  CALIBRATION_NAMES,
  CORRECTION_NAMES,
  TRAINED_AD_MODEL_NAMES,
} from "./names";

const { defaults, formatLabState, parseLabState } = adLabCodec;
const through = (state: AdLabState) => parseLabState(new URLSearchParams(formatLabState(state)));

const whole = (min: number, max: number) => fc.integer({ min, max });
const tenths = (max: number) => whole(0, max * 10).map((value) => value / 10);
const stateArbitrary: fc.Arbitrary<AdLabState> = fc.record({
  seed: whole(0, 999_999),
  impressions: whole(5_000, 4_000_000),
  backend: fc.constantFrom("wasm", "webgl", "webgpu"),
  model: fc.constantFrom("shipped", "own"),
  training: fc.record({
    seed: whole(0, 999_999),
    models: fc.subarray([...TRAINED_AD_MODEL_NAMES], { minLength: 1 }),
    epochs: whole(1, 10),
    negativeRate: whole(1, 200).map((value) => value / 200),
    correction: fc.constantFrom(...CORRECTION_NAMES),
    calibration: fc.constantFrom(...CALIBRATION_NAMES),
    hashBits: whole(6, 18),
    embeddingSize: fc.constantFrom(4, 8, 16),
    learningRate: whole(1, 1000).map((value) => value / 10_000),
    twoTowerEpochs: whole(1, 20),
  }),
  request: fc.option(whole(0, 999_999)),
  edits: fc.record(
    {
      device: fc.constantFrom(...AD_DEVICE_NAMES),
      slot: fc.constantFrom(...AD_SLOT_NAMES),
      hour: whole(0, 23),
    },
    { requiredKeys: [] },
  ),
  knobs: fc.record({
    slateSize: whole(1, 4),
    candidates: fc.record({ targeting: whole(0, 2_000), "two-tower": whole(0, 2_000) }),
    lightRankLimit: whole(10, 1_000),
    ranker: fc.constantFrom(...AD_MODEL_NAMES),
    calibration: fc.constantFrom(...CALIBRATION_NAMES),
    negativeCorrection: fc.boolean(),
    pacing: fc.boolean(),
    frequencyCap: whole(1, 20),
    reserve: tenths(50),
    exploration: tenths(2),
    ablate: fc.subarray([...AD_ABLATIONS]),
  }),
  study: fc.record({
    model: fc.constantFrom(...TRAINED_AD_MODEL_NAMES),
    rows: whole(2_000, 1_000_000),
    label: fc.constantFrom("click" as const, "conversion" as const),
    auctions: whole(20, 3_000),
    worthRequests: whole(10, 2_000),
    pacingRequests: whole(200, 20_000),
  }),
  open: fc.record({
    step: fc.option(fc.constantFrom(...AD_STEP_NAMES)),
    panel: fc.option(fc.constantFrom(...AD_PANEL_NAMES)),
    item: fc.option(whole(0, 999_999)),
  }),
});

describe("the address of the ads lab", () => {
  it("brings every state back", () => {
    fc.assert(
      fc.property(stateArbitrary, (state) => {
        expect(through(state)).toEqual(state);
      }),
      { numRuns: 150 },
    );
  });

  it("is clean for the pipeline as shipped, and names only what differs", () => {
    expect(formatLabState(defaults)).toBe("");
    expect(defaults.knobs).toEqual(DEFAULT_AD_KNOBS);
    const changed = { ...defaults, edits: { hour: 20 }, knobs: { ...defaults.knobs, pacing: false } };
    expect(formatLabState(changed)).toBe("hour=20&pacing=off");
  });

  it("reads anything without failing, each wrong parameter as its default", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (params) => {
        expect(() => parseLabState(new URLSearchParams(params))).not.toThrow();
      }),
    );
    const wrong = parseLabState(
      new URLSearchParams("hour=24&vector=7&train-models=nothing&device=fridge&cap=4"),
    );
    expect(wrong).toEqual(defaults);
  });
});
