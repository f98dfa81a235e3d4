/**
 * What the class's log holds of one student, newest first. Of assignments that are graded without names only what is done
 * to a named student: their dates. A student is told what was done, not by whom, and of grades only those released.
 */
import "server-only";
import type { Transaction } from "@/lib/data/database";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { RecordScope } from "./read-record-scope";

export type RecordLogEntry = {
  atMs: number;
  kind: string;
  assignmentId: string | null;
  submissionId: string | null;
  pointId: string | null;
  /** Null for what the server did by itself, for an account that is gone, and towards the student. */
  actor: string | null;
  before: Prisma.JsonValue;
  after: Prisma.JsonValue;
};

/** Says nothing about the work of a student. */
const ABOUT_DATES = ["extension-changed"];
/** What a student did or saw themselves, whether or not grades are released. */
const OWN_ACTS = [
  "member-joined",
  "member-removed",
  "submission-started",
  "submission-submitted",
  "regrade-asked",
];

function readable(scope: RecordScope): Prisma.ClassLogEntryWhereInput[] {
  const open = scope.entries.filter(({ showsGrade }) => showsGrade).map(({ assignment }) => assignment.id);
  const always = scope.reader === "staff" ? ABOUT_DATES : OWN_ACTS;
  return [{ assignmentId: { in: open } }, { kind: { in: always } }, { assignmentId: null }];
}

export async function readRecordLog(
  db: Transaction,
  scope: RecordScope,
  limit: number,
): Promise<RecordLogEntry[]> {
  const { userId: studentId } = scope.student;
  const rows = await db.classLogEntry.findMany({
    where: {
      classId: scope.membership.classId,
      AND: [
        { OR: [{ studentId }, { submissionId: { in: await ownSubmissions(db, scope) } }] },
        { OR: readable(scope) },
      ],
    },
    orderBy: { id: "desc" },
    take: limit,
    include: { actor: { select: { name: true } } },
  });
  return rows.map((row) => ({
    atMs: row.at.getTime(),
    kind: row.kind,
    assignmentId: row.assignmentId,
    submissionId: row.submissionId,
    pointId: row.pointId,
    actor: scope.reader === "staff" ? (row.actor?.name ?? null) : null,
    before: row.before,
    after: row.after,
  }));
}

/** Entries about a submission need not repeat whose it is. */
async function ownSubmissions(db: Transaction, { entries, student }: RecordScope): Promise<string[]> {
  const rows = await db.submission.findMany({
    where: {
      studentId: student.userId,
      assignmentId: { in: entries.map(({ assignment }) => assignment.id) },
    },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
