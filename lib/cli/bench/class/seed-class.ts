/**
 * A class with thousands of students who have handed in. A pool of interviews is taken and graded for real; every other
 * student gets a copy of one of them, row for row and made by the database, because grading 2,500 texts would take an
 * hour and the queries under test do not care whose text it is. A share of the submissions is graded, with changes.
 */
import { NO_PENALTY } from "@/lib/classroom/assignment";
import { database } from "@/lib/data/database";
import { createRandom, type Random, shuffleInPlace } from "@/lib/random";
import type { Viewer } from "@/lib/viewer";
import { copyInterviews, type InterviewCopy } from "./copy-interviews";
import { gradeSome } from "./grade-some";
import { seededUuid } from "./seeded-uuid";
import { SETUP, takeInterview } from "./take-pool";

const POOL = 48;
const SECTIONS = ["A", "B", "C", "D", "E"];
const GIVEN = ["Ada", "Bao", "Chidi", "Dana", "Elif", "Femi", "Gita", "Hugo", "Ines", "Juan", "Kofi", "Lena"];
const FAMILY = [
  "Adeyemi",
  "Becker",
  "Chen",
  "Diaz",
  "Eriksen",
  "Fontaine",
  "Gupta",
  "Haddad",
  "Ivanova",
  "Jansen",
];
const DAY_MS = 86_400_000;
export const START = new Date("2026-09-07T08:00:00Z");

export type SeededClass = { classId: string; assignmentId: string; instructor: Viewer; now: Date };

const toViewer = (userId: string, name: string): Viewer => ({
  userId,
  name,
  role: "candidate",
  isGuest: false,
  sessionId: "bench",
});

async function makePeople(classId: string, students: number, random: Random) {
  const db = await database();
  const people = Array.from({ length: students + 1 }, (_, i) => {
    const name = `${GIVEN[random.integer(GIVEN.length)]} ${FAMILY[random.integer(FAMILY.length)]}`;
    return { id: seededUuid(random), name, email: `person-${i}@example.org` };
  });
  const [instructor, ...others] = people;
  if (!instructor) throw new Error("there is nobody");
  await db.user.createMany({ data: people });
  await db.classMember.createMany({
    data: people.map(({ id }) => ({
      classId,
      userId: id,
      role: id === instructor.id ? "instructor" : "student",
      joinedAt: START,
    })),
  });
  await db.rosterEntry.createMany({
    data: others.map(({ id, name, email }, i) => ({
      ...{ classId, name, email, memberUserId: id },
      section: SECTIONS[i % SECTIONS.length] as string,
      studentNumber: String(100_000 + i),
    })),
  });
  return {
    instructor: toViewer(instructor.id, instructor.name),
    students: others.map(({ id, name }) => toViewer(id, name)),
  };
}

async function makeAssignment(classId: string): Promise<string> {
  const { caseSlug, ...setup } = SETUP;
  const { id } = await (await database()).assignment.create({
    data: {
      ...{ classId, status: "published", title: "Video recommendation", instructions: "Design it." },
      ...{ caseSlugs: [caseSlug], ...setup },
      latePolicy: { ...NO_PENALTY, percentPerUnit: 10 },
      releaseAt: START,
      dueAt: new Date(START.getTime() + 14 * DAY_MS),
      lateDueAt: new Date(START.getTime() + 21 * DAY_MS),
    },
  });
  return id;
}

/** @param say progress, in words */
export async function seedClass(students: number, say: (text: string) => void): Promise<SeededClass> {
  const random = createRandom("bench class");
  const db = await database();
  const { id: classId } = await db.class.create({ data: { name: "ML systems", timeZone: "Europe/Berlin" } });
  const people = await makePeople(classId, students, random);
  const assignmentId = await makeAssignment(classId);
  const aliases = Array.from({ length: students }, (_, i) => i + 1);
  shuffleInPlace(aliases, random);
  const authors = people.students.slice(0, POOL);
  say(`${students} students; ${authors.length} of them take the interview`);
  const pool: { interviewId: string; submissionId: string }[] = [];
  for (const [i, author] of authors.entries()) {
    const start = new Date(START.getTime() + (1 + random.integer(15)) * DAY_MS);
    pool.push(await takeInterview(author, assignmentId, aliases[i] as number, start, random));
  }
  say("the others get copies");
  const copies: InterviewCopy[] = people.students.slice(POOL).map(({ userId }, i) => ({
    source: pool[random.integer(pool.length)] as (typeof pool)[number],
    studentId: userId,
    interviewId: seededUuid(random),
    submissionId: seededUuid(random),
    alias: aliases[POOL + i] as number,
  }));
  await copyInterviews(copies);
  say("some are graded");
  await gradeSome(classId, assignmentId, people.instructor);
  await db.$executeRawUnsafe("analyze");
  return {
    classId,
    assignmentId,
    instructor: people.instructor,
    now: new Date(START.getTime() + 30 * DAY_MS),
  };
}
