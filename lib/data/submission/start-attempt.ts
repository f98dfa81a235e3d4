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
import { beginInterview } from "@/lib/data/interview/start-interview";
import { closed, invalidInput } from "@/lib/errors";
import type { InterviewSetup } from "@/lib/interview/setup";
import { createRandom } from "@/lib/random";
import type { Viewer } from "@/lib/viewer";
import { type AssignmentKey, type OwnAssignment, ownAssignment } from "./own-assignment";

export type Attempted = { interviewId: string; isNew: boolean };

/** The lock under which attempts start; its holder does not hinder rows that refer to the assignment. */
async function lockAssignment(tx: Transaction, { classId, assignmentId }: AssignmentKey): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Assignment"
    WHERE "id" = ${assignmentId}::uuid AND "classId" = ${classId}::uuid FOR NO KEY UPDATE`;
}

/** @throws AppError with the reason why no new attempt can start now. */
function assertMayStart({ dates, tries, caseSlugs }: OwnAssignment, caseSlug: string, now: Date): void {
  const state = stateFor(dates, now.getTime());
  if (state === "not-released") throw closed("This assignment is not open yet.");
  if (state === "closed") throw closed("This assignment is closed: nothing more is accepted.");
  if (tries.length >= dates.attempts)
    throw closed(
      dates.attempts === 1 ? "You have had your attempt." : `You have had all ${dates.attempts} attempts.`,
    );
  if (!caseSlugs.includes(caseSlug)) throw invalidInput("Choose one of the cases of this assignment.");
}

function setupOf(assignment: OwnAssignment, caseSlug: string): InterviewSetup {
  const { mode, level, lengthMinutes, stages, dates } = assignment;
  return {
    ...{ caseSlug, mode, level, lengthMinutes, timeMultiplier: dates.timeMultiplier },
    ...(stages.length > 0 ? { stages } : {}),
  };
}

/** The alias of the student's attempts before, or a new one. */
async function aliasFor(tx: Transaction, { id, tries }: OwnAssignment): Promise<number> {
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
  input: AssignmentKey & { caseSlug: string },
  now: Date,
): Promise<Attempted> {
  const { classId, assignmentId, caseSlug } = input;
  const db = await database();
  return db.$transaction(async (tx) => {
    await requireMember(tx, viewer, classId, STUDENTS, true);
    await lockAssignment(tx, input);
    const assignment = await ownAssignment(tx, viewer, input);
    const running = assignment.tries.find(({ endedAt }) => endedAt === null);
    if (running) return { interviewId: running.interviewId, isNew: false };
    assertMayStart(assignment, caseSlug, now);
    const latestEndMs = assignment.dates.closesAtMs;
    const setup = setupOf(assignment, caseSlug);
    const classContent = await snapshotClassContent(tx, classId, caseSlug);
    const beginning = { now, latestEndMs, classContent };
    const { interviewId } = await beginInterview(tx, viewer, setup, beginning);
    const attempt = assignment.tries.length + 1;
    const { id: submissionId } = await tx.submission.create({
      data: {
        ...{ assignmentId, studentId: viewer.userId, attempt, interviewId, startedAt: now },
        alias: await aliasFor(tx, assignment),
      },
      select: { id: true },
    });
    const after = { attempt, caseSlug };
    const act = { classId, assignmentId, submissionId, studentId: viewer.userId, after };
    await appendClassLog(tx, viewer, [{ ...act, kind: "submission-started" }], now);
    return { interviewId, isNew: true };
  });
}
