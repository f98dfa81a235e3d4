/** The short answers the generic grader is fitted on: whole, split by question, and marked on the scale of their domain. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { shortAnswerSchema, shortMarkSchema } from "@/lib/content/schemas/labelled";

const FOLDER = "content/short-answers";
const RIGHT_OR_WRONG = ["school-science", "electricity"];

const linesOf = <T>(name: string, schema: z.ZodType<T>): T[] =>
  readFileSync(`${FOLDER}/${name}`, "utf8")
    .trim()
    .split("\n")
    .map((line) => schema.parse(JSON.parse(line)));

const answers = linesOf("answers.jsonl", shortAnswerSchema);
const questions = [...new Set(answers.map(({ question }) => question))].map((question) =>
  answers.filter((answer) => answer.question === question),
);

describe("the short answers", () => {
  it("are eight to a question, numbered in the order of the file, with one key and one split", () => {
    questions.forEach((group, n) => {
      const slug = group[0]?.id.slice(0, -2);
      expect(group.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((i) => `${slug}-${i}`));
      expect(new Set(group.map(({ references }) => references.join("\n"))).size, slug).toBe(1);
      expect(new Set(group.map(({ split }) => split)), slug).toEqual(
        new Set([n % 2 === 0 ? "tune" : "test"]),
      );
    });
  });

  it("do not repeat an id, or an answer to one question", () => {
    expect(new Set(answers.map(({ id }) => id)).size).toBe(answers.length);
    for (const group of questions) {
      expect(new Set(group.map(({ answer }) => answer.toLowerCase())).size).toBe(group.length);
    }
  });

  it.each(["marks-a.jsonl", "marks-b.jsonl"].filter((name) => existsSync(`${FOLDER}/${name}`)))(
    "have each one mark in %s, 0 or 1 where an answer is right or wrong",
    (name) => {
      const marks = linesOf(name, shortMarkSchema);
      expect(marks.map(({ id }) => id).sort()).toEqual(answers.map(({ id }) => id).sort());
      const markOf = new Map(marks.map(({ id, mark }) => [id, mark]));
      const halves = answers.filter(
        ({ id, domain }) => RIGHT_OR_WRONG.includes(domain) && !Number.isInteger(markOf.get(id)),
      );
      expect(halves).toEqual([]);
    },
  );
});
