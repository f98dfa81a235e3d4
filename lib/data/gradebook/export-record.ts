/**
 * One student's whole record as it is stored: answers, choices, points, remarks, grades and log, for the staff or for the
 * student. What the reader may not see yet is absent, and `gradesShown` says so of each assignment.
 */
import "server-only";
import { database, type Transaction } from "@/lib/data/database";
import type { Prisma } from "@/lib/generated/prisma/client";
import { reportSchema } from "@/lib/grading/report/schema";
import type { Viewer } from "@/lib/viewer";
import { readRecordLog } from "./read-record-log";
import { type RecordScope, readRecordScope } from "./read-record-scope";

const MOST_LOG_ENTRIES = 10_000;

const WORK = {
  id: true,
  assignmentId: true,
  attempt: true,
  startedAt: true,
  submittedAt: true,
  submittedBy: true,
  lateSeconds: true,
  isKept: true,
  board: true,
  interview: { select: { caseSlug: true, report: { select: { content: true } } } },
  decisions: { select: { field: true, value: true } },
  evidence: { select: { world: true, path: true, outcome: true, createdAt: true } },
} as const satisfies Prisma.SubmissionSelect;

/** What others made of the work. */
const GRADING = {
  id: true,
  points: {
    select: {
      pointId: true,
      stage: true,
      weight: true,
      isExpected: true,
      machineVerdict: true,
      machineCredit: true,
      credit: true,
      gradedAt: true,
    },
    orderBy: { position: "asc" },
  },
  comments: {
    select: { pointId: true, anchor: true, body: true, createdAt: true, updatedAt: true },
    orderBy: { createdAt: "asc" },
  },
  regrades: {
    select: { pointId: true, reason: true, status: true, answer: true, createdAt: true, resolvedAt: true },
  },
} as const satisfies Prisma.SubmissionSelect;

const idsOf = (entries: RecordScope["entries"]) => entries.map(({ assignment }) => assignment.id);

async function readParts(db: Transaction, { entries, student, reader }: RecordScope) {
  const studentId = student.userId;
  const worked = { studentId, assignmentId: { in: idsOf(entries.filter(({ showsWork }) => showsWork)) } };
  const graded = { studentId, assignmentId: { in: idsOf(entries.filter(({ showsGrade }) => showsGrade)) } };
  const { studentId: _own, ...rest } = worked;
  const [works, gradings, grades, extensions, peerReviews] = await Promise.all([
    db.submission.findMany({ where: worked, orderBy: { attempt: "asc" }, select: WORK }),
    db.submission.findMany({ where: graded, select: GRADING }),
    db.grade.findMany({ where: graded, omit: { studentId: true, revision: true } }),
    db.extension.findMany({
      where: { studentId, assignmentId: { in: idsOf(entries) } },
      omit: { studentId: true, reason: reader === "student" },
    }),
    db.peerReview.findMany({
      where: { reviewerId: studentId, ...rest },
      select: { assignmentId: true, marks: true, comment: true, assignedAt: true, submittedAt: true },
    }),
  ]);
  return { works, gradings: new Map(gradings.map((row) => [row.id, row])), grades, extensions, peerReviews };
}
type Parts = Awaited<ReturnType<typeof readParts>>;

function toAttempt({ id, interview, assignmentId: _of, ...work }: Parts["works"][number], parts: Parts) {
  const report = interview.report ? reportSchema.parse(interview.report.content) : null;
  const { points = [], comments = [], regrades = [] } = parts.gradings.get(id) ?? {};
  const answers = report?.answers ?? {};
  return { ...work, caseSlug: interview.caseSlug, answers, points, comments, regrades };
}

function toEntry({ assignment, cell, showsWork, showsGrade }: RecordScope["entries"][number], parts: Parts) {
  const isOf = (row: { assignmentId: string }) => row.assignmentId === assignment.id;
  const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  return {
    id: assignment.id,
    title: assignment.title,
    pointsPossible: assignment.pointsPossible,
    releaseAt: iso(assignment.releaseAtMs),
    dueAt: iso(assignment.dueAtMs),
    lateDueAt: iso(assignment.lateDueAtMs),
    ...cell,
    workShown: showsWork,
    gradesShown: showsGrade,
    extension: parts.extensions.find(isOf) ?? null,
    grade: parts.grades.find(isOf) ?? null,
    attempts: parts.works.filter(isOf).map((work) => toAttempt(work, parts)),
    peerReviewsWritten: parts.peerReviews.filter(isOf).map(({ assignmentId: _of, ...review }) => review),
  };
}

export async function exportRecord(viewer: Viewer, classId: string, studentId: string, now: Date) {
  const db = await database();
  const scope = await readRecordScope(db, viewer, classId, studentId, now);
  const [parts, log] = await Promise.all([readParts(db, scope), readRecordLog(db, scope, MOST_LOG_ENTRIES)]);
  const { userId: _id, ...student } = scope.student;
  return {
    class: { name: scope.membership.className, timeZone: scope.membership.timeZone },
    exportedAt: now.toISOString(),
    student,
    totalPercent: scope.totalPercent,
    assignments: scope.entries.map((entry) => toEntry(entry, parts)),
    log,
  };
}
