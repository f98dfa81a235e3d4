/**
 * One credit for a point in many submissions. Each is decided by itself upon the revision that the grader saw: what
 * somebody else has decided since stays and is listed. A part at a time is locked, so that graders beside it hardly
 * wait; interrupted, the same press again does the rest. Undoing it is the credit null upon the revisions it made.
 */
import "server-only";
import * as z from "zod";
import { STAFF } from "@/lib/classroom/roles";
import { type Database, database } from "@/lib/data/database";
import { decideInTransaction } from "@/lib/data/grading/decide-points";
import { type AssignmentIds, lockedAssignment } from "@/lib/data/grading/graded-assignment";
import { studentLabel } from "@/lib/data/submission/student-label";
import { notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";

const MOST_ANSWERS = 10_000;
const AT_ONCE = 100;
const TRANSACTION = { timeout: 30_000, maxWait: 10_000 } as const;

const answerSchema = z.strictObject({ submissionId: z.uuid(), revision: z.number().int().min(0) });
export const groupCreditSchema = z.strictObject({
  pointId: z.string().max(120),
  credit: z.number().min(0).max(1).nullable(),
  answers: z.array(answerSchema).min(1).max(MOST_ANSWERS),
});
export type GroupCredit = z.infer<typeof groupCreditSchema>;
type Answer = GroupCredit["answers"][number];

/** An answer that somebody else decided first; their credit stands. */
export type RefusedAnswer = {
  submissionId: string;
  label: string;
  credit: number | null;
  grader: string | null;
};
export type GroupDecided = {
  /** With the revisions that this made. */
  changed: Answer[];
  /** Had that credit already. */
  same: number;
  refused: RefusedAnswer[];
};

const REFUSED_COLUMNS = {
  submissionId: true,
  credit: true,
  gradedBy: { select: { name: true } },
  submission: { select: { alias: true, student: { select: { name: true } } } },
} as const;

/** @throws AppError not-found, with nothing of the part changed, when one of them is not a submission of the assignment. */
function decidePart(
  db: Database,
  viewer: Viewer,
  input: AssignmentIds & GroupCredit,
  now: Date,
): Promise<GroupDecided> {
  const { pointId, credit, answers } = input;
  return db.$transaction(async (tx) => {
    const assignment = await lockedAssignment(tx, viewer, input, STAFF, "share");
    const works = await tx.submission.findMany({
      where: {
        ...{ assignmentId: assignment.id, submittedAt: { not: null } },
        id: { in: answers.map(({ submissionId }) => submissionId) },
      },
      select: { id: true, studentId: true },
    });
    const workOf = new Map(works.map((work) => [work.id, work]));
    const decisions = answers.map(({ submissionId, revision }) => {
      const work = workOf.get(submissionId);
      if (!work) throw notFound("submission");
      return { work, pointId, credit, revision };
    });
    const outcomes = await decideInTransaction(tx, viewer, assignment, decisions, { now, isGroup: true });
    const changed: Answer[] = [];
    const refused: string[] = [];
    for (const [i, { submissionId, revision }] of answers.entries()) {
      if (outcomes[i] === "changed") changed.push({ submissionId, revision: revision + 1 });
      if (outcomes[i] === "refused") refused.push(submissionId);
    }
    const rows = await tx.submissionPoint.findMany({
      where: { pointId, submissionId: { in: refused } },
      select: REFUSED_COLUMNS,
    });
    return {
      changed,
      same: answers.length - changed.length - refused.length,
      refused: rows.map((row) => ({
        ...{ submissionId: row.submissionId, credit: row.credit, grader: row.gradedBy?.name ?? null },
        label: studentLabel(assignment, row.submission).label,
      })),
    };
  }, TRANSACTION);
}

/** @throws AppError closed when credits would be taken back whose grades are out. */
export async function setGroupCredit(
  viewer: Viewer,
  input: AssignmentIds & GroupCredit,
  now: Date,
): Promise<GroupDecided> {
  const db = await database();
  // In the order of their ids, once each, so that two who grade the same group wait instead of blocking each other.
  const once = new Map(input.answers.map((answer) => [answer.submissionId, answer]));
  const answers = [...once.values()].sort((one, other) => (one.submissionId < other.submissionId ? -1 : 1));
  const done: GroupDecided = { changed: [], same: 0, refused: [] };
  for (let from = 0; from < answers.length; from += AT_ONCE) {
    const part = { ...input, answers: answers.slice(from, from + AT_ONCE) };
    const { changed, same, refused } = await decidePart(db, viewer, part, now);
    done.changed.push(...changed);
    done.same += same;
    done.refused.push(...refused);
  }
  return done;
}
