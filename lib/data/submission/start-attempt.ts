/**
 * A student starts an attempt at an assignment, or goes on with the one that runs. The assignment's row is locked, so
 * that a double click gives one attempt and no two students get one alias. The attempt ends when its own time is over or
 * when the assignment takes nothing more from this student, whichever comes first (decision 36).
 */
import "server-only";
import { randomUUID } from "node:crypto";
import { drawAlias } from "@/lib/classroom/alias";
import { stateFor } from "@/lib/classroom/dates/effective-dates";
import { STUDENTS } from "@/lib/classroom/roles";
import { appendClassLog } from "@/lib/data/class/append-log";
import { requireMember } from "@/lib/data/class/membership";
import { snapshotClassContent } from "@/lib/data/class-content/snapshot";
import { database, type Transaction } from "@/lib/data/database";
import { type AssignmentIds, lockAssignment } from "@/lib/data/grading/graded-assignment";
import { beginInterview, openingOf } from "@/lib/data/interview/start-interview";
import { closed, invalidInput } from "@/lib/errors";
import type { InterviewSetup } from "@/lib/interview/setup";
import { createRandom } from "@/lib/random";
import type { Viewer } from "@/lib/viewer";
import { type OwnWork, ownWork } from "./own-work";

/** A whole class may start at once, one after the other. */
const PATIENCE = { maxWait: 15_000, timeout: 15_000 };

export type Attempted = { interviewId: string; isNew: boolean };

/** @throws AppError with the reason why no new attempt can start now. */
function assertMayStart({ dates, tries, settings }: OwnWork, caseSlug: string, now: Date): void {
  const state = stateFor(dates, now.getTime());
  if (state === "not-released") throw closed("This assignment is not open yet.");
  if (state === "closed") throw closed("This assignment is closed: nothing more is accepted.");
  if (tries.length >= dates.attempts)
    throw closed(
      dates.attempts === 1 ? "You have had your attempt." : `You have had all ${dates.attempts} attempts.`,
    );
  if (!settings.caseSlugs.includes(caseSlug))
    throw invalidInput("Choose one of the cases of this assignment.");
}

function setupOf({ settings, dates }: OwnWork, caseSlug: string): InterviewSetup {
  const { mode, level, lengthMinutes, stages } = settings;
  return {
    ...{ caseSlug, mode, level, lengthMinutes, timeMultiplier: dates.timeMultiplier },
    ...(stages.length > 0 ? { stages } : {}),
  };
}

/** The alias of the student's attempts before, or a new one. */
async function aliasFor(tx: Transaction, { id, tries }: OwnWork): Promise<number> {
  if (tries[0]) return tries[0].alias;
  const rows = await tx.submission.findMany({
    where: { assignmentId: id },
    select: { alias: true },
    distinct: ["alias"],
  });
  return drawAlias(new Set(rows.map(({ alias }) => alias)), createRandom(randomUUID()));
}

/** @param input.caseSlug the case to take when several can be chosen; the running attempt keeps its own */
export async function startAttempt(
  viewer: Viewer,
  input: AssignmentIds & { caseSlug: string },
  now: Date,
): Promise<Attempted> {
  const { classId, assignmentId, caseSlug } = input;
  const words = openingOf(caseSlug);
  const db = await database();
  return db.$transaction(async (tx) => {
    await requireMember(tx, viewer, classId, STUDENTS, true);
    await lockAssignment(tx, input, "start");
    const work = await ownWork(tx, viewer, input);
    const running = work.tries.find(({ endedAt }) => endedAt === null);
    if (running) return { interviewId: running.interviewId, isNew: false };
    assertMayStart(work, caseSlug, now);
    const latestEndMs = work.dates.closesAtMs;
    const setup = setupOf(work, caseSlug);
    const classContent = await snapshotClassContent(tx, classId, caseSlug);
    const beginning = { now, latestEndMs, classContent };
    const { interviewId } = await beginInterview(tx, viewer, setup, words, beginning);
    const attempt = work.tries.length + 1;
    const { id: submissionId } = await tx.submission.create({
      data: {
        ...{ assignmentId, studentId: viewer.userId, attempt, interviewId, startedAt: now },
        alias: await aliasFor(tx, work),
      },
      select: { id: true },
    });
    const after = { attempt, caseSlug };
    const act = { classId, assignmentId, submissionId, studentId: viewer.userId, after };
    await appendClassLog(tx, viewer, [{ ...act, kind: "submission-started" }], now);
    return { interviewId, isNew: true };
  }, PATIENCE);
}
