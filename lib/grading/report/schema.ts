/**
 * A report: everything that follows from a submitted interview, stored as it was on that day. It repeats the
 * wording of the points that it judged, so that it stays readable when the rubric moves on.
 */
import * as z from "zod";
import { pitfallSchema } from "@/lib/content/schemas/case";
import { levelSchema, stageSchema } from "@/lib/framework/stage-schemas";
import { STAGES } from "@/lib/framework/stages";
import { secondGradeSchema } from "@/lib/grading/second/schema";
import { GATES, VERDICTS } from "@/lib/grading/types";
import { findingSchema } from "@/lib/interview/finding";
import { setupSchema } from "@/lib/interview/setup";

const partSchema = z.enum([...STAGES, "whole"]);
const receiptSchema = z.object({
  part: partSchema,
  start: z.number().int(),
  end: z.number().int(),
  quote: z.string(),
});
const scoreSchema = z.object({
  value: z.number(),
  low: z.number(),
  high: z.number(),
  points: z.number().int(),
});

export const reportPointSchema = z.object({
  id: z.string(),
  stage: stageSchema,
  level: levelSchema,
  weight: z.number(),
  verdict: z.enum(VERDICTS),
  credit: z.number().min(0).max(1),
  receipt: receiptSchema.nullable(),
  gate: z.enum(GATES).nullable(),
  misconception: z.object({ text: z.string(), feedback: z.string(), receipt: receiptSchema }).nullable(),
  text: z.string(),
  why: z.string(),
  chapter: z.string(),
  /** Whether the chosen level is expected to make it; the others are a view of the next level. */
  isExpected: z.boolean(),
});

/** `chapterTitle` names the heading that explains it, as it was called on that day. */
const reportFindingSchema = findingSchema.extend({ chapterTitle: z.string() });

export const reportSchema = z.object({
  format: z.literal(1),
  setup: setupSchema,
  caseTitle: z.string(),
  startedAtMs: z.number(),
  submittedAtMs: z.number(),
  submittedBy: z.enum(["candidate", "deadline"]),
  answers: z.partialRecord(partSchema, z.string()),
  /** The diagram as its outline; empty when none was drawn. */
  board: z.string(),
  decisions: z.array(z.object({ field: z.string(), value: z.string() })),
  points: z.array(reportPointSchema),
  score: scoreSchema,
  stages: z.record(stageSchema, scoreSchema),
  upTo: z.record(levelSchema, scoreSchema),
  levelVerdict: z
    .object({ level: levelSchema.nullable(), rating: z.number(), low: z.number(), high: z.number() })
    .nullable(),
  pitfalls: z.array(
    z.object({ pitfall: pitfallSchema, explanation: z.string(), receipt: receiptSchema.nullable() }),
  ),
  flags: z.array(z.string()),
  time: z.object({
    elapsedMs: z.number(),
    totalMs: z.number(),
    /** Empty in exam mode, where stages are not entered. */
    stages: z.array(z.object({ stage: stageSchema, spentMs: z.number(), budgetMs: z.number() })),
  }),
  questions: z.object({
    asked: z.number().int(),
    learnt: z.array(z.string()),
    missed: z.array(z.object({ question: z.string(), ifNeverAsked: z.string() })),
  }),
  followUps: z.array(z.object({ question: z.string(), settled: z.enum(["enough", "let-go"]).nullable() })),
  twists: z.array(
    z.object({
      announce: z.string(),
      change: z.string(),
      adapted: z.boolean(),
      credit: z.number(),
      receipt: receiptSchema.nullable(),
    }),
  ),
  /** Absent in reports from before there were findings. */
  findings: z.array(reportFindingSchema).optional(),
  hints: z.array(z.object({ stage: stageSchema, text: z.string() })),
  nextSteps: z.array(z.object({ title: z.string(), href: z.string(), reason: z.string() })).max(3),
  /** A language model's reading, verified; changes nothing above it. Absent: none took part, or it is not done yet. */
  second: secondGradeSchema.optional(),
});

export type Report = z.infer<typeof reportSchema>;
export type ReportPoint = z.infer<typeof reportPointSchema>;
export type ReportFinding = z.infer<typeof reportFindingSchema>;
export type ReportReceipt = z.infer<typeof receiptSchema>;
