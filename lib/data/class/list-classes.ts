/** The classes that the viewer belongs to, each with what waits there for somebody in their role. */
import "server-only";
import { type ClassRole, isStaff } from "@/lib/classroom/roles";
import { database } from "@/lib/data/database";
import type { Viewer } from "@/lib/viewer";

export type ListedClass = {
  classId: string;
  name: string;
  timeZone: string;
  role: ClassRole;
  isArchived: boolean;
  /** Active students; for the staff only. */
  students: number | null;
  /** The assignment that is due next for a student, with the date that holds for them. */
  nextDue: { assignmentId: string; title: string; dueAt: Date } | null;
  /** Submissions with a point that nobody has decided; for the staff only. */
  toGrade: number | null;
};

type Due = { classId: string; assignmentId: string; title: string; dueAt: Date };

/** The next due date in each class: an extension's own date wins, and what is submitted or excused is not due. */
async function nextDue(userId: string, classIds: string[], now: Date): Promise<Map<string, Due>> {
  const db = await database();
  const rows = await db.$queryRaw<Due[]>`
    SELECT DISTINCT ON (a."classId") a."classId", a."id" AS "assignmentId", a."title",
      coalesce(e."dueAt", a."dueAt") AS "dueAt"
    FROM "Assignment" a
    LEFT JOIN "Extension" e ON e."assignmentId" = a."id" AND e."studentId" = ${userId}
    WHERE a."classId" = ANY(${classIds}::uuid[]) AND a."status" = 'published'
      AND coalesce(e."releaseAt", a."releaseAt") <= ${now} AND coalesce(e."dueAt", a."dueAt") > ${now}
      AND NOT coalesce(e."isExcused", false)
      AND NOT EXISTS (SELECT 1 FROM "Submission" s WHERE s."assignmentId" = a."id"
        AND s."studentId" = ${userId} AND s."submittedAt" IS NOT NULL)
    ORDER BY a."classId", coalesce(e."dueAt", a."dueAt")`;
  return new Map(rows.map((row) => [row.classId, row]));
}

type Waiting = { classId: string; students: number; toGrade: number };

async function waiting(classIds: string[]): Promise<Map<string, Waiting>> {
  const db = await database();
  const rows = await db.$queryRaw<Waiting[]>`
    SELECT c."id" AS "classId",
      (SELECT count(*)::int FROM "ClassMember" m
        WHERE m."classId" = c."id" AND m."role" = 'student' AND m."removedAt" IS NULL) AS "students",
      (SELECT count(*)::int FROM "Assignment" a JOIN "Submission" s ON s."assignmentId" = a."id"
        WHERE a."classId" = c."id" AND s."isKept" AND EXISTS (SELECT 1 FROM "SubmissionPoint" p
          WHERE p."submissionId" = s."id" AND p."isExpected" AND p."credit" IS NULL)) AS "toGrade"
    FROM "Class" c WHERE c."id" = ANY(${classIds}::uuid[])`;
  return new Map(rows.map((row) => [row.classId, row]));
}

/** Running classes first, then archived ones; by name. */
export async function listClasses(viewer: Viewer, now: Date): Promise<ListedClass[]> {
  const db = await database();
  const rows = await db.classMember.findMany({
    where: { userId: viewer.userId, removedAt: null },
    select: {
      classId: true,
      role: true,
      class: { select: { name: true, timeZone: true, archivedAt: true } },
    },
  });
  const ids = (wanted: (role: ClassRole) => boolean) =>
    rows.filter(({ role }) => wanted(role as ClassRole)).map(({ classId }) => classId);
  const [due, staffed] = await Promise.all([
    nextDue(
      viewer.userId,
      ids((role) => !isStaff(role)),
      now,
    ),
    waiting(ids(isStaff)),
  ]);
  const listed = rows.map((row): ListedClass => {
    const { name, timeZone, archivedAt } = row.class;
    const staff = staffed.get(row.classId);
    return {
      classId: row.classId,
      ...{ name, timeZone, role: row.role as ClassRole, isArchived: archivedAt !== null },
      students: staff?.students ?? null,
      nextDue: due.get(row.classId) ?? null,
      toGrade: staff?.toGrade ?? null,
    };
  });
  return listed.sort((a, b) => Number(a.isArchived) - Number(b.isArchived) || a.name.localeCompare(b.name));
}
