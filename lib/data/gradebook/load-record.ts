/** One student's record as its page shows it: attempts, dates, grades, how many remarks, extensions, the log. For the staff. */
import "server-only";
import type { Grant } from "@/lib/classroom/extension-input";
import type { Cell, GradebookAssignment } from "@/lib/classroom/gradebook/cell";
import type { GradebookStudent } from "@/lib/classroom/gradebook/rows";
import { STAFF } from "@/lib/classroom/roles";
import { type Membership, requireMember } from "@/lib/data/class/membership";
import { database } from "@/lib/data/database";
import { toExtension } from "@/lib/data/extension/extension-row";
import type { Viewer } from "@/lib/viewer";
import { type RecordLogEntry, readRecordLog } from "./read-record-log";

export type { RecordLogEntry };

import { type RecordScope, readRecordScope } from "./read-record-scope";

export type RecordAttempt = {
  submissionId: string;
  attempt: number;
  startedAtMs: number;
  submittedAtMs: number | null;
  submittedBy: string | null;
  isKept: boolean;
  comments: number;
};
export type RecordGrade = {
  rawPercent: number;
  latePercent: number;
  adjustment: number;
  adjustmentReason: string;
  finalPercent: number;
  releasedAtMs: number | null;
};
export type RecordEntry = {
  assignment: GradebookAssignment;
  cell: Cell;
  attempts: RecordAttempt[];
  extension: Grant | null;
  grade: RecordGrade | null;
};
export type StudentRecord = {
  membership: Membership;
  student: GradebookStudent & { userId: string };
  totalPercent: number | null;
  entries: RecordEntry[];
  log: RecordLogEntry[];
};

const LOG_ENTRIES_SHOWN = 200;
const ms = (date: Date | null): number | null => date?.getTime() ?? null;

async function readWork(scope: RecordScope) {
  const db = await database();
  const studentId = scope.student.userId;
  const idsOf = (entries: RecordScope["entries"]) => entries.map(({ assignment }) => assignment.id);
  const [submissions, extensions, grades] = await Promise.all([
    db.submission.findMany({
      where: { studentId, assignmentId: { in: idsOf(scope.entries.filter(({ showsWork }) => showsWork)) } },
      orderBy: { attempt: "asc" },
      select: {
        id: true,
        assignmentId: true,
        attempt: true,
        startedAt: true,
        submittedAt: true,
        submittedBy: true,
        isKept: true,
        _count: { select: { comments: true } },
      },
    }),
    db.extension.findMany({ where: { studentId, assignmentId: { in: idsOf(scope.entries) } } }),
    db.grade.findMany({
      where: { studentId, assignmentId: { in: idsOf(scope.entries.filter(({ showsGrade }) => showsGrade)) } },
    }),
  ]);
  return { submissions, extensions, grades };
}
type Work = Awaited<ReturnType<typeof readWork>>;

const toAttempt = ({
  id,
  startedAt,
  submittedAt,
  _count,
  ...row
}: Work["submissions"][number]): RecordAttempt => ({
  submissionId: id,
  attempt: row.attempt,
  startedAtMs: startedAt.getTime(),
  submittedAtMs: ms(submittedAt),
  submittedBy: row.submittedBy,
  isKept: row.isKept,
  comments: _count.comments,
});
const toGrade = ({ releasedAt, ...row }: Work["grades"][number]): RecordGrade => ({
  rawPercent: row.rawPercent,
  latePercent: row.latePercent,
  adjustment: row.adjustment,
  adjustmentReason: row.adjustmentReason,
  finalPercent: row.finalPercent,
  releasedAtMs: ms(releasedAt),
});

function toEntry({ assignment, cell }: RecordScope["entries"][number], work: Work): RecordEntry {
  const isOf = (row: { assignmentId: string }) => row.assignmentId === assignment.id;
  const [extension, grade] = [work.extensions.find(isOf), work.grades.find(isOf)];
  return {
    assignment,
    cell,
    attempts: work.submissions.filter(isOf).map(toAttempt),
    extension: extension ? { ...toExtension(extension), reason: extension.reason } : null,
    grade: grade ? toGrade(grade) : null,
  };
}

export async function loadRecord(
  viewer: Viewer,
  classId: string,
  studentId: string,
  now: Date,
): Promise<StudentRecord> {
  const db = await database();
  await requireMember(db, viewer, classId, STAFF);
  const scope = await readRecordScope(db, viewer, classId, studentId, now);
  const [work, log] = await Promise.all([readWork(scope), readRecordLog(db, scope, LOG_ENTRIES_SHOWN)]);
  const { membership, student, totalPercent } = scope;
  return {
    membership,
    student,
    totalPercent,
    log,
    entries: scope.entries.map((entry) => toEntry(entry, work)),
  };
}
