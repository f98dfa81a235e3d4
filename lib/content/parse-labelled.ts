/**
 * JSON below content/: labelled answers with the marks of every pass there is (pass a is owed, pass b joins when its file
 * does), and the grader's card that is made of them. Each function reports all errors of what it reads.
 */
import type { z } from "zod";
import type { ContentError, Parsed } from "@/lib/content/errors";
import type { ContentFiles } from "@/lib/content/parse";
import {
  type LabelledAnswer,
  type LabelledSentence,
  labelledAnswerSchema,
  labelledSentenceSchema,
  marksSchema,
  type ShortAnswer,
  type Split,
  shortAnswerSchema,
  shortMarkSchema,
  splitOf,
} from "@/lib/content/schemas/labelled";
import { type GraderCard, graderCardSchema } from "@/lib/grading/report-card/schema";

/** Path of the stored card below content/. */
export const GRADER_CARD_FILE = "grader-card.json";

/** Point id -> mark, as one marker gave it. */
export type PointMarks = Readonly<Record<string, number>>;
/** `passes` are the marks of the independent passes, a before b. */
export type MarkedAnswer = LabelledAnswer & { split: Split; passes: readonly PointMarks[] };
export type MarkedShortAnswer = ShortAnswer & { passes: readonly number[] };

const PASSES = ["marks-a.jsonl", "marks-b.jsonl"] as const;

/** One JSON object a line; blank lines are left out. */
export function parseJsonLines<T>(files: ContentFiles, file: string, schema: z.ZodType<T>): Parsed<T[]> {
  const text = files.get(file);
  if (text === undefined)
    return { value: null, errors: [{ file, line: 1, field: "file", message: "This file is missing." }] };
  const errors: ContentError[] = [];
  const value = text.split("\n").flatMap((row, index): T[] => {
    if (row.trim() === "") return [];
    const { found, field, message } = parseLine(row, schema);
    if (found !== null) return [found];
    errors.push({ file, line: index + 1, field, message });
    return [];
  });
  return { value, errors };
}

/** The stored card of the grader: JSON of one object. */
export function parseGraderCard(files: ContentFiles): Parsed<GraderCard> {
  const file = GRADER_CARD_FILE;
  const text = files.get(file);
  const { found, field, message } = parseLine(text ?? "", graderCardSchema);
  return { value: found, errors: found ? [] : [{ file, line: 1, field, message }] };
}

function parseLine<T>(
  row: string,
  schema: z.ZodType<T>,
): { found: T | null; field: string; message: string } {
  let value: unknown;
  try {
    value = JSON.parse(row);
  } catch {
    return { found: null, field: "line", message: "This is not valid JSON; put one object on each line." };
  }
  const { success, data, error } = schema.safeParse(value);
  if (success) return { found: data, field: "", message: "" };
  const issue = error.issues[0];
  return {
    found: null,
    field: issue?.path.join(".") || "line",
    message: issue?.message ?? "Not as expected.",
  };
}

type Pass<Mark> = { file: string; byId: ReadonlyMap<string, Mark> };

/** Joins answers with their marks; an answer that a pass has not marked is an error of that pass. */
function joinPasses<Answer extends { id: string }, Mark>(
  answers: readonly Answer[],
  passes: readonly Pass<Mark>[],
): Parsed<(Answer & { passes: Mark[] })[]> {
  const errors: ContentError[] = [];
  const value = answers.map((answer) => ({
    ...answer,
    passes: passes.flatMap(({ file, byId }) => {
      const mark = byId.get(answer.id);
      if (mark !== undefined) return [mark];
      errors.push({ file, line: 1, field: answer.id, message: "This answer has no marks here." });
      return [];
    }),
  }));
  return { value, errors };
}

/** The answers of `folder` joined with its one or two passes of marking. */
function parseMarked<Answer extends { id: string }, Row extends { id: string }, Mark>(
  files: ContentFiles,
  folder: string,
  answerSchema: z.ZodType<Answer>,
  rowSchema: z.ZodType<Row>,
  markOf: (row: Row) => Mark,
): Parsed<(Answer & { passes: Mark[] })[]> {
  const answers = parseJsonLines(files, `${folder}/answers.jsonl`, answerSchema);
  const rows = PASSES.map((name) => `${folder}/${name}`)
    .filter((file, index) => index === 0 || files.has(file))
    .map((file) => ({ file, ...parseJsonLines(files, file, rowSchema) }));
  const passes = rows.map(({ file, value }) => ({
    file,
    byId: new Map((value ?? []).map((row) => [row.id, markOf(row)])),
  }));
  const joined = joinPasses(answers.value ?? [], passes);
  return {
    value: joined.value,
    errors: [...answers.errors, ...rows.flatMap((row) => row.errors), ...joined.errors],
  };
}

/** The labelled answers of one case, in their order. */
export function parseLabelledAnswers(files: ContentFiles, slug: string): Parsed<MarkedAnswer[]> {
  const folder = `cases/${slug}/labelled`;
  const parsed = parseMarked(files, folder, labelledAnswerSchema, marksSchema, ({ marks }) => marks);
  return {
    value: parsed.value?.map((answer) => ({ ...answer, split: splitOf(answer.id) })) ?? null,
    errors: parsed.errors,
  };
}

/** The labelled sentences of one case; a case need not have any. */
export function parseLabelledSentences(files: ContentFiles, slug: string): Parsed<LabelledSentence[]> {
  const file = `cases/${slug}/labelled/sentences.jsonl`;
  return files.has(file) ? parseJsonLines(files, file, labelledSentenceSchema) : { value: [], errors: [] };
}

/** The short answers, in their order. */
export const parseShortAnswers = (files: ContentFiles): Parsed<MarkedShortAnswer[]> =>
  parseMarked(files, "short-answers", shortAnswerSchema, shortMarkSchema, ({ mark }) => mark);
