/** An interviewer held against questions it has not seen. That each knows its own is held by content:check. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadCase, loadLexicon } from "@/lib/content/load";
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
