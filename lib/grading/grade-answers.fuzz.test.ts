import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Rubric } from "@/lib/content/schemas/rubric";
import { STAGES } from "@/lib/framework/stages";
import { gradeAnswers } from "./grade-answers";
import { prepareRubric } from "./rubric/prepare-rubric";
import type { Answers, Part } from "./types";

const point = (id: string, stage: "data" | "serve", exemplars: string[]) => ({
  id,
  stage,
  level: "mid" as const,
  weight: 2,
  text: exemplars[0] ?? "",
  exemplars,
  aliases: [],
  mustMention: [],
  misconceptions: [
    {
      text: "We split the rows at random, so that both parts look alike.",
      feedback: "A random split leaks the future.",
    },
  ],
  followUps: ["How do you split the data?"],
  why: "It decides what the test means.",
  chapter: "/framework/data#split",
});
const rubric: Rubric = {
  version: 1,
  points: [
    point("data-split", "data", [
      "Split by time, because a random split leaks the future into training.",
      "Train until day D and test on the day after.",
    ]),
    point("serve-fallback", "serve", [
      "When the ranker times out we show a cached popular list.",
      "Each call has a timeout and a fallback.",
    ]),
  ],
};
const prepared = prepareRubric(
  rubric,
  { "time-split": ["split by time", "temporal split"] },
  { prompt: "Design a feed." },
);

/** Honest sentences, markup, controls and any code point, in any mix. */
const fragment = fc.oneof(
  fc.constantFrom(
    ...rubric.points.flatMap(({ exemplars }) => exemplars),
    "- ",
    "## ",
    "\n\n",
    "|",
    "...",
    "\u200B",
    "\uD83D",
    "`",
    "1) ",
    "e.g. ",
    "not ",
  ),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.string({ unit: "grapheme", maxLength: 30 }),
);
const text = fc.array(fragment, { maxLength: 25 }).map((parts) => parts.join(""));
const answers = fc.dictionary(fc.constantFrom<Part>(...STAGES, "whole"), text, {
  maxKeys: 4,
}) as fc.Arbitrary<Answers>;

describe("whatever is written", () => {
  it("is graded without an error, with credits in 0..1 and exact quotes", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const grade = gradeAnswers(prepared, given, { mode: "exam" });
        for (const { credit, receipt, misconception } of grade.points) {
          expect(credit).toBeGreaterThanOrEqual(0);
          expect(credit).toBeLessThanOrEqual(1);
          expect(receipt === null).toBe(credit === 0);
          for (const { part, start, end, quote } of [receipt, misconception?.receipt].filter(
            (found) => found != null,
          )) {
            expect(given[part]?.slice(start, end)).toBe(quote);
            expect(quote.trim()).not.toBe("");
          }
        }
        expect(grade.score.low).toBeLessThanOrEqual(grade.score.value);
        expect(grade.score.high).toBeGreaterThanOrEqual(grade.score.value);
      }),
      { numRuns: 300 },
    );
  });

  it("is graded the same twice", () => {
    fc.assert(
      fc.property(answers, (given) => {
        expect(gradeAnswers(prepared, given)).toEqual(gradeAnswers(prepared, given));
      }),
      { numRuns: 50 },
    );
  });
});
