/** The labelled answers of each case: whole, of every quality, marked at every point, and about facts that exist (decision 30). */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { listCases, loadLabelledAnswers } from "@/lib/content/load";
import {
  labelledAnswerSchema,
  labelledQuestionSchema,
  marksSchema,
  QUALITIES,
  splitOf,
} from "@/lib/content/schemas/labelled";

const linesOf = <T>(path: string, schema: z.ZodType<T>): T[] =>
  readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => schema.parse(JSON.parse(line)));

describe.each(listCases().map((found) => [found.slug, found] as const))("%s", (slug, found) => {
  const folder = `content/cases/${slug}/labelled`;
  const answers = linesOf(`${folder}/answers.jsonl`, labelledAnswerSchema);

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

  it("is read with the marks of every pass there is", () => {
    const passes = ["marks-a.jsonl", "marks-b.jsonl"].filter((name) => existsSync(`${folder}/${name}`));
    const read = loadLabelledAnswers(slug);
    expect(read.map(({ id }) => id)).toEqual(answers.map(({ id }) => id));
    expect(read.filter((answer) => answer.passes.length !== passes.length)).toEqual([]);
  });

  it.runIf(existsSync(`${folder}/questions.jsonl`))("asks for facts that exist, each question once", () => {
    const questions = linesOf(`${folder}/questions.jsonl`, labelledQuestionSchema);
    const facts = new Set(found.interviewer.facts.map(({ id }) => id));
    expect(questions.filter(({ fact }) => fact !== null && !facts.has(fact))).toEqual([]);
    expect(new Set(questions.map(({ question }) => question.toLowerCase())).size).toBe(questions.length);
  });
});
