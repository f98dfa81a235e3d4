import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judge } from "@/components/lab/core/predict/question";
import { ABLATIONS, DEFAULT_KNOBS, knobsSchema } from "@/lib/pipeline/video/knobs";
import { precomputedVideoRun } from "@/lib/pipeline/video/precomputed";
import type { Recommendation, SlateEffect } from "@/lib/pipeline/video/trace";
import type { Situation } from "./question";
import { QUESTIONS } from "./questions";

const questionsFor = (now: Situation) => QUESTIONS.filter((question) => question.isFor(now));

const stored = precomputedVideoRun.runs[0]?.recommendation as Recommendation;
const SLATE = stored.slate.map(({ card }) => card.item);

const situation = (part: Partial<Situation> = {}): Situation => ({
  recommendation: { ...stored, catalogueSize: 1_000_000 },
  knobs: DEFAULT_KNOBS,
  audience: { kind: "user", userId: 3 },
  language: "English",
  watches: 60,
  loggedItems: 50_000,
  hasOwnModels: false,
  ...part,
});

const effect = (part: Partial<SlateEffect> & { id: string }): SlateEffect => ({
  slate: SLATE,
  titles: SLATE.map(String),
  kept: SLATE.length,
  expectedWatch: 4,
  diversity: 0.5,
  topics: 6,
  creators: 9,
  freshItems: 2,
  unloggedItems: 1,
  duplicates: 0,
  violations: 0,
  milliseconds: 12,
  ...part,
});

const upToTen = fc.integer({ min: 0, max: SLATE.length });
const effectOf = (id: string): fc.Arbitrary<SlateEffect> =>
  fc
    .record({
      kept: upToTen,
      expectedWatch: fc.double({ min: 0, max: 10, noNaN: true }),
      topics: upToTen,
      violations: upToTen,
      unloggedItems: upToTen,
      freshItems: upToTen,
      duplicates: upToTen,
      milliseconds: fc.double({ min: 0.1, max: 500, noNaN: true }),
    })
    .map((part) => effect({ id, ...part }));

function questionBy(id: string) {
  const found = QUESTIONS.find((question) => question.id === id);
  if (!found) throw new Error(`There is no question ${id}.`);
  return found;
}

/** Reveals question `id` for one variant that came out as `part`, against a base of 4 watches, 6 topics, all kept. */
function revealed(id: string, part: Partial<SlateEffect>) {
  const question = questionBy(id);
  const now = situation();
  const effects = question.trial(now).variants.map((variant) => effect({ id: variant.id, ...part }));
  return question.reveal(now, { base: effect({ id: "base" }), effects, request: stored });
}

describe("questions about a request", () => {
  it("has all of them for the pipeline as shipped, and none that a switched-off part makes void", () => {
    expect(questionsFor(situation())).toHaveLength(QUESTIONS.length);
    expect(QUESTIONS.length).toBeGreaterThanOrEqual(12);
    const bare = questionsFor(situation({ knobs: { ...DEFAULT_KNOBS, ablate: [...ABLATIONS] } }));
    expect(bare.map(({ id }) => id)).toEqual(["never-shown"]);
  });

  it("asks nothing of the simulator's truth about a visitor with a history of their own", () => {
    const asked = questionsFor(situation({ audience: { kind: "history", history: [1] } })).map(
      ({ id }) => id,
    );
    for (const id of ["clicks-only", "more-candidates", "half-fresh"]) expect(asked).not.toContain(id);
    expect(asked).toContain("ranker-off");
  });

  it.each(QUESTIONS.map((question) => [question.id, question] as const))(
    "%s runs knobs that differ from the present ones, and its truth can be answered",
    (_, question) => {
      const now = situation();
      const trial = question.trial(now);
      for (const { knobs } of trial.variants) {
        expect(knobsSchema.parse(knobs)).toEqual(knobs);
        expect(knobs).not.toEqual(now.knobs);
      }
      const results = fc.record({
        base: effectOf("base"),
        effects: fc.tuple(...trial.variants.map(({ id }) => effectOf(id))),
        request: fc.constant(trial.request ? stored : null),
      });
      fc.assert(
        fc.property(results, (result) => {
          const form = question.form(now);
          const outcome = question.reveal(now, result);
          expect(
            outcome.why.every((sentence) => sentence.length > 20 && !/NaN|undefined|null/.test(sentence)),
          ).toBe(true);
          const answers =
            form.kind === "count"
              ? Array.from({ length: form.max + 1 }, (_unused, count) => count)
              : form.choices.map(({ value }) => value);
          const verdicts = answers.map((answer) => judge(answer, outcome));
          expect(verdicts).toContain("right");
        }),
        { numRuns: 40 },
      );
    },
  );

  it("counts exactly, and lets one off be close", () => {
    const outcome = revealed("ranker-off", { kept: 3, expectedWatch: 3.1 });
    expect([2, 3, 4, 5].map((answer) => judge(answer, outcome))).toEqual([
      "close",
      "right",
      "close",
      "wrong",
    ]);
    expect(outcome.why[1]).toContain("falls to 3.10 a slate, from 4.00");
  });

  it("takes a change within two percent for none", () => {
    const direction = (expectedWatch: number) => revealed("clicks-only", { expectedWatch }).truth;
    expect(direction(4.07)).toMatchObject({ right: ["same"] });
    expect(direction(4.2)).toMatchObject({ right: ["up"] });
    expect(direction(3.8)).toMatchObject({ right: ["down"] });
  });

  it("names the cost of depth with its gain, and calls the next range close", () => {
    const outcome = revealed("more-candidates", { expectedWatch: 4.12, milliseconds: 21 });
    expect(outcome.truth).toEqual({ kind: "choice", right: ["little"], near: ["same", "much"] });
    expect(outcome.said).toBe("+3.0 %, for 21 ms instead of 12 ms");
  });

  it("accepts every source that is missed as much as the one missed most", () => {
    const now = situation();
    const question = questionBy("missed-source");
    const kept: Record<string, number> = { "two-tower": 4, "item-to-item": 4, subscriptions: 5 };
    const effects = question.trial(now).variants.map(({ id }) => effect({ id, kept: kept[id] ?? 9 }));
    const outcome = question.reveal(now, { base: effect({ id: "base" }), effects, request: null });
    expect(outcome.truth).toEqual({
      kind: "choice",
      right: ["two-tower", "item-to-item"],
      near: ["subscriptions"],
    });
  });
});
