/** What the assignment's page shows its student of their own attempts, and what they can do now. */
import "server-only";
import { type EffectiveDates, type StudentState, stateFor } from "@/lib/classroom/dates/effective-dates";
import { attachAddress, checkAddress, type EvidenceWorld } from "@/lib/classroom/evidence/lab-address";
import { outcomeSchema } from "@/lib/classroom/evidence/outcome";
import { loadCase } from "@/lib/content/load";
import { database } from "@/lib/data/database";
import type { AssignmentIds } from "@/lib/data/grading/graded-assignment";
import type { Stage } from "@/lib/framework/stages";
import type { Mode } from "@/lib/interview/setup";
import type { Viewer } from "@/lib/viewer";
import { attachRefusal } from "./attach-evidence";
import { type OwnAttempt, ownWork } from "./own-work";
import { isHeldBack } from "./released";

export type AttemptRow = {
  submissionId: string;
  interviewId: string;
  attempt: number;
  caseTitle: string;
  startedAtMs: number;
  /** Null while it runs. */
  endedAtMs: number | null;
  endedByDeadline: boolean;
  lateSeconds: number;
  /** The one that the grade is made of. */
  isKept: boolean;
  evidence: { checkHref: string; hash: string; attachedAtMs: number } | null;
};

export type AttemptsView = AssignmentIds & {
  mode: Mode;
  /** With the extension's stretch. */
  minutes: number;
  /** Those that are asked for, when not all are; an exam does not name them. */
  stages: Stage[];
  cases: { slug: string; title: string }[];
  state: StudentState;
  dates: EffectiveDates;
  attempts: AttemptRow[];
  running: { interviewId: string; deadlineAtMs: number; isPaused: boolean } | null;
  /** When an attempt that starts now would end; earlier than its minutes when the assignment closes first. */
  wouldEndAtMs: number;
  canStart: boolean;
  /** The machine's report may be seen. */
  isReportOpen: boolean;
  areGradesReleased: boolean;
  /** The lab run that is asked for. */
  evidence: { world: EvidenceWorld; labHref: string; refusal: string | null } | null;
};

const MINUTE_MS = 60_000;

function evidenceOf({ evidence }: OwnAttempt): AttemptRow["evidence"] {
  const newest = evidence.at(-1);
  if (!newest) return null;
  const { hash } = outcomeSchema.parse(newest.outcome);
  const { id, path, createdAt } = newest;
  return { checkHref: checkAddress(path, id), hash, attachedAtMs: createdAt.getTime() };
}

const rowOf = (attempt: OwnAttempt): AttemptRow => ({
  submissionId: attempt.submissionId,
  interviewId: attempt.interviewId,
  attempt: attempt.attempt,
  caseTitle: loadCase(attempt.caseSlug).meta.title,
  startedAtMs: attempt.startedAt.getTime(),
  endedAtMs: attempt.endedAt?.getTime() ?? null,
  endedByDeadline: attempt.submittedBy === "deadline",
  lateSeconds: attempt.lateSeconds,
  isKept: attempt.isKept,
  evidence: evidenceOf(attempt),
});

export async function loadAttempts(viewer: Viewer, key: AssignmentIds, now: Date): Promise<AttemptsView> {
  const own = await ownWork(await database(), viewer, key);
  const nowMs = now.getTime();
  const { settings, dates, tries } = own;
  const state = stateFor(dates, nowMs);
  const running = tries.find(({ endedAt }) => endedAt === null);
  const minutes = settings.lengthMinutes * dates.timeMultiplier;
  return {
    ...key,
    mode: settings.mode,
    minutes,
    stages: settings.mode === "coach" ? settings.stages : [],
    cases: settings.caseSlugs.map((slug) => ({ slug, title: loadCase(slug).meta.title })),
    state,
    dates,
    attempts: tries.map(rowOf),
    running: running
      ? {
          interviewId: running.interviewId,
          deadlineAtMs: running.deadlineAt.getTime(),
          isPaused: running.isPaused,
        }
      : null,
    wouldEndAtMs: Math.min(nowMs + minutes * MINUTE_MS, dates.closesAtMs),
    canStart: !running && (state === "open" || state === "late") && tries.length < dates.attempts,
    isReportOpen: !isHeldBack({ ...own, reportShown: settings.reportShown }),
    areGradesReleased: own.gradesReleasedAt !== null,
    evidence: settings.evidenceWorld && {
      world: settings.evidenceWorld,
      labHref: attachAddress(settings.evidenceWorld, key, settings.hiddenLabControls),
      refusal: attachRefusal(own, now),
    },
  };
}
