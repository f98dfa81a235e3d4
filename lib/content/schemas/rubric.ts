/** rubric.yaml: the points of a case. A point belongs to one stage and to the lowest level that is expected to make it. */
import * as z from "zod";
import { levelSchema, stageSchema } from "@/lib/framework/stage-schemas";

export const pointIdSchema = z
  .string()
  .regex(/^[a-z]+(-[a-z0-9]+)+$/, "use stage-words-with-dashes, for example data-time-split");

export const misconceptionSchema = z.strictObject({
  /** A sentence that a candidate who has it wrong would write. */
  text: z.string().min(20).max(400),
  /** What to tell them: why it is wrong and what to do instead. */
  feedback: z.string().min(20).max(600),
});

export const pointSchema = z.strictObject({
  id: pointIdSchema,
  stage: stageSchema,
  level: levelSchema,
  /** What a good answer says, in one sentence addressed to the reader of the report. */
  text: z.string().min(20).max(300),
  /** 1 = nice to have, 2 = normal, 3 = an answer without it is not passable. */
  weight: z.number().int().min(1).max(3),
  /** Two to five sentences in a candidate's own words that fully earn the point, each worded differently. */
  exemplars: z.array(z.string().min(25).max(500)).min(2).max(5),
  /** Groups of interchangeable surface forms special to this point; shared ones live in content/lexicon.yaml. */
  aliases: z.array(z.array(z.string().min(2)).min(2)).default([]),
  /** Concepts (ids of the lexicon) of which one has to stand near the evidence; without any, a point is at most `not-sure`. */
  mustMention: z.array(z.string()).default([]),
  misconceptions: z.array(misconceptionSchema).default([]),
  /** Questions an interviewer asks when the point is missing; the first is used first. */
  followUps: z.array(z.string().min(15).max(300)).min(1),
  /** Why it matters, in one or two sentences. */
  why: z.string().min(20).max(500),
  /** The chapter heading that closes the gap: /framework/<chapter>#<anchor>. */
  chapter: z.string().regex(/^\/framework\/[a-z0-9-]+#[a-z0-9-]+$/),
});

export const rubricSchema = z.strictObject({
  version: z.number().int().positive(),
  points: z.array(pointSchema).min(1),
});

export type Misconception = z.infer<typeof misconceptionSchema>;
export type Point = z.infer<typeof pointSchema>;
export type Rubric = z.infer<typeof rubricSchema>;
