/**
 * What the assignment form sends, and what becomes of it: dates as somebody typed them for the class's zone, numbers
 * that may be missing. One reader turns it into settings or into errors that stand beside their fields.
 */
import * as z from "zod";
import { type AssignmentSettings, assignmentSettingsSchema } from "./assignment";
import { refusalWords } from "./dates/date-words";
import { addLocalDays, resolveWallTime, toWallTime } from "./dates/wall-time";
import { knownControls } from "./lab-controls";

/** `fold` says which is meant when clocks were put back over the time; the earlier one unless chosen. */
export const dateInputSchema = z.strictObject({
  wall: z.string().max(16),
  fold: z.enum(["earlier", "later"]),
});
export type DateInput = z.infer<typeof dateInputSchema>;

const word = z.string().max(80);
const number = z.number().nullable();
/** Holds sizes and shapes alone; what may stand in a field is said by the settings' own schema. */
export const assignmentInputSchema = z.strictObject({
  title: z.string().max(1_000),
  instructions: z.string().max(20_000),
  caseSlugs: z.array(word).max(40),
  mode: word,
  level: word,
  lengthMinutes: number,
  stages: z.array(word).max(7),
  attempts: number,
  attemptKept: word,
  pointsPossible: number,
  evidenceWorld: word.nullable(),
  hiddenLabControls: z.array(word).max(40),
  releaseAt: dateInputSchema,
  dueAt: dateInputSchema,
  lateDueAt: dateInputSchema.nullable(),
  latePolicy: z.strictObject({
    unit: word,
    percentPerUnit: number,
    rounding: word,
    floorPercent: number,
    graceMinutes: number,
  }),
  isAnonymous: z.boolean(),
  reportShown: word,
  peerReview: z
    .strictObject({ reviewsPerStudent: number, dueAt: dateInputSchema, weightPercent: number })
    .nullable(),
});
export type AssignmentInput = z.infer<typeof assignmentInputSchema>;

/** Errors by field, nested ones with a dot: "latePolicy.percentPerUnit". */
export type FieldErrors = Record<string, string[]>;
export type ReadAssignment =
  | { ok: true; settings: AssignmentSettings }
  | { ok: false; fieldErrors: FieldErrors };

/** The instant that is meant, or why there is none. */
export function readDate({ wall, fold }: DateInput, timeZone: string): { atMs: number } | { error: string } {
  const resolved = resolveWallTime(wall, timeZone);
  if (resolved.kind === "one") return { atMs: resolved.atMs };
  if (resolved.kind === "twice") return { atMs: resolved[fold].atMs };
  return { error: refusalWords(resolved, timeZone) ?? "" };
}

/** The typed dates as instants; each that is none leaves its error and a zero that nobody sees. */
function readDates(input: AssignmentInput, timeZone: string) {
  const errors: FieldErrors = {};
  const read = (field: string, date: DateInput): number => {
    const result = readDate(date, timeZone);
    if ("atMs" in result) return result.atMs;
    errors[field] = [result.error];
    return 0;
  };
  const dates = {
    releaseAtMs: read("releaseAt", input.releaseAt),
    dueAtMs: read("dueAt", input.dueAt),
    lateDueAtMs: input.lateDueAt && read("lateDueAt", input.lateDueAt),
  };
  const reviewsDueAtMs = input.peerReview && read("peerReview.dueAt", input.peerReview.dueAt);
  return { errors, dates, reviewsDueAtMs };
}

/** The order in which dates must come. */
function orderErrors({ releaseAtMs, dueAtMs, lateDueAtMs, peerReview }: AssignmentSettings): FieldErrors {
  const errors: FieldErrors = {};
  if (dueAtMs <= releaseAtMs) errors.dueAt = ["It must come after the release."];
  if (lateDueAtMs !== null && lateDueAtMs <= dueAtMs) errors.lateDueAt = ["It must come after the due date."];
  if (peerReview && peerReview.dueAtMs <= (lateDueAtMs ?? dueAtMs))
    errors["peerReview.dueAt"] = ["It must come after the last submission: reviews begin then."];
  return errors;
}

