/**
 * What a class adds to a case or changes of it: rubric points and interviewer facts. A part of what content/ may hold
 * (lib/content/schemas): no aliases, no required concepts, no conditions. All of it is text of users: it is stored,
 * compared with answers word by word and shown; it is never compiled and holds no pattern.
 */
import * as z from "zod";
import { topicSchema } from "@/lib/content/schemas/interviewer";
import { levelSchema, stageSchema } from "@/lib/framework/stage-schemas";
import { storableText } from "@/lib/interview/storable-text";

/** Of a class's own points, and of its own facts, for one case. */
export const MOST_ADDED = 20;

const text = (least: number, most: number) =>
  storableText(most).trim().min(least, `Write at least ${least} characters.`);
const caseId = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
export const classContentIdSchema = caseId.max(80);

const misconceptionSchema = z.strictObject({ text: text(20, 400), feedback: text(20, 600) });
const wording = {
  text: text(20, 300),
  why: text(20, 500),
  followUp: text(15, 300),
  weight: z.number().int().min(1).max(3),
  exemplars: z.array(text(25, 500)).min(2, "Write two sentences at least.").max(5),
  misconceptions: z.array(misconceptionSchema).max(4),
};

/** A point of the class's own. */
export const addedPointSchema = z.strictObject({
  kind: z.literal("added"),
  stage: stageSchema,
  level: levelSchema,
  ...wording,
  /** The chapter heading that explains it: /framework/<chapter>#<anchor>. */
  chapter: z
    .string()
    .max(200)
    .regex(/^\/framework\/[a-z0-9-]+#[a-z0-9-]+$/),
});
/** What is different of a point of the case; what is absent is the case's, also when the case moves on. */
export const changedPointSchema = z.strictObject({
  kind: z.literal("changed"),
  isCounted: z.boolean(),
  ...z.strictObject(wording).partial().shape,
});
export const classPointContentSchema = z.discriminatedUnion("kind", [addedPointSchema, changedPointSchema]);

const phrasing = text(8, 200);
export const addedFactSchema = z.strictObject({
  kind: z.literal("added"),
  topic: topicSchema,
  /** Ways of asking for it; the first is the one that the report shows. */
  phrasings: z.array(phrasing).min(3, "Write three ways of asking for it at least.").max(12),
  answer: text(20, 500),
  ifNeverAsked: text(10, 300),
});
/** What is different of a fact of the case. */
export const changedFactSchema = z.strictObject({
  kind: z.literal("changed"),
  /** False: the interviewer of this class does not know it. */
  isKnown: z.boolean(),
  answer: text(20, 500).optional(),
  ifNeverAsked: text(10, 300).optional(),
  /** Ways of asking for it beside the case's. */
  alsoAskedAs: z.array(phrasing).max(12),
});
export const classFactContentSchema = z.discriminatedUnion("kind", [addedFactSchema, changedFactSchema]);

/** All that a class has changed of one case. */
export const classContentSchema = z.strictObject({
  points: z.array(z.strictObject({ id: classContentIdSchema, content: classPointContentSchema })).max(200),
  facts: z.array(z.strictObject({ id: classContentIdSchema, content: classFactContentSchema })).max(200),
});

export type AddedPoint = z.infer<typeof addedPointSchema>;
export type ChangedPoint = z.infer<typeof changedPointSchema>;
export type ClassPointContent = z.infer<typeof classPointContentSchema>;
export type AddedFact = z.infer<typeof addedFactSchema>;
export type ChangedFact = z.infer<typeof changedFactSchema>;
export type ClassFactContent = z.infer<typeof classFactContentSchema>;
export type ClassContent = z.infer<typeof classContentSchema>;

export const isEmpty = ({ points, facts }: ClassContent): boolean => points.length + facts.length === 0;
