import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judge } from "@/components/lab/core/predict/question";
import { AD_ABLATIONS, adKnobsSchema, DEFAULT_AD_KNOBS } from "@/lib/pipeline/ads/knobs";
import { AD_MODEL_NAMES } from "@/lib/pipeline/ads/names";
import { type SampleBidder, sampleRun } from "@/tests/support/ad-run";
import type { AdSituation } from "./outcome";
import { AD_QUESTIONS } from "./questions";

const BIDDERS: SampleBidder[] = [
  { ad: 1, bid: 1, rate: 0.02, truth: 0.015 },
  { ad: 2, bid: 2, rate: 0.008 },
  { ad: 3, bid: 0.4, rate: 0.01 },
];
const situation = (part: Partial<AdSituation> = {}): AdSituation => ({
  run: sampleRun(BIDDERS),
  knobs: DEFAULT_AD_KNOBS,
  models: AD_MODEL_NAMES,
  negativeRate: 0.1,
  ...part,
});
const asked = (now: AdSituation) =>
  AD_QUESTIONS.filter((question) => question.isFor(now)).map(({ id }) => id);
function questionBy(id: string) {
  const found = AD_QUESTIONS.find((question) => question.id === id);
  if (!found) throw new Error(`There is no question ${id}.`);
  return found;
}

const bidder = (ad: number): fc.Arbitrary<SampleBidder> =>
  fc.record({
    ad: fc.constant(ad),
    bid: fc.double({ min: 0.01, max: 5, noNaN: true }),
    rate: fc.double({ min: 1e-4, max: 0.2, noNaN: true }),
    truth: fc.double({ min: 1e-4, max: 0.2, noNaN: true }),
    pacing: fc.double({ min: 0.1, max: 1, noNaN: true }),
  });

describe("questions about an ad request", () => {
  it("has all of them for the pipeline as shipped, and few where everything is off", () => {
    expect(asked(situation())).toHaveLength(AD_QUESTIONS.length);
    expect(AD_QUESTIONS.length).toBeGreaterThanOrEqual(12);
    const knobs = { ...DEFAULT_AD_KNOBS, ablate: [...AD_ABLATIONS] };
    for (const id of ["calibration-off", "light-limit", "no-two-tower", "cap-one", "pacing-off"])
      expect(asked(situation({ knobs }))).not.toContain(id);
  });

  it("asks nothing about a winner where there is none", () => {
    const empty = sampleRun(BIDDERS, { reserve: 50 });
    expect(asked(situation({ run: empty }))).toEqual([]);
  });

  it.each(AD_QUESTIONS.map((question) => [question.id, question] as const))(
    "%s runs knobs that differ from the present ones, and its truth can be answered",
    (_, question) => {
      const now = situation();
      const knobs = question.trial(now);
      expect(adKnobsSchema.parse(knobs)).toEqual(knobs);
      expect(knobs).not.toEqual(now.knobs);
      fc.assert(
        fc.property(fc.tuple(bidder(1), bidder(2), bidder(3)), (after) => {
          const form = question.form(now);
          const outcome = question.reveal(now, { base: now.run, run: sampleRun(after, knobs) });
          for (const sentence of [outcome.said, ...outcome.why, question.ask(now)])
            expect(sentence).not.toMatch(/NaN|undefined|null|Infinity/);
          expect(outcome.why.every((sentence) => sentence.length > 20)).toBe(true);
          const answers = form.kind === "choice" ? form.choices.map(({ value }) => value) : [];
          expect(answers.map((answer) => judge(answer, outcome))).toContain("right");
        }),
        { numRuns: 40 },
      );
    },
  );

  it("calls a price the same within two percent, and says what made it", () => {
    const question = questionBy("second-place");
    const now = situation();
    const outcome = question.reveal(now, { base: now.run, run: sampleRun(BIDDERS, { slateSize: 2 }) });
    expect(outcome.truth).toEqual({ kind: "choice", right: ["same"], near: [] });
    expect(outcome.said).toBe("It stays about the same: 0.80 before, 0.80 after");
  });

  it("raises the reserve between the first two, so that the winner pays it", () => {
    const question = questionBy("reserve-up");
    const now = situation();
    const knobs = question.trial(now);
    expect(knobs.reserve).toBe(18);
    const outcome = question.reveal(now, { base: now.run, run: sampleRun(BIDDERS, knobs) });
    expect(outcome.truth).toMatchObject({ right: ["up"] });
    expect(outcome.said).toBe("It goes up: 0.80 before, 0.90 after");
  });
});
