/** The short answers the generic grader is fitted on: whole, split by question, and marked on the scale of their domain. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";

const FOLDER = "content/short-answers";
const KINDS =
  "correct paraphrase partial wrong contradictory irrelevant terse misspelled verbose dont-know".split(" ");
const RIGHT_OR_WRONG = ["school-science", "electricity"];

const answerSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+-[1-8]$/),
  domain: z.enum(["school-science", "data-structures", "statistics", "electricity", "machine-learning"]),
  question: z.string().min(1),
  references: z.array(z.string().min(1)).min(1),
  answer: z.string().trim().min(1),
  kind: z.enum(KINDS),
  split: z.enum(["tune", "test"]),
});
const markSchema = z.strictObject({ id: z.string(), mark: z.literal([0, 0.25, 0.5, 0.75, 1]) });

const linesOf = <T>(name: string, schema: z.ZodType<T>): T[] =>
  readFileSync(`${FOLDER}/${name}`, "utf8")
    .trim()
    .split("\n")
    .map((line) => schema.parse(JSON.parse(line)));

const answers = linesOf("answers.jsonl", answerSchema);
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
      const marks = linesOf(name, markSchema);
      expect(marks.map(({ id }) => id).sort()).toEqual(answers.map(({ id }) => id).sort());
      const markOf = new Map(marks.map(({ id, mark }) => [id, mark]));
      const halves = answers.filter(
        ({ id, domain }) => RIGHT_OR_WRONG.includes(domain) && !Number.isInteger(markOf.get(id)),
      );
      expect(halves).toEqual([]);
    },
  );
});
