/** The labelled answers of each case: whole, of every quality, marked at every point, and about facts that exist (decision 30). */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { listCases } from "@/lib/content/load";

const QUALITIES =
  "staff senior mid weak paraphrase wrong bullets terse rambling keywords echo negated off-topic injection".split(
    " ",
  );
const answerSchema = z.strictObject({
  id: z.string().regex(/^answer-\d{3}$/),
  stage: z.string(),
  quality: z.enum(QUALITIES),
  text: z.string().trim().min(1),
});
const marksSchema = z.strictObject({
  id: z.string(),
  marks: z.record(z.string(), z.literal([0, 0.5, 1])),
});
const questionSchema = z.strictObject({
  question: z.string().min(1),
  fact: z.string().nullable(),
  split: z.enum(["tune", "test"]),
});

const linesOf = <T>(path: string, schema: z.ZodType<T>): T[] =>
  readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => schema.parse(JSON.parse(line)));

describe.each(listCases().map((found) => [found.slug, found] as const))("%s", (slug, found) => {
  const folder = `content/cases/${slug}/labelled`;
  const answers = linesOf(`${folder}/answers.jsonl`, answerSchema);

  it("has at least 60 answers, numbered without a gap, none of them twice", () => {
    expect(answers.length).toBeGreaterThanOrEqual(60);
    expect(answers.map(({ id }) => id)).toEqual(
      answers.map((_, n) => `answer-${String(n + 1).padStart(3, "0")}`),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(answers.length);
  });

  it("has every quality, and for each stage answers of both splits", () => {
    expect([...new Set(answers.map(({ quality }) => quality))].sort()).toEqual([...QUALITIES].sort());
    const stages = [...new Set(found.rubric.points.map(({ stage }) => stage)), "whole"];
    const splitOf = (id: string) => (Number(id.slice(-1)) % 2 === 0 ? "test" : "tune");
    expect([...new Set(answers.map(({ id, stage }) => `${stage} ${splitOf(id)}`))].sort()).toEqual(
      stages.flatMap((stage) => [`${stage} test`, `${stage} tune`]).sort(),
    );
  });

  it.each(["marks-a.jsonl", "marks-b.jsonl"].filter((name) => existsSync(`${folder}/${name}`)))(
    "has one mark in %s for every point of every answer",
    (name) => {
      const marked = linesOf(`${folder}/${name}`, marksSchema);
      const owed = answers.map(({ id, stage }) => ({
        id,
        points: found.rubric.points
          .filter((point) => stage === "whole" || point.stage === stage)
          .map((point) => point.id)
          .sort(),
      }));
      const given = marked.map(({ id, marks }) => ({ id, points: Object.keys(marks).sort() }));
      expect(given.sort((a, b) => a.id.localeCompare(b.id))).toEqual(owed);
    },
  );

  it.runIf(existsSync(`${folder}/questions.jsonl`))("asks for facts that exist, each question once", () => {
    const questions = linesOf(`${folder}/questions.jsonl`, questionSchema);
    const facts = new Set(found.interviewer.facts.map(({ id }) => id));
    expect(questions.filter(({ fact }) => fact !== null && !facts.has(fact))).toEqual([]);
    expect(new Set(questions.map(({ question }) => question.toLowerCase())).size).toBe(questions.length);
  });
});
