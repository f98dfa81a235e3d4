/** Whatever a class lays over a case, a whole case comes out. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadCase } from "@/lib/content/load";
import { factSchema, interviewerSchema } from "@/lib/content/schemas/interviewer";
import { rubricSchema } from "@/lib/content/schemas/rubric";
import { STAGES } from "@/lib/framework/stages";
import type { ClassContent, ClassFactContent, ClassPointContent } from "./schema";
import { classContentSchema } from "./schema";
import { withClassContent } from "./with-class-content";

const CASE = loadCase("video-recommendation");
const pointIds = CASE.rubric.points.map(({ id }) => id);
const factIds = CASE.interviewer.facts.map(({ id }) => id);

const words = (least: number, most: number) =>
  fc
    .string({ minLength: least, maxLength: most, unit: "grapheme-ascii" })
    .map((text) => `w${text.slice(2)}w`);
const wording = {
  text: words(20, 300),
  why: words(20, 500),
  followUp: words(15, 300),
  weight: fc.integer({ min: 1, max: 3 }),
  exemplars: fc.array(words(25, 500), { minLength: 2, maxLength: 5 }),
  misconceptions: fc.array(fc.record({ text: words(20, 400), feedback: words(20, 600) }), { maxLength: 4 }),
};
const point: fc.Arbitrary<ClassPointContent> = fc.oneof(
  fc.record({
    kind: fc.constant("added" as const),
    stage: fc.constantFrom(...STAGES),
    level: fc.constantFrom("mid" as const, "senior" as const, "staff" as const),
    chapter: fc.constant("/framework/data#a-heading"),
    ...wording,
  }),
  fc.record(
    { kind: fc.constant("changed" as const), isCounted: fc.boolean(), ...wording },
    { requiredKeys: ["kind", "isCounted"] },
  ),
);
const fact: fc.Arbitrary<ClassFactContent> = fc.oneof(
  fc.record({
    kind: fc.constant("added" as const),
    topic: fc.constantFrom("goal" as const, "scale" as const),
    phrasings: fc.array(words(8, 200), { minLength: 3, maxLength: 12 }),
    answer: words(20, 500),
    ifNeverAsked: words(10, 300),
  }),
  fc.record({
    kind: fc.constant("changed" as const),
    isKnown: fc.boolean(),
    answer: words(20, 500),
    alsoAskedAs: fc.array(words(8, 200), { maxLength: 3 }),
  }),
);
const ids = (own: readonly string[]) =>
  fc.oneof(fc.constantFrom(...own), fc.constantFrom("class-a1", "class-b2", "gone-by-now"));
const content: fc.Arbitrary<ClassContent> = fc.record({
  points: fc.array(fc.record({ id: ids(pointIds), content: point }), { maxLength: 40 }),
  facts: fc.array(fc.record({ id: ids(factIds), content: fact }), { maxLength: 30 }),
});
const scriptSchema = interviewerSchema.extend({ facts: factSchema.array().min(1) });
const isUnique = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id)).size === list.length;
const midStages = (points: typeof CASE.rubric.points) =>
  new Set(points.filter(({ level }) => level === "mid").map(({ stage }) => stage));

describe("a case as a class has it", () => {
  test("is a valid case, whatever the class changes", () => {
    fc.assert(
      fc.property(content, (overlay) => {
        const made = withClassContent(CASE, classContentSchema.parse(overlay));
        rubricSchema.parse(made.rubric);
        scriptSchema.parse(made.interviewer);
        expect(isUnique(made.rubric.points) && isUnique(made.interviewer.facts)).toBe(true);
        // No stage loses all that every level is expected to say.
        const stages = midStages(made.rubric.points);
        expect([...midStages(CASE.rubric.points)].every((stage) => stages.has(stage))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test("asks nobody about what does not count, even when the class counts as little as it can", () => {
    const points = pointIds.map((id) => ({ id, content: { kind: "changed", isCounted: false } as const }));
    const facts = factIds.slice(1).map((id) => {
      const content: ClassFactContent = { kind: "changed", isKnown: false, alsoAskedAs: [] };
      return { id, content };
    });
    const made = withClassContent(CASE, { points, facts });
    scriptSchema.parse(made.interviewer);
    const left = new Set(made.rubric.points.map(({ id }) => id));
    expect([...left].length).toBeLessThan(pointIds.length);
    expect(made.interviewer.triggers.flatMap(({ probes }) => probes).every((id) => left.has(id))).toBe(true);
    expect(made.interviewer.facts.map(({ id }) => id)).toEqual([factIds[0]]);
  });

  test("is the case itself where the class changes nothing", () => {
    expect(withClassContent(CASE, { points: [], facts: [] })).toBe(CASE);
  });
});
