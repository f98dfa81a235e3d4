/** What its instructors set of a class, and who may make one. */
import * as z from "zod";
import { storableText } from "@/lib/interview/storable-text";
import { timeZoneSchema } from "@/lib/learning/time-zone";
import type { Viewer } from "@/lib/viewer";

export const CLASS_NAME_MAX_LENGTH = 100;
export const MOST_JOINS_BY_A_CODE = 10_000;

export const classSettingsSchema = z.strictObject({
  name: storableText(CLASS_NAME_MAX_LENGTH)
    .trim()
    .min(1, "Give the class a name, for example the course and the term."),
  timeZone: timeZoneSchema,
});
export type ClassSettings = z.infer<typeof classSettingsSchema>;

/** Until when the code opens the class, counted from when it is set; `keep` leaves the instant that was set before. */
export const JOIN_EXPIRIES = ["keep", "never", "1", "7", "30", "120"] as const;
export const joinSettingsSchema = z.strictObject({
  expiry: z.enum(JOIN_EXPIRIES),
  /** How many may join with the code; null: any number. */
  limit: z.number().int().min(1).max(MOST_JOINS_BY_A_CODE).nullable(),
  isRosterOnly: z.boolean(),
});
export type JoinSettings = z.infer<typeof joinSettingsSchema>;

/** `accounts`: everybody with an account. `instructors`: whom an administrator has made one, and administrators. */
export const CLASS_MAKERS = ["accounts", "instructors"] as const;
export type ClassMakers = (typeof CLASS_MAKERS)[number];

export function mayMakeClass(viewer: Viewer, makers: ClassMakers): boolean {
  if (viewer.isGuest) return false;
  return makers === "accounts" || viewer.role !== "candidate";
}
