/**
 * The students of a class before an assignment: how far each is and what they were granted. While an anonymous
 * assignment's grades are not released it says who has submitted and nothing that leads from a name to a submission:
 * no attempts, no lateness, no grade, no id.
 */
import "server-only";
import type { Grant } from "@/lib/classroom/extension-input";
import { STAFF } from "@/lib/classroom/roles";
import { requireMember } from "@/lib/data/class/membership";
import { database, type Transaction } from "@/lib/data/database";
import { EXTENSION_COLUMNS, toExtension } from "@/lib/data/extension/extension-row";
import type { AssignmentIds } from "@/lib/data/grading/graded-assignment";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { hidesStudents } from "@/lib/data/submission/student-label";
import { notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";

export const STUDENTS_PER_PAGE = 100;

export type ExtensionSeen = Grant & { updatedAtMs: number };
export type StudentWork = {
  attempts: number;
  /** Of the attempt that the grade is made of; null before one is submitted. */
  kept: { submissionId: string; lateSeconds: number } | null;
  finalPercent: number | null;
};
export type ListedStudent = {
  studentId: string;
  name: string;
  state: "not-started" | "in-progress" | "submitted";
  extension: ExtensionSeen | null;
  /** Null while names must not lead to work. */
  work: StudentWork | null;
};
/** One page of them; `matching` counts all that the words match. */
export type StudentPage = { students: ListedStudent[]; matching: number };

/** `page` from 1. `words` are looked for in names and addresses. */
export type StudentFilter = { words: string; page: number };

async function readMembers(db: Transaction, classId: string, { words, page }: StudentFilter) {
  const like = { contains: words, mode: "insensitive" } as const;
  const where = {
    classId,
    role: "student",
    removedAt: null,
    ...(words !== "" && { user: { OR: [{ name: like }, { email: like }] } }),
  };
  const [matching, members] = await Promise.all([
    db.classMember.count({ where }),
    db.classMember.findMany({
      where,
      select: { user: { select: { id: true, name: true } } },
      orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
      skip: (page - 1) * STUDENTS_PER_PAGE,
      take: STUDENTS_PER_PAGE,
    }),
  ]);
  return { matching, people: members.map(({ user }) => user) };
}

function readWork(db: Transaction, assignmentId: string, studentIds: readonly string[]) {
  const where = { assignmentId, studentId: { in: [...studentIds] } };
  return Promise.all([
    db.submission.findMany({
      where,
      select: { id: true, studentId: true, submittedAt: true, lateSeconds: true, isKept: true },
    }),
    db.extension.findMany({ where, select: { ...EXTENSION_COLUMNS, reason: true, updatedAt: true } }),
    db.grade.findMany({ where, select: { studentId: true, finalPercent: true } }),
  ]);
}
type Submissions = Awaited<ReturnType<typeof readWork>>[0];

const stateOf = (own: Submissions): ListedStudent["state"] => {
  if (own.some(({ submittedAt }) => submittedAt !== null)) return "submitted";
  return own.length > 0 ? "in-progress" : "not-started";
};

function workOf(own: Submissions, finalPercent: number | null): StudentWork {
  const kept = own.find(({ isKept }) => isKept);
  return {
    attempts: own.length,
    kept: kept ? { submissionId: kept.id, lateSeconds: kept.lateSeconds } : null,
    finalPercent,
  };
}

/** @throws AppError not-found, forbidden */
export async function listStudents(
  viewer: Viewer,
  { classId, assignmentId }: AssignmentIds,
  filter: StudentFilter,
): Promise<StudentPage> {
  const db = await database();
  await requireMember(db, viewer, classId, STAFF);
  if (!isUuid(assignmentId)) throw notFound("assignment");
  const assignment = await db.assignment.findFirst({
    where: { id: assignmentId, classId },
    select: { isAnonymous: true, gradesReleasedAt: true },
  });
  if (!assignment) throw notFound("assignment");
  const { matching, people } = await readMembers(db, classId, filter);
  const ids = people.map(({ id }) => id);
  const [submissions, extensions, grades] = await readWork(db, assignmentId, ids);
  const students = people.map(({ id, name }) => {
    const own = submissions.filter(({ studentId }) => studentId === id);
    const extension = extensions.find(({ studentId }) => studentId === id);
    const grade = grades.find(({ studentId }) => studentId === id);
    return {
      studentId: id,
      name,
      state: stateOf(own),
      extension: extension
        ? { ...toExtension(extension), reason: extension.reason, updatedAtMs: extension.updatedAt.getTime() }
        : null,
      work: hidesStudents(assignment) ? null : workOf(own, grade?.finalPercent ?? null),
    };
  });
  return { students, matching };
}
