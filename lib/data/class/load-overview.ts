/** What the first page of a class says: who teaches it, how one joins, and what is there. */
import "server-only";
import { type ClassRole, isStaff } from "@/lib/classroom/roles";
import { database } from "@/lib/data/database";
import type { Viewer } from "@/lib/viewer";
import { requireMember } from "./membership";

export type JoinState = {
  code: string | null;
  expiresAt: Date | null;
  limit: number | null;
  uses: number;
  isRosterOnly: boolean;
};

export type ClassOverview = {
  role: ClassRole;
  instructors: string[];
  assistants: string[];
  students: number;
  /** For instructors and assistants. */
  staff: { join: JoinState; expected: number; notJoined: number } | null;
};

async function staffPart(classId: string): Promise<ClassOverview["staff"]> {
  const db = await database();
  const [row, expected, notJoined] = await Promise.all([
    db.class.findUniqueOrThrow({
      where: { id: classId },
      select: {
        joinCode: true,
        joinCodeExpiresAt: true,
        joinCodeLimit: true,
        joinCodeUses: true,
        isRosterOnly: true,
      },
    }),
    db.rosterEntry.count({ where: { classId } }),
    db.rosterEntry.count({ where: { classId, memberUserId: null } }),
  ]);
  return {
    join: {
      code: row.joinCode,
      expiresAt: row.joinCodeExpiresAt,
      limit: row.joinCodeLimit,
      uses: row.joinCodeUses,
      isRosterOnly: row.isRosterOnly,
    },
    expected,
    notJoined,
  };
}

export async function loadOverview(viewer: Viewer, classId: string): Promise<ClassOverview> {
  const db = await database();
  const { role } = await requireMember(db, viewer, classId);
  const active = { classId, removedAt: null };
  const [people, students] = await Promise.all([
    db.classMember.findMany({
      where: { ...active, role: { not: "student" } },
      select: { role: true, user: { select: { name: true } } },
      orderBy: { joinedAt: "asc" },
    }),
    db.classMember.count({ where: { ...active, role: "student" } }),
  ]);
  const named = (wanted: string) => people.filter(({ role }) => role === wanted).map(({ user }) => user.name);
  return {
    role,
    instructors: named("instructor"),
    assistants: named("assistant"),
    students,
    staff: isStaff(role) ? await staffPart(classId) : null,
  };
}
