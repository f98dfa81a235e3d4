/**
 * The second grade: what a language model said of an answer and what became of it under verify.ts. It stands beside the
 * report's own grade and never changes it.
 */
import * as z from "zod";
import { stageSchema } from "@/lib/framework/stage-schemas";
import { STAGES } from "@/lib/framework/stages";
import { MODEL_FAILURES } from "@/lib/interview/model-failure";

/** What a model may say of a point. It never gives a number. */
export const JUDGED_VERDICTS = ["met", "partial", "contradicted", "missing"] as const;

/** The shape of a model's answer for one stage. The quote comes before the verdict, so that it is chosen before it. */
export const judgementSchema = z.object({
  points: z.array(
    z.object({
      id: z.string(),
      quote: z.string(),
      verdict: z.enum(JUDGED_VERDICTS),
      why: z.string(),
    }),
  ),
  followUp: z.string(),
  injectionSeen: z.boolean(),
});
export type Judgement = z.infer<typeof judgementSchema>;

export const SECOND_VERDICTS = ["met", "partial", "contradicted", "not-sure", "missing"] as const;

/** Why a verdict of the model does not count. */
export const DROPS = ["no-quote", "short-quote", "not-in-answer", "reused", "off-topic"] as const;
export type Drop = (typeof DROPS)[number];

const secondPointSchema = z.object({
  id: z.string(),
  /** What the model said; null when it left the point out. */
  said: z.enum(JUDGED_VERDICTS).nullable(),
  /** What remains of it. */
  verdict: z.enum(SECOND_VERDICTS),
  credit: z.number().min(0).max(1),
  /** Where the quote stands in the answer as written. */
  receipt: z
    .object({
      part: z.enum([...STAGES, "whole"]),
      start: z.number().int(),
      end: z.number().int(),
      quote: z.string(),
    })
    .nullable(),
  why: z.string(),
  dropped: z.enum(DROPS).nullable(),
});
export type SecondPoint = z.infer<typeof secondPointSchema>;

const secondStageSchema = z.object({
  stage: stageSchema,
  /** Why the model's reading of this stage is not there. */
  failure: z.enum(MODEL_FAILURES).nullable(),
  /** Hash of the prompt, the rubric's version, the model and the answer: the key of the cache. */
  promptHash: z.string(),
  tokens: z.object({ in: z.number(), out: z.number() }),
  isFromCache: z.boolean(),
  /** Points that the model made up. */
  unknownIds: z.number().int(),
  /** Characters of the answer that the model was not sent. */
  leftOut: z.number().int(),
  /** What the model would ask next. */
  followUp: z.string(),
});
export type SecondStage = z.infer<typeof secondStageSchema>;

export const secondGradeSchema = z.object({
  grader: z.literal("llm"),
  model: z.string(),
  promptVersion: z.string(),
  rubricVersion: z.number().int(),
  atMs: z.number(),
  stages: z.array(secondStageSchema),
  /** Of the stages that were read, in the report's order. */
  points: z.array(secondPointSchema),
  /** Weighted mean of the credits over the expected points of the stages that were read; null when there are none. */
  score: z.number().nullable(),
  /** The model credits much of which the report's grader finds no trace: a person should look before believing it. */
  needsReview: z.boolean(),
  /** The model, or our own pattern, saw text that speaks to the grader. */
  injectionSeen: z.boolean(),
});
export type SecondGrade = z.infer<typeof secondGradeSchema>;
