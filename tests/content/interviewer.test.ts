/**
 * The interviewers held against questions that they have not seen (content/cases/<slug>/labelled/questions.jsonl). That
 * each knows its own is held by content:check. Nobody tunes on the rows of `test`; the floors are what was reached.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { preparedCase } from "@/lib/content/prepared-case";
import { matchFact } from "@/lib/interview/interviewer/match-fact";

type Question = { question: string; fact: string | null; split: "tune" | "test" };
type Shares = { right: number; wronglyTold: number };

const CASES: [slug: string, floor: Record<Question["split"], Shares>][] = [
  [
    "video-recommendation",
    { tune: { right: 0.9, wronglyTold: 0.1 }, test: { right: 0.85, wronglyTold: 0.1 } },
  ],
  [
    "ad-click-prediction",
    { tune: { right: 0.9, wronglyTold: 0.15 }, test: { right: 0.85, wronglyTold: 0.1 } },
  ],
  ["search-ranking", { tune: { right: 0.9, wronglyTold: 0.3 }, test: { right: 0.75, wronglyTold: 0.15 } }],
];

describe.each(CASES)("labelled questions of %s", (slug, floor) => {
  const prepared = preparedCase(slug)?.interviewer;
  if (!prepared) throw new Error(`no case ${slug}`);
  const questions = readFileSync(`content/cases/${slug}/labelled/questions.jsonl`, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Question);
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
      const { right, wronglyTold } = floor[split];
      expect(asked.filter(({ fact, told }) => fact === told).length / asked.length).toBeGreaterThanOrEqual(
        right,
      );
      expect(aside.filter(({ told }) => told !== null).length / aside.length).toBeLessThanOrEqual(
        wronglyTold,
      );
    },
  );

  it("keep to what the case knows", () => {
    const known = new Set(prepared.script.facts.map(({ id }) => id));
    expect(questions.filter(({ fact }) => fact !== null && !known.has(fact))).toEqual([]);
  });
});
