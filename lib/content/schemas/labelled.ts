/**
 * The labelled answers of a case and the short answers, one JSON object a line: what was written and what each marker
 * gave it (decision 30 says who wrote and marked them, and what they can show).
 */
import * as z from "zod";
import { STAGES } from "@/lib/framework/stages";

/** How an answer was meant when it was written; never shown to a marker or to the grader. */
export const QUALITIES = [
  "staff",
  "senior",
  "mid",
  "paraphrase",
  "bullets",
  "terse",
  "rambling",
  "weak",
  "wrong",
  "negated",
  "keywords",
  "echo",
  "off-topic",
  "injection",
] as const;
export type Quality = (typeof QUALITIES)[number];

/** Nobody tunes on `test`. */
export type Split = "tune" | "test";
const splitSchema = z.enum(["tune", "test"]);

export const labelledAnswerSchema = z.strictObject({
  id: z.string().regex(/^answer-\d{3}$/, "use answer-001, answer-002, ..."),
  stage: z.enum([...STAGES, "whole"]),
  quality: z.enum(QUALITIES),
  text: z.string().trim().min(1),
});
export type LabelledAnswer = z.infer<typeof labelledAnswerSchema>;

/** Answers with an odd number are for tuning, those with an even number for testing. */
export const splitOf = (id: string): Split => (Number(id.slice(-1)) % 2 === 0 ? "test" : "tune");

/** A sentence written to earn, half earn or miss one point, from before the answers were marked as wholes (decision 25). */
export const labelledSentenceSchema = z.strictObject({
  id: z.string(),
  stage: z.enum(STAGES),
  point: z.string(),
  kind: z.string(),
  split: splitSchema,
  label: z.literal([0, 0.5, 1]),
  text: z.string().trim().min(1),
});
export type LabelledSentence = z.infer<typeof labelledSentenceSchema>;

/** 1: made with its what and its why or how; 0.5: half made; 0: missing, wrong, denied or only named. */
export const marksSchema = z.strictObject({
  id: z.string(),
  marks: z.record(z.string(), z.literal([0, 0.5, 1])),
});

export const labelledQuestionSchema = z.strictObject({
  question: z.string().min(1),
  fact: z.string().nullable(),
  split: splitSchema,
});

export const SHORT_DOMAINS = [
  "school-science",
  "electricity",
  "data-structures",
  "statistics",
  "machine-learning",
] as const;
const SHORT_KINDS = [
  "correct",
  "paraphrase",
  "partial",
  "wrong",
  "contradictory",
  "irrelevant",
  "terse",
  "misspelled",
  "verbose",
  "dont-know",
] as const;

export const shortAnswerSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+-[1-8]$/, "use <question-slug>-1 to -8"),
  domain: z.enum(SHORT_DOMAINS),
  question: z.string().min(1),
  references: z.array(z.string().min(1)).min(1),
  answer: z.string().trim().min(1),
  kind: z.enum(SHORT_KINDS),
  split: splitSchema,
});
export type ShortAnswer = z.infer<typeof shortAnswerSchema>;
export const shortMarkSchema = z.strictObject({ id: z.string(), mark: z.literal([0, 0.25, 0.5, 0.75, 1]) });
