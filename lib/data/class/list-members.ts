/** The people of a class for its staff: members, who is expected by the roster and has not joined, and who is out. */
import "server-only";
import { type ClassRole, STAFF } from "@/lib/classroom/roles";
import { database } from "@/lib/data/database";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Viewer } from "@/lib/viewer";
import { requireMember } from "./membership";

export const PEOPLE_SHOWN = ["members", "expected", "out"] as const;
export type PeopleShown = (typeof PEOPLE_SHOWN)[number];
export const PEOPLE_PER_PAGE = 100;

export type ListedMember = {
  userId: string;
  name: string;
  email: string;
  role: ClassRole;
  joinedAt: Date;
  /** Null for who is in the class. */
  removedAt: Date | null;
  hasLeft: boolean;
  /** What the roster says of them; null for who is not on it. */
  expected: { name: string; studentNumber: string | null; section: string | null; role: string } | null;
};
export type ExpectedPerson = {
  entryId: string;
  name: string;
  email: string;
  studentNumber: string | null;
  section: string | null;
  role: string;
};
export type People = {
  counts: Record<PeopleShown, number>;
  /** How many there are of what is shown, over all pages. */
  found: number;
  members: ListedMember[];
  expected: ExpectedPerson[];
};
export type PeopleQuery = { shown: PeopleShown; search: string; page: number };

const holds = (text: string) => ({ contains: text, mode: "insensitive" }) as const;

function membersWhere(classId: string, shown: PeopleShown, search: string): Prisma.ClassMemberWhereInput {
  const where = { classId, removedAt: shown === "out" ? { not: null } : null };
  if (!search) return where;
  return { ...where, user: { OR: [{ name: holds(search) }, { email: holds(search) }] } };
}

function expectedWhere(classId: string, search: string): Prisma.RosterEntryWhereInput {
  const where = { classId, memberUserId: null };
  if (!search) return where;
  const fields = [{ name: holds(search) }, { email: holds(search) }, { studentNumber: holds(search) }];
  return { ...where, OR: [...fields, { section: holds(search) }] };
}

/** By role, the staff first, then by name. */
async function readMembers(where: Prisma.ClassMemberWhereInput, classId: string, skip: number) {
  const db = await database();
  const rows = await db.classMember.findMany({
    where,
    select: {
      ...{ userId: true, role: true, joinedAt: true, removedAt: true, hasLeft: true },
      user: {
        select: {
          name: true,
          email: true,
          rosterEntries: {
            where: { classId },
            select: { name: true, studentNumber: true, section: true, role: true },
          },
        },
      },
    },
    orderBy: [{ role: "asc" }, { user: { name: "asc" } }, { userId: "asc" }],
    skip,
    take: PEOPLE_PER_PAGE,
  });
  // "assistant", "instructor", "student": the alphabet puts instructors second.
  const rank = (role: string) => (role === "instructor" ? 0 : role === "assistant" ? 1 : 2);
  return rows
    .map(({ user: { name, email, rosterEntries }, role, ...rest }): ListedMember => {
      return { ...rest, name, email, role: role as ClassRole, expected: rosterEntries[0] ?? null };
    })
    .sort((a, b) => rank(a.role) - rank(b.role));
}

const readExpected = async (where: Prisma.RosterEntryWhereInput, skip: number): Promise<ExpectedPerson[]> => {
  const rows = await (await database()).rosterEntry.findMany({
    where,
    select: { id: true, name: true, email: true, studentNumber: true, section: true, role: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    skip,
    take: PEOPLE_PER_PAGE,
  });
  return rows.map(({ id, ...rest }) => ({ entryId: id, ...rest }));
};

/** @param query `page` from 0. @throws AppError unless the viewer is of the staff. */
export async function listMembers(viewer: Viewer, classId: string, query: PeopleQuery): Promise<People> {
  const { shown, search, page } = query;
  const db = await database();
  await requireMember(db, viewer, classId, STAFF);
  const [members, out, expected] = await Promise.all([
    db.classMember.count({ where: membersWhere(classId, "members", "") }),
    db.classMember.count({ where: membersWhere(classId, "out", "") }),
    db.rosterEntry.count({ where: expectedWhere(classId, "") }),
  ]);
  const counts = { members, out, expected };
  const skip = page * PEOPLE_PER_PAGE;
  if (shown === "expected") {
    const where = expectedWhere(classId, search);
    const found = search ? await db.rosterEntry.count({ where }) : expected;
    return { counts, found, members: [], expected: await readExpected(where, skip) };
  }
  const where = membersWhere(classId, shown, search);
  const found = search ? await db.classMember.count({ where }) : counts[shown];
  return { counts, found, members: await readMembers(where, classId, skip), expected: [] };
}
