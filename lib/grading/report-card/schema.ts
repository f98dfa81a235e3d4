/**
 * The grader's card as `npm run bench -- grader-card` prints it and content/grader-card.json stores it. Figures are rounded
 * to four digits; null stands for one that does not exist (a correlation of constants, a precision without credits).
 */
import * as z from "zod";
import { QUALITIES } from "@/lib/content/schemas/labelled";
import { STAGES } from "@/lib/framework/stages";
import { METRICS } from "@/lib/grading/report-card/agreement-of";
import { SHORT_METRICS } from "@/lib/grading/report-card/short-answers";
import { GATES, VERDICTS } from "@/lib/grading/types";

const figure = z.number().nullable();
const estimate = z.strictObject({ value: figure, low: figure, high: figure });
const part = z.enum([...STAGES, "whole"]);
const quality = z.enum(QUALITIES);
const agreement = z.record(z.enum(METRICS), figure);
const judged = z.record(z.enum(METRICS), estimate);
const shortJudged = z.record(z.enum(SHORT_METRICS), estimate);

const scope = z.strictObject({
  answers: z.number(),
  judgements: z.number(),
  made: figure,
  judges: z.strictObject({
    grader: judged,
    lengthOnly: judged,
    tokenOverlap: judged,
    markers: judged.optional(),
  }),
  lead: z.strictObject({ pearson: estimate, qwk: estimate }),
  beatsLengthOnly: z.boolean(),
  againstEachPass: z.array(agreement),
  sureness: z.strictObject({
    notSure: figure,
    accuracyWhenSure: figure,
    madeWhenNotSure: figure,
    coverage80: figure,
  }),
});

/** `together` and every case by its slug. */
const scopes = z.strictObject({ together: scope, cases: z.record(z.string(), scope) });

const miss = z.strictObject({
  caseSlug: z.string(),
  answer: z.string(),
  part,
  quality,
  point: z.string(),
  pointText: z.string(),
  marks: z.array(z.number()),
  credit: z.number(),
  verdict: z.enum(VERDICTS),
  gate: z.enum(GATES).nullable(),
  quote: z.string().nullable(),
  text: z.string(),
});

const outcome = z.strictObject({
  attack: z.string(),
  mean: z.number(),
  least: z.number(),
  most: z.number(),
  bound: z.number(),
  rule: z.string(),
  holds: z.boolean(),
  isHeldOut: z.boolean().optional(),
});

const shortScope = z.strictObject({
  answers: z.number(),
  questions: z.number(),
  judges: z.strictObject({
    grader: shortJudged,
    lengthOnly: shortJudged,
    tokenOverlap: shortJudged,
    markers: shortJudged.optional(),
  }),
});

export const graderCardSchema = z.strictObject({
  bench: z.literal("grader-card"),
  format: z.literal(1),
  date: z.iso.date(),
  /** What the figures depend on, as hashes; the card is stale when one of them is another. */
  fingerprints: z.record(z.string(), z.string()),
  /** How each figure is defined, in words. */
  conventions: z.array(z.string()),
  beatsLengthOnly: z.boolean(),
  passes: z.number(),
  test: scopes,
  tune: scopes,
  leaveOneCaseOut: z.strictObject({ note: z.string(), cases: z.record(z.string(), scope) }),
  byQuality: z.array(z.strictObject({ quality, answers: z.number(), marks: z.number(), grader: z.number() })),
  scores: z.array(
    z.strictObject({
      caseSlug: z.string(),
      id: z.string(),
      part,
      quality,
      marks: z.number(),
      grader: z.number(),
    }),
  ),
  reliability: z.array(
    z.strictObject({
      count: z.number(),
      predicted: z.number(),
      observed: z.number(),
      interval: z.tuple([z.number(), z.number()]),
    }),
  ),
  misses: z.strictObject({ falseCredits: z.array(miss), missedCredits: z.array(miss) }),
  attacks: z.strictObject({
    cases: z.record(z.string(), z.array(outcome)),
    shortAnswers: z.array(outcome),
  }),
  shortAnswers: z.strictObject({ together: shortScope, domains: z.record(z.string(), shortScope) }),
  timing: z.strictObject({
    msPerJudgement: z.number(),
    msPerStageAnswer: z.number(),
    msPerWholeAnswer: z.number(),
    machine: z.string(),
  }),
});
export type GraderCard = z.infer<typeof graderCardSchema>;
export type CardScope = GraderCard["test"]["together"];
export type CardOutcome = z.infer<typeof outcome>;
export type CardMiss = z.infer<typeof miss>;
export type CardShortScope = z.infer<typeof shortScope>;
