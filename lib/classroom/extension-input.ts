/** What the extension form sends, and what becomes of it; a date that is null is the assignment's own. */
import * as z from "zod";
import { storableText } from "@/lib/interview/storable-text";
import type { Extension } from "./assignment";
import { type DateInput, dateInputSchema, type FieldErrors, readDate } from "./assignment-input";
import { type AssignmentDates, effectiveDates } from "./dates/effective-dates";

export const MAX_EXTRA_ATTEMPTS = 10;
export const MAX_TIME_MULTIPLIER = 2;

const multiplierWords = `From 1 to ${MAX_TIME_MULTIPLIER}.`;
const attemptsWords = `A whole number from 0 to ${MAX_EXTRA_ATTEMPTS}.`;

export const extensionInputSchema = z.strictObject({
  releaseAt: dateInputSchema.nullable(),
  dueAt: dateInputSchema.nullable(),
  lateDueAt: dateInputSchema.nullable(),
  timeMultiplier: z.number(multiplierWords).min(1, multiplierWords).max(MAX_TIME_MULTIPLIER, multiplierWords),
  extraAttempts: z
    .number(attemptsWords)
    .int(attemptsWords)
    .min(0, attemptsWords)
    .max(MAX_EXTRA_ATTEMPTS, attemptsWords),
  isExcused: z.boolean(),
  /** For the staff only. */
  reason: storableText(500),
});
export type ExtensionInput = z.infer<typeof extensionInputSchema>;

/** An extension as it is kept. */
export type Grant = Extension & { isExcused: boolean; reason: string };
export type ReadGrant = { ok: true; grant: Grant } | { ok: false; fieldErrors: FieldErrors };

const FIELDS = ["releaseAt", "dueAt", "lateDueAt"] as const;

/** Dates are held against those that remain the assignment's. */
export function readExtensionInput(
  input: ExtensionInput,
  assignment: AssignmentDates,
  timeZone: string,
): ReadGrant {
  const fieldErrors: FieldErrors = {};
  const read = (field: (typeof FIELDS)[number], date: DateInput | null): number | null => {
    const result = date && readDate(date, timeZone);
    if (result === null) return null;
    if ("atMs" in result) return result.atMs;
    fieldErrors[field] = [result.error];
    return null;
  };
  const { releaseAt, dueAt, lateDueAt, reason, ...rest } = input;
  const grant: Grant = {
    ...rest,
    reason: reason.trim(),
    releaseAtMs: read("releaseAt", releaseAt),
    dueAtMs: read("dueAt", dueAt),
    lateDueAtMs: read("lateDueAt", lateDueAt),
  };
  const dates = effectiveDates(assignment, grant);
  if (dates.dueAtMs <= dates.releaseAtMs)
    fieldErrors[dueAt ? "dueAt" : "releaseAt"] ??= ["The due date must come after the release."];
  if (grant.lateDueAtMs !== null && grant.lateDueAtMs <= dates.dueAtMs)
    fieldErrors.lateDueAt ??= ["It must come after the due date."];
  return Object.keys(fieldErrors).length > 0 ? { ok: false, fieldErrors } : { ok: true, grant };
}
