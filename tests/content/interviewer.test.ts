/** The interviewers of all cases held against questions they have not seen, and against the rubric they refer to. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { listCases, loadCase, loadLexicon } from "@/lib/content/load";
import type { Condition } from "@/lib/content/schemas/interviewer";
import { matchFact } from "@/lib/interview/interviewer/match-fact";
import { prepareInterviewer } from "@/lib/interview/interviewer/prepare";

type Question = { question: string; fact: string | null; split: "tune" | "test" };
const questions = readFileSync("content/cases/video-recommendation/labelled-questions.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Question);

describe("labelled questions", () => {
  const prepared = prepareInterviewer(loadCase("video-recommendation").interviewer, loadLexicon());
  const answered = questions.map((row) => ({
    ...row,
    told: matchFact(prepared, row.question).fact?.id ?? null,
  }));

  it.each(["tune", "test"] as const)(
    "%s: the right fact for a paraphrase, none for anything else",
    (split) => {
      const rows = answered.filter((row) => row.split === split);
      const asked = rows.filter(({ fact }) => fact !== null);
      const aside = rows.filter(({ fact }) => fact === null);
      expect(asked.filter(({ fact, told }) => fact === told).length / asked.length).toBeGreaterThanOrEqual(
        0.85,
      );
      expect(aside.filter(({ told }) => told !== null).length / aside.length).toBeLessThanOrEqual(
        split === "test" ? 0.1 : 0.15,
      );
    },
  );

  it("keep to what the case knows", () => {
    const known = new Set(prepared.script.facts.map(({ id }) => id));
    expect(questions.filter(({ fact }) => fact !== null && !known.has(fact))).toEqual([]);
  });
});

describe.each(listCases())("$slug", ({ interviewer, rubric }) => {
  const prepared = prepareInterviewer(interviewer, loadLexicon());

  it("knows its own questions", () => {
    for (const { id, question, askedAs } of interviewer.facts) {
      for (const text of [question, ...askedAs]) expect(matchFact(prepared, text).fact?.id, text).toBe(id);
    }
  });

  it("refers only to points and facts that exist", () => {
    const points = new Set(rubric.points.map(({ id }) => id));
    const facts = new Set(interviewer.facts.map(({ id }) => id));
    const missing = (condition: Condition): string[] => {
      if ("all" in condition) return condition.all.flatMap(missing);
      if ("any" in condition) return condition.any.flatMap(missing);
      if ("not" in condition) return missing(condition.not);
      if ("pointBelow" in condition) return points.has(condition.pointBelow) ? [] : [condition.pointBelow];
      if ("pointAtLeast" in condition)
        return points.has(condition.pointAtLeast) ? [] : [condition.pointAtLeast];
      if ("factNotAsked" in condition)
        return facts.has(condition.factNotAsked) ? [] : [condition.factNotAsked];
      return [];
    };
    const all = [...interviewer.triggers, ...interviewer.twists].flatMap(({ when }) => missing(when));
    expect([
      ...all,
      ...interviewer.triggers.flatMap(({ probes }) => probes).filter((id) => !points.has(id)),
    ]).toEqual([]);
  });
});
