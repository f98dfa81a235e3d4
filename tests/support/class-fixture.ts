/** A class with people, an assignment and submissions, for integration tests: rows as the product writes them. */
import { randomUUID } from "node:crypto";
import { type AssignmentSettings, NO_PENALTY } from "@/lib/classroom/assignment";
import type { ClassRole } from "@/lib/classroom/roles";
import { database } from "@/lib/data/database";
import type { Stage } from "@/lib/framework/stages";
import type { Viewer } from "@/lib/viewer";
import { createViewer } from "./people";
import { takeInterview } from "./taken-interview";

const DAY_MS = 86_400_000;
export const CLASS_START = new Date("2026-09-07T08:00:00Z");

export type MadeClass = { classId: string; instructor: Viewer; assistant: Viewer; students: Viewer[] };

export async function addMember(classId: string, person: Viewer, role: ClassRole): Promise<void> {
  const db = await database();
  await db.classMember.create({ data: { classId, userId: person.userId, role, joinedAt: CLASS_START } });
}

export async function makeClass(options: { students?: number; timeZone?: string } = {}): Promise<MadeClass> {
  const { students = 2, timeZone = "Europe/Berlin" } = options;
  const db = await database();
  const { id: classId } = await db.class.create({
    data: { name: "ML systems", timeZone, joinCode: randomUUID().slice(0, 8).toUpperCase() },
  });
  const instructor = await createViewer({ role: "instructor", name: "Ines Instructor" });
  const assistant = await createViewer({ name: "Aron Assistant" });
  await addMember(classId, instructor, "instructor");
  await addMember(classId, assistant, "assistant");
  const people: Viewer[] = [];
  for (let i = 1; i <= students; i++) {
    const student = await createViewer({ name: `Student Number ${i}` });
    await addMember(classId, student, "student");
    people.push(student);
  }
  return { classId, instructor, assistant, students: people };
}

export async function makeAssignment(
  classId: string,
  settings: Partial<AssignmentSettings> & { status?: "draft" | "published" } = {},
): Promise<string> {
  const start = CLASS_START.getTime();
  const { status = "published", releaseAtMs = start, dueAtMs = start + 14 * DAY_MS, ...rest } = settings;
  const { lateDueAtMs = start + 21 * DAY_MS, peerReview = null, ...others } = rest;
  const db = await database();
  const { id } = await db.assignment.create({
    data: {
      classId,
      status,
      title: "Video recommendation",
      instructions: "Design it.",
      caseSlugs: ["video-recommendation"],
      mode: "coach",
      level: "senior",
      lengthMinutes: 45,
      latePolicy: NO_PENALTY,
      ...others,
      releaseAt: new Date(releaseAtMs),
      dueAt: new Date(dueAtMs),
      lateDueAt: lateDueAtMs === null ? null : new Date(lateDueAtMs),
      ...(peerReview ? { peerReview } : {}),
    },
  });
  return id;
}

/** An attempt that was taken and submitted forty minutes after `start`. */
export async function makeSubmission(
  assignmentId: string,
  student: Viewer,
  work: { texts: Partial<Record<Stage, string>>; board?: string; start?: Date; attempt?: number },
): Promise<{ submissionId: string; interviewId: string }> {
  const { texts, board, start = new Date(CLASS_START.getTime() + DAY_MS), attempt = 1 } = work;
  const db = await database();
  const { level, caseSlugs } = await db.assignment.findUniqueOrThrow({ where: { id: assignmentId } });
  const alias = 100 + (await db.submission.count({ where: { assignmentId } }));
  const attach = (interviewId: string) =>
    db.submission.create({
      data: { assignmentId, studentId: student.userId, attempt, interviewId, alias, startedAt: start },
    });
  const taken = { caseSlug: caseSlugs[0], level: level as "senior", texts, start, onStart: attach };
  const interviewId = await takeInterview(student, board === undefined ? taken : { ...taken, board });
  const { id } = await db.submission.findUniqueOrThrow({ where: { interviewId } });
  return { submissionId: id, interviewId };
}
