/** Who stands in a class's gradebook: its students, and those on the roster who have not joined. For the staff. */
import "server-only";
import type { GradebookStudent } from "@/lib/classroom/gradebook/rows";
import type { Transaction } from "@/lib/data/database";

const ROSTER = { email: true, name: true, studentNumber: true, section: true } as const;

/** `studentId` leaves only that one. The roster's name wins over the account's: it is the one the staff knows. */
export async function readStudents(
  db: Transaction,
  classId: string,
  studentId?: string,
): Promise<GradebookStudent[]> {
  const [members, roster] = await Promise.all([
    db.classMember.findMany({
      where: { classId, role: "student", removedAt: null, ...(studentId ? { userId: studentId } : {}) },
      select: { userId: true, user: { select: { name: true, email: true } } },
    }),
    db.rosterEntry.findMany({
      where: { classId, role: "student", ...(studentId ? { memberUserId: studentId } : {}) },
      select: { ...ROSTER, memberUserId: true },
    }),
  ]);
  const linked = new Map(
    roster.flatMap((entry) => (entry.memberUserId ? [[entry.memberUserId, entry]] : [])),
  );
  const joined = members.map(({ userId, user }): GradebookStudent => {
    const entry = linked.get(userId);
    return {
      userId,
      name: entry?.name || user.name,
      email: entry?.email ?? user.email,
      studentNumber: entry?.studentNumber ?? null,
      section: entry?.section ?? null,
    };
  });
  const awaited = roster
    .filter(({ memberUserId }) => memberUserId === null)
    .map(({ memberUserId: _none, ...entry }): GradebookStudent => ({ ...entry, userId: null }));
  return [...joined, ...awaited];
}
