/** The state of an assignment and of a student before it, in the words that all tables share. */
import type { Tone } from "@/components/ui/badge";
import { STUDENT_STATE_WORDS, stateFor } from "@/lib/classroom/dates/effective-dates";
import { percentWords } from "@/lib/classroom/feedback/result-words";
import { lateWords } from "@/lib/classroom/late-words";
import type { ListedAssignment } from "@/lib/data/assignment/list-assignments";
import type { ListedStudent } from "@/lib/data/assignment/list-students";
import type { OwnAssignment } from "@/lib/data/assignment/own-assignments";

export type StateWords = { words: string; tone: Tone };
type StaffDates = Pick<
  ListedAssignment,
  "status" | "areGradesReleased" | "releaseAtMs" | "dueAtMs" | "lateDueAtMs"
>;

/** By the assignment's own dates; extensions move single students. */
export function staffState(assignment: StaffDates, nowMs: number): StateWords {
  if (assignment.status === "draft") return { words: "Draft", tone: "neutral" };
  if (assignment.areGradesReleased) return { words: "Grades released", tone: "good" };
  const { releaseAtMs, dueAtMs, lateDueAtMs } = assignment;
  const closesAtMs = lateDueAtMs ?? dueAtMs;
  const state = stateFor({ releaseAtMs, dueAtMs, closesAtMs, attempts: 1, timeMultiplier: 1 }, nowMs);
  if (state === "not-released") return { words: "Published, not released yet", tone: "neutral" };
  return { words: STUDENT_STATE_WORDS[state], tone: state === "open" ? "accent" : "neutral" };
}

/** What a student has done, and before that what they may do. */
export function ownState(own: OwnAssignment): StateWords {
  if (own.finalPercent !== null) return { words: `Graded: ${percentWords(own.finalPercent)}`, tone: "good" };
  if (own.isExcused) return { words: "Excused", tone: "neutral" };
  const kept = own.attempts.find(({ isKept }) => isKept);
  const isUnderWay = own.attempts.some(({ submittedAtMs }) => submittedAtMs === null);
  if (isUnderWay) return { words: "In progress", tone: "accent" };
  if (kept)
    return {
      words: kept.lateSeconds > 0 ? `Submitted ${lateWords(kept.lateSeconds)} late` : "Submitted",
      tone: "good",
    };
  if (own.state === "closed") return { words: "Closed, not submitted", tone: "bad" };
  return own.state === "late"
    ? { words: "Due date passed, accepted late", tone: "warn" }
    : { words: "To do", tone: "accent" };
}

const STUDENT_WORDS: Record<ListedStudent["state"], StateWords> = {
  "not-started": { words: "Not started", tone: "neutral" },
  "in-progress": { words: "In progress", tone: "accent" },
  submitted: { words: "Submitted", tone: "good" },
};
export const studentState = ({ state }: ListedStudent): StateWords => STUDENT_WORDS[state];
