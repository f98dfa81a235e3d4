/**
 * The dates that hold for one student, and what may be done at an instant. A student's own extension wins over the
 * assignment's dates, one date at a time, as in Canvas and Gradescope.
 */
import type { AssignmentSettings, Extension } from "@/lib/classroom/assignment";

export type AssignmentDates = Pick<
  AssignmentSettings,
  "releaseAtMs" | "dueAtMs" | "lateDueAtMs" | "attempts"
>;

export type EffectiveDates = {
  releaseAtMs: number;
  dueAtMs: number;
  /** Until then something is accepted: the late-due date, and never before the due date. */
  closesAtMs: number;
  attempts: number;
  /** 1 to 2: by how much the length of the interview is stretched. */
  timeMultiplier: number;
};

export const STUDENT_STATES = ["not-released", "open", "late", "closed"] as const;
export type StudentState = (typeof STUDENT_STATES)[number];

export const STUDENT_STATE_WORDS: Record<StudentState, string> = {
  "not-released": "Not released yet",
  open: "Open",
  late: "Due date passed, accepted late",
  closed: "Closed",
};

/**
 * An extended due date beyond the assignment's late-due date carries the end with it. An assignment without a late-due
 * date ends when it is due, unless the extension names one.
 */
export function effectiveDates(assignment: AssignmentDates, extension: Extension | null): EffectiveDates {
  const dueAtMs = extension?.dueAtMs ?? assignment.dueAtMs;
  const lateDueAtMs = extension?.lateDueAtMs ?? assignment.lateDueAtMs ?? dueAtMs;
  return {
    releaseAtMs: extension?.releaseAtMs ?? assignment.releaseAtMs,
    dueAtMs,
    closesAtMs: Math.max(dueAtMs, lateDueAtMs),
    attempts: assignment.attempts + (extension?.extraAttempts ?? 0),
    timeMultiplier: extension?.timeMultiplier ?? 1,
  };
}

/** What the dates allow at an instant; the instant of a date itself still belongs to what it ends. */
export function stateFor(dates: EffectiveDates, nowMs: number): StudentState {
  if (nowMs < dates.releaseAtMs) return "not-released";
  if (nowMs <= dates.dueAtMs) return "open";
  return nowMs <= dates.closesAtMs ? "late" : "closed";
}

const SECOND_MS = 1_000;

/** Whole seconds after the due date, a begun one counted; 0 when in time. */
export const lateSecondsOf = (submittedAtMs: number, dueAtMs: number): number =>
  Math.max(0, Math.ceil((submittedAtMs - dueAtMs) / SECOND_MS));
