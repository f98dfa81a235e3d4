/** How many of an assignment's students have handed something in, and how many still can. Numbers only, no people. */
import "server-only";
import { effectiveDates } from "@/lib/classroom/dates/effective-dates";
import type { Database, Transaction } from "@/lib/data/database";
import type { GradedAssignment } from "./graded-assignment";

export type HandedIn = {
  students: number;
  submitted: number;
  /** Nothing handed in, and it is too late for it: they have 0 when grades are released. */
  missing: number;
  /** Nothing handed in, and it can still be. */
  pending: number;
  excused: number;
};

export type StudentStanding = {
  studentId: string;
  standing: "submitted" | "missing" | "pending" | "excused";
};

type ExtensionDates = { releaseAt: Date | null; dueAt: Date | null; lateDueAt: Date | null };

/** When nothing is accepted from this student any more. */
function closesAtMs({ dueAt, lateDueAt }: GradedAssignment, own: ExtensionDates | undefined): number {
  const extension = own && {
    releaseAtMs: null,
    dueAtMs: own.dueAt?.getTime() ?? null,
    lateDueAtMs: own.lateDueAt?.getTime() ?? null,
    ...{ timeMultiplier: 1, extraAttempts: 0 },
  };
  const dates = { dueAtMs: dueAt.getTime(), lateDueAtMs: lateDueAt?.getTime() ?? null };
  return effectiveDates({ ...dates, releaseAtMs: 0, attempts: 1 }, extension ?? null).closesAtMs;
}

/** Every present student of the class. An attempt that is still running can be handed in, whatever the date says. */
export async function readStandings(
  db: Database | Transaction,
  assignment: GradedAssignment,
  now: Date,
): Promise<StudentStanding[]> {
  const { id: assignmentId, classId } = assignment;
  const [members, attempts, extensions] = await Promise.all([
    db.classMember.findMany({
      where: { classId, role: "student", removedAt: null },
      select: { userId: true },
      orderBy: { userId: "asc" },
    }),
    db.submission.findMany({ where: { assignmentId }, select: { studentId: true, submittedAt: true } }),
    db.extension.findMany({ where: { assignmentId } }),
  ]);
  const submitted = new Set(attempts.filter((row) => row.submittedAt).map((row) => row.studentId));
  const running = new Set(attempts.filter((row) => !row.submittedAt).map((row) => row.studentId));
  const granted = new Map(extensions.map((row) => [row.studentId, row]));
  return members.map(({ userId: studentId }) => {
    const own = granted.get(studentId);
    if (submitted.has(studentId)) return { studentId, standing: "submitted" };
    if (own?.isExcused) return { studentId, standing: "excused" };
    const isOpen = running.has(studentId) || closesAtMs(assignment, own) >= now.getTime();
    return { studentId, standing: isOpen ? "pending" : "missing" };
  });
}

export async function readHandedIn(db: Database, assignment: GradedAssignment, now: Date): Promise<HandedIn> {
  const standings = await readStandings(db, assignment, now);
  const count = (wanted: StudentStanding["standing"]) =>
    standings.filter(({ standing }) => standing === wanted).length;
  return {
    students: standings.length,
    submitted: count("submitted"),
    missing: count("missing"),
    pending: count("pending"),
    excused: count("excused"),
  };
}
