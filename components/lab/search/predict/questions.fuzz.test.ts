import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judge } from "@/components/lab/core/predict/question";
import {
  DEFAULT_SEARCH_KNOBS,
  type SearchKnobs,
  searchKnobsSchema,
} from "@/lib/pipeline/product-search/knobs";
import { SEARCH_ABLATIONS } from "@/lib/pipeline/product-search/names";
import { precomputedSearch } from "@/lib/pipeline/product-search/precomputed";
import type { SearchEffect, SearchTrace } from "@/lib/pipeline/product-search/trace";
import { searchEffect } from "@/tests/support/search-run";
import type { SearchSituation } from "./outcome";
import { SEARCH_QUESTIONS } from "./questions";

const stored = precomputedSearch.runs[0] as SearchTrace;
const synonym = { term: "cup", weight: 1, documents: 9 };
/** A query of which everything can be asked: misspelt and widened. */
const trace: SearchTrace = {
  ...stored,
  understanding: {
    ...stored.understanding,
    correctedText: "red mug",
    tokens: stored.understanding.tokens.map((token) => ({ ...token, synonyms: [synonym] })),
  },
};
const situation = (part: Partial<SearchSituation> = {}): SearchSituation => ({
  trace,
  knobs: DEFAULT_SEARCH_KNOBS,
  hasOwnModels: false,
  ...part,
});
const asked = (now: SearchSituation) =>
  SEARCH_QUESTIONS.filter((question) => question.isFor(now)).map(({ id }) => id);

/** Knobs under which each question can be asked. */
const WEIGHTED: SearchKnobs = { ...DEFAULT_SEARCH_KNOBS, labels: "clicks-ips" };
const SETTINGS: readonly SearchSituation[] = [
  situation({ knobs: { ...DEFAULT_SEARCH_KNOBS, labels: "grades" } }),
  situation({ knobs: WEIGHTED }),
  situation({ knobs: { ...DEFAULT_SEARCH_KNOBS, ablate: ["ranker"] } }),
];

const upToTen = fc.integer({ min: 0, max: 10 });
const effectOf = (id: string, isJudged: boolean): fc.Arbitrary<SearchEffect> =>
  fc
    .record({
      kept: upToTen,
      ndcg10: isJudged ? fc.double({ min: 0, max: 1, noNaN: true }) : fc.constant(null),
      diversity: fc.double({ min: 0, max: 1, noNaN: true }),
      sellers: upToTen,
      duplicates: upToTen,
    })
    .map((part) => searchEffect({ id, ...part }));

describe("questions about a search", () => {
  it("are each asked under some knobs, and few where everything is off", () => {
    const all = new Set(SETTINGS.flatMap(asked));
    expect([...all].sort()).toEqual(SEARCH_QUESTIONS.map(({ id }) => id).sort());
    const off = situation({ knobs: { ...DEFAULT_SEARCH_KNOBS, ablate: [...SEARCH_ABLATIONS] } });
    expect(asked(off)).toEqual(["spelling-off", "synonyms-off"]);
  });

  it("ask nothing about grades of a text that has none, nor for a ranker that is not there", () => {
    const own = situation({ trace: { ...trace, query: null }, hasOwnModels: true, knobs: WEIGHTED });
    for (const id of ["bm25-ranks", "by-grades", "by-clicks", "popular-boost", "more-variety"])
      expect(asked(own)).not.toContain(id);
  });

  it.each(SEARCH_QUESTIONS.map((question) => [question.id, question] as const))(
    "%s runs knobs that differ from the present ones, and its truth can be answered",
    (_, question) => {
      const now = SETTINGS.find((one) => question.isFor(one));
      if (!now) throw new Error("This question is never asked.");
      const trial = question.trial(now);
      for (const { knobs } of trial) {
        expect(searchKnobsSchema.parse(knobs)).toEqual(knobs);
        expect(knobs).not.toEqual(now.knobs);
      }
      const form = question.form(now);
      const effects = fc
        .boolean()
        .chain((isJudged) => fc.tuple(effectOf("base", isJudged), effectOf(trial[0]?.id ?? "", isJudged)));
      fc.assert(
        fc.property(effects, ([base, effect]) => {
          const outcome = question.reveal(now, { base, effects: [effect] });
          for (const sentence of [outcome.said, ...outcome.why, question.ask(now)])
            expect(sentence).not.toMatch(/NaN|undefined|null|Infinity/);
          expect(outcome.why.every((sentence) => sentence.length > 20)).toBe(true);
          const answers =
            form.kind === "choice"
              ? form.choices.map(({ value }) => value)
              : Array.from({ length: form.max + 1 }, (__, count) => count);
          expect(answers.map((answer) => judge(answer, outcome))).toContain("right");
        }),
        { numRuns: 40 },
      );
    },
  );
});
