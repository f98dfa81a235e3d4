/**
 * What an instructor sets when assigning cases: what is to be done, until when, what lateness costs, what is shown.
 * Instants are milliseconds since 1970; the zone they were meant in is the class's.
 */
import * as z from "zod";
import { lengthMinutesSchema, levelSchema, stageSchema } from "@/lib/framework/stage-schemas";
import { modeSchema } from "@/lib/interview/setup";
import { storableText } from "@/lib/interview/storable-text";

export const LATE_UNITS = ["hour", "day"] as const;
export const LATE_ROUNDINGS = ["up", "down", "exact"] as const;

/** A number in words for whoever typed it, as all of these stand in a form. */
const between = (least: number, most: number) => {
  const error = `From ${least} to ${most.toLocaleString("en")}.`;
  return z.number(error).min(least, error).max(most, error);
};
const countBetween = (least: number, most: number) =>
  between(least, most).int(`A whole number from ${least} to ${most.toLocaleString("en")}.`);

/** What lateness costs: `percentPerUnit` of the points possible for each unit late, never below the floor. */
export const latePolicySchema = z.strictObject({
  unit: z.enum(LATE_UNITS),
  percentPerUnit: between(0, 100),
  /** What becomes of a unit that has begun. */
  rounding: z.enum(LATE_ROUNDINGS),
  /** Percent of the points possible below which lateness alone takes no grade; a grade already below it stays. */
  floorPercent: between(0, 100),
  /** Within it a submission is in time; after it lateness counts from the due date. */
  graceMinutes: countBetween(0, 1_440),
});
export type LatePolicy = z.infer<typeof latePolicySchema>;
export const NO_PENALTY: LatePolicy = {
  unit: "day",
  percentPerUnit: 0,
  rounding: "up",
  floorPercent: 0,
  graceMinutes: 0,
};

/** Students read fellows' answers after the due date; first each reviews an answer whose marks are known. */
export const peerReviewSettingsSchema = z.strictObject({
  reviewsPerStudent: countBetween(1, 5),
  dueAtMs: z.number().int(),
  /** Share of the grade, in percent: low on purpose. */
  weightPercent: between(0, 20),
});
export type PeerReviewSettings = z.infer<typeof peerReviewSettingsSchema>;

export const ATTEMPT_RULES = ["best", "last"] as const;
export const REPORT_RULES = ["at-once", "with-grades"] as const;
export const EVIDENCE_WORLDS = ["video", "ads", "search"] as const;
const instant = z.number().int().min(0).max(8.64e15);

export const assignmentSettingsSchema = z.strictObject({
  title: storableText(120).min(1, "Give it a title."),
  instructions: storableText(8_000),
  caseSlugs: z.array(z.string().max(80)).min(1, "Choose a case.").max(8, "At most 8 cases."),
  mode: modeSchema,
  level: levelSchema,
  lengthMinutes: lengthMinutesSchema,
  /** Empty: all seven. */
  stages: z.array(stageSchema).max(7),
  attempts: countBetween(1, 10),
  attemptKept: z.enum(ATTEMPT_RULES),
  pointsPossible: between(1, 1_000),
  evidenceWorld: z.enum(EVIDENCE_WORLDS).nullable(),
  hiddenLabControls: z.array(z.string().max(60)).max(40),
  releaseAtMs: instant,
  dueAtMs: instant,
  lateDueAtMs: instant.nullable(),
  latePolicy: latePolicySchema,
  isAnonymous: z.boolean(),
  reportShown: z.enum(REPORT_RULES),
  peerReview: peerReviewSettingsSchema.nullable(),
});
export type AssignmentSettings = z.infer<typeof assignmentSettingsSchema>;

/** What one student is granted; a date that is null is the assignment's own. */
export type Extension = {
  releaseAtMs: number | null;
  dueAtMs: number | null;
  lateDueAtMs: number | null;
  timeMultiplier: number;
  extraAttempts: number;
};
