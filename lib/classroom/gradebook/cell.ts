/**
 * One cell of the gradebook: how a student stands with an assignment. A student's own dates win over the assignment's.
 * Between due date and the last moment at which something is accepted an assignment is overdue; only after it, missing.
 */
import type { AssignmentSettings, Extension } from "@/lib/classroom/assignment";
import { effectiveDates, type StudentState, stateFor } from "@/lib/classroom/dates/effective-dates";
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
export type OwnExtension = Extension & { isExcused: boolean };
/** What of a student's attempts the gradebook needs: the one that is kept, or else one that is running. */
export type AttemptFacts = {
  isSubmitted: boolean;
  lateSeconds: number;
  /** 0 to 100 once every point that counts is decided. */
  decidedPercent: number | null;
};
export type GradeFacts = { finalPercent: number; isReleased: boolean };
export type CellFacts = {
  extension: OwnExtension | null;
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

/** Until the grade row is there, what the decided points and the late policy come to. */
function percentOf({ latePolicy }: GradebookAssignment, { grade, attempt }: CellFacts): number | null {
  if (grade) return grade.finalPercent;
  if (!attempt || attempt.decidedPercent === null) return null;
  const raw = attempt.decidedPercent;
  return finalPercent(raw, latePercent(latePolicy, attempt.lateSeconds, raw), 0);
}

export function cellOf(assignment: GradebookAssignment, facts: CellFacts, nowMs: number): Cell {
  const { extension, attempt, grade } = facts;
  if (extension?.isExcused) return withoutGrade("excused");
  if (!attempt?.isSubmitted) {
    const state = notSubmitted(assignment, facts, nowMs);
    return grade && !assignment.hidesStudents
      ? { state: grade.isReleased ? "released" : "graded", lateSeconds: null, percent: grade.finalPercent }
      : withoutGrade(state);
  }
  // Not even whether it is graded: a grader who looks here in between would see whose work they just graded.
  if (assignment.hidesStudents) return withoutGrade("submitted");
  const percent = percentOf(assignment, facts);
  const state = grade?.isReleased ? "released" : percent === null ? "submitted" : "graded";
  return { state, percent, lateSeconds: countedLateSeconds(assignment.latePolicy, attempt.lateSeconds) };
}

/** What a student is shown of their own: a grade only when it is released, and not that there is one before. */
export function ownCell(assignment: GradebookAssignment, facts: CellFacts, nowMs: number): Cell {
  const cell = cellOf({ ...assignment, hidesStudents: false }, facts, nowMs);
  if (cell.state !== "graded") return cell;
  return {
    ...cell,
    state: facts.attempt ? "submitted" : notSubmitted(assignment, facts, nowMs),
    percent: null,
  };
}
