/** Each rule against its own examples; and what holds for all of them, whatever is written. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadLexicon } from "@/lib/content/load";
import { TOPICS, type Topic } from "@/lib/content/schemas/interviewer";
import { STAGES } from "@/lib/framework/stages";
import { applyBoardChanges, EMPTY_BOARD } from "@/lib/interview/board";
import { outlineChanges, parseOutline } from "@/lib/interview/board-outline";
import type { DesignSources, ToldFact } from "../sources";
import { ALL_RULES } from "./all-rules";
import { findContradictions, prepareRules } from "./find-contradictions";
import type { Example, Rule } from "./rule";

const prepared = prepareRules(loadLexicon());

function factOf(line: string, index: number): ToldFact {
  const [topic = "", ...rest] = line.split(": ");
  const text = rest.join(": ");
  return { id: `fact-${index}`, topic: TOPICS.find((known) => known === topic) ?? ("goal" as Topic), text };
}

function boardOf(outline: string) {
  let count = 0;
  return applyBoardChanges(
    EMPTY_BOARD,
    outlineChanges(EMPTY_BOARD, parseOutline(outline), () => `n${count++}`),
  );
}

function sourcesOf(example: Example, rule: Rule): DesignSources {
  const given = typeof example === "string" ? { answer: example } : example;
  const { twist, estimates = {}, facts = [] } = given;
  return {
    world: given.world ?? rule.worlds?.[0] ?? "video",
    answers: { ...given.answers, ...(given.answer !== undefined && { whole: given.answer }) },
    decisions: given.decisions ?? {},
    estimates: Object.entries(estimates).map(([name, expression], i) => ({
      id: `row-${i}`,
      name,
      expression,
    })),
    board: boardOf(given.board ?? ""),
    facts: facts.map(factOf),
    twists: twist ? [{ id: "twist", ...twist }] : [],
  };
}

const cases = (which: "contradict" | "agree") =>
  ALL_RULES.flatMap((rule) => rule.examples[which].map((example, i) => ({ id: rule.id, i, rule, example })));

describe("each rule", () => {
  it("has a name of its own, and examples of both kinds", () => {
    expect(new Set(ALL_RULES.map(({ id }) => id)).size).toBe(ALL_RULES.length);
    expect(ALL_RULES.filter(({ examples: e }) => e.contradict.length === 0 || e.agree.length === 0)).toEqual(
      [],
    );
    expect(ALL_RULES.length).toBeGreaterThanOrEqual(32);
  });

  it.each(cases("contradict"))("$id finds its example $i and names two places", ({ id, rule, example }) => {
    const sources = sourcesOf(example, rule);
    const finding = findContradictions(prepared, sources).find((found) => found.id === id);
    expect(finding?.places).toHaveLength(2);
    expect(finding?.places[0]).not.toEqual(finding?.places[1]);
    expect(`${finding?.statement} ${finding?.question}`).not.toMatch(/[{}]|NaN|undefined/);
    expect(finding?.question).toMatch(/\?$/);
  });

  it.each(cases("agree"))("$id is silent on $i", ({ id, rule, example }) => {
    const found = findContradictions(prepared, sourcesOf(example, rule));
    expect(found.filter((finding) => finding.id === id)).toEqual([]);
  });
});

describe("whatever is written", () => {
  const fragments = ALL_RULES.flatMap(({ examples }) => [...examples.contradict, ...examples.agree]).flatMap(
    (example) => (typeof example === "string" ? [example] : example.answer ? [example.answer] : []),
  );
  const text = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 200 }),
    fc
      .array(fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: "binary", maxLength: 12 })), {
        maxLength: 6,
      })
      .map((pieces) => pieces.join(" ")),
  );
  const answers = fc.dictionary(fc.constantFrom(...STAGES, "whole" as const), text);

  it("never throws, and each quote is the text at its place", () => {
    fc.assert(
      fc.property(
        answers,
        fc.constantFrom("video" as const, "ads" as const, "search" as const),
        (given, world) => {
          const sources: DesignSources = {
            world,
            answers: given,
            decisions: { split: "random", candidates: 200, "latency-budget": 100 },
            estimates: [{ id: "a", name: "load", expression: given.serve ?? "1 requests/s" }],
            board: EMPTY_BOARD,
            facts: [{ id: "f", topic: "latency", text: given.clarify ?? "200 ms" }],
            twists: [],
          };
          const findings = findContradictions(prepared, sources);
          for (const place of findings.flatMap(({ places }) => places)) {
            if (place.place !== "text") continue;
            expect(place.start).toBeLessThan(place.end);
            expect(sources.answers[place.part]?.slice(place.start, place.end)).toBe(place.quote);
          }
          expect(findContradictions(prepared, sources)).toEqual(findings);
        },
      ),
      { numRuns: 150 },
    );
  });
});
