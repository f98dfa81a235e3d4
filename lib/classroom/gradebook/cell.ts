/**
 * One cell of the gradebook: how a student stands with an assignment. A student's own dates win over the assignment's.
 * Between due date and the last moment at which something is accepted an assignment is overdue; only after it, missing.
 */
import type { AssignmentSettings } from "@/lib/classroom/assignment";
import { effectiveDates, type StudentState, stateFor } from "@/lib/classroom/dates/effective-dates";
import type { Grant } from "@/lib/classroom/extension-input";
import { countedLateSeconds, latePercent } from "@/lib/classroom/late-policy";
import { finalPercent } from "@/lib/classroom/score";

export const CELL_STATES = [
  "excused",
  "not-released",
  "not-started",
  "running",
  "overdue",
  "submitted",
  "graded",
  "released",
  "missing",
] as const;
export type CellState = (typeof CELL_STATES)[number];

export const CELL_STATE_WORDS: Record<CellState, string> = {
  excused: "Excused",
  "not-released": "Not released",
  "not-started": "Not started",
  running: "Running",
  overdue: "Overdue",
  submitted: "Submitted",
  graded: "Graded",
  released: "Released",
  missing: "Missing",
};

export type GradebookAssignment = Pick<
  AssignmentSettings,
  "title" | "pointsPossible" | "releaseAtMs" | "dueAtMs" | "lateDueAtMs" | "attempts" | "latePolicy"
> & {
  id: string;
  gradesReleasedAtMs: number | null;
  /** Names and grades must not be joined yet: what is shown then says neither how good nor how late. */
  hidesStudents: boolean;
};
/** What of a student's attempts the gradebook needs: the one that is kept, or else one that is running. */
export type AttemptFacts = {
  isSubmitted: boolean;
  lateSeconds: number;
  /** 0 to 100 once every point that counts is decided. */
  decidedPercent: number | null;
};
/** `adjustment` in percent points. */
export type GradeFacts = { finalPercent: number; adjustment: number; isReleased: boolean };
export type CellFacts = {
  extension: Omit<Grant, "reason"> | null;
  attempt: AttemptFacts | null;
  grade: GradeFacts | null;
};

export type Cell = {
  state: CellState;
  /** Seconds after the student's own due date that count, grace taken into account; null when not known or hidden. */
  lateSeconds: number | null;
  /** 0 to 100, after lateness and adjustment; null while there is none, or it is hidden. */
  percent: number | null;
};

const withoutGrade = (state: CellState): Cell => ({ state, lateSeconds: null, percent: null });

const STATE_OF_DATES: Record<StudentState, CellState> = {
  "not-released": "not-released",
  open: "not-started",
  late: "overdue",
  closed: "missing",
};

function notSubmitted(assignment: GradebookAssignment, facts: CellFacts, nowMs: number): CellState {
  if (facts.attempt) return "running";
  return STATE_OF_DATES[stateFor(effectiveDates(assignment, facts.extension), nowMs)];
}

/**
 * What is released stands in the grade's own row. Before, that row holds no more than an adjustment to come: the grade
 * is what the decided points, the late policy and the adjustment come to.
 */
function percentOf({ latePolicy }: GradebookAssignment, { grade, attempt }: CellFacts): number | null {
  if (grade?.isReleased) return grade.finalPercent;
  if (!attempt || attempt.decidedPercent === null) return null;
  const raw = attempt.decidedPercent;
  return finalPercent(raw, latePercent(latePolicy, attempt.lateSeconds, raw), grade?.adjustment ?? 0);
}

export function cellOf(assignment: GradebookAssignment, facts: CellFacts, nowMs: number): Cell {
  const { extension, attempt, grade } = facts;
  if (extension?.isExcused) return withoutGrade("excused");
  const isReleased = grade?.isReleased === true && !assignment.hidesStudents;
  if (!attempt?.isSubmitted) {
    const cell = withoutGrade(notSubmitted(assignment, facts, nowMs));
    // A release gives a grade to those who handed nothing in, too.
    return isReleased ? { ...cell, percent: grade.finalPercent } : cell;
  }
  // Not even whether it is graded: a grader who looks here in between would see whose work they just graded.
  if (assignment.hidesStudents) return withoutGrade("submitted");
  const percent = percentOf(assignment, facts);
  const state = isReleased ? "released" : percent === null ? "submitted" : "graded";
  return { state, percent, lateSeconds: countedLateSeconds(assignment.latePolicy, attempt.lateSeconds) };
}

/** What a student is shown of their own: a grade only when it is released, and not that there is one before. */
export function ownCell(assignment: GradebookAssignment, facts: CellFacts, nowMs: number): Cell {
  const cell = cellOf({ ...assignment, hidesStudents: false }, facts, nowMs);
  return cell.state === "graded" ? { ...cell, state: "submitted", percent: null } : cell;
}