/** @param caseSlugs the cases that there are */
export function readAssignmentInput(
  input: AssignmentInput,
  timeZone: string,
  caseSlugs: readonly string[],
): ReadAssignment {
  const { releaseAt: _release, dueAt: _due, lateDueAt: _late, peerReview, ...rest } = input;
  const { errors, dates, reviewsDueAtMs } = readDates(input, timeZone);
  const parsed = assignmentSettingsSchema.safeParse({
    ...rest,
    ...dates,
    title: input.title.trim(),
    peerReview: peerReview && {
      reviewsPerStudent: peerReview.reviewsPerStudent,
      weightPercent: peerReview.weightPercent,
      dueAtMs: reviewsDueAtMs,
    },
  });
  for (const { path, message } of parsed.error?.issues ?? []) {
    // An entry of a list is told at the list.
    const field = path.filter((part) => typeof part === "string").join(".");
    errors[field] ??= [message];
  }
  if (input.caseSlugs.some((slug) => !caseSlugs.includes(slug)))
    errors.caseSlugs = ["There is no such case."];
  if (!parsed.success || Object.keys(errors).length > 0) return { ok: false, fieldErrors: errors };
  const { evidenceWorld, hiddenLabControls } = parsed.data;
  const settings = {
    ...parsed.data,
    caseSlugs: [...new Set(parsed.data.caseSlugs)],
    hiddenLabControls: knownControls(evidenceWorld, hiddenLabControls),
  };
  const disordered = orderErrors(settings);
  return Object.keys(disordered).length > 0 ? { ok: false, fieldErrors: disordered } : { ok: true, settings };
}

/** An instant as the form shows it: what the wall says, and which of two times when it says it twice. */
export function toDateInput(atMs: number, timeZone: string): DateInput {
  const wall = toWallTime(atMs, timeZone);
  const resolved = resolveWallTime(wall, timeZone);
  const isLater = resolved.kind === "twice" && atMs >= resolved.later.atMs;
  return { wall, fold: isLater ? "later" : "earlier" };
}

/** Settings as the form shows them, to be changed. */
export function toAssignmentInput(settings: AssignmentSettings, timeZone: string): AssignmentInput {
  const { releaseAtMs, dueAtMs, lateDueAtMs, peerReview, ...rest } = settings;
  return {
    ...rest,
    releaseAt: toDateInput(releaseAtMs, timeZone),
    dueAt: toDateInput(dueAtMs, timeZone),
    lateDueAt: lateDueAtMs === null ? null : toDateInput(lateDueAtMs, timeZone),
    peerReview: peerReview && {
      reviewsPerStudent: peerReview.reviewsPerStudent,
      weightPercent: peerReview.weightPercent,
      dueAt: toDateInput(peerReview.dueAtMs, timeZone),
    },
  };
}

/** So many days on from an instant, at a minute before midnight of the zone. */
export const endOfDay = (atMs: number, days: number, timeZone: string): DateInput => ({
  wall: `${toWallTime(addLocalDays(atMs, days, timeZone), timeZone).slice(0, 10)}T23:59`,
  fold: "earlier",
});

/** What a new assignment starts with: two weeks, three days of lateness at 10 percent a day. */
export function newAssignmentInput(nowMs: number, timeZone: string): AssignmentInput {
  return {
    title: "",
    instructions: "",
    caseSlugs: [],
    mode: "coach",
    level: "senior",
    lengthMinutes: 45,
    stages: [],
    attempts: 1,
    attemptKept: "best",
    pointsPossible: 100,
    evidenceWorld: null,
    hiddenLabControls: [],
    releaseAt: toDateInput(nowMs, timeZone),
    dueAt: endOfDay(nowMs, 14, timeZone),
    lateDueAt: endOfDay(nowMs, 17, timeZone),
    latePolicy: { unit: "day", percentPerUnit: 10, rounding: "up", floorPercent: 50, graceMinutes: 15 },
    isAnonymous: false,
    reportShown: "with-grades",
    peerReview: null,
  };
}

/** What peer review starts with: three reviews, a week after the last submission, no part of the grade. */
export function newPeerReview(
  { dueAt, lateDueAt }: AssignmentInput,
  timeZone: string,
): NonNullable<AssignmentInput["peerReview"]> {
  const last = lateDueAt ?? dueAt;
  const read = readDate(last, timeZone);
  const reviewsDueAt = "atMs" in read ? endOfDay(read.atMs, 7, timeZone) : last;
  return { reviewsPerStudent: 3, dueAt: reviewsDueAt, weightPercent: 0 };
}
