/** The log of a class: what it says to whom, and what it keeps back of an anonymous assignment. */
import { describe, expect, test } from "vitest";
import { appendClassLog, type ClassAct } from "@/lib/data/class/append-log";
import { LOG_ENTRIES_PER_PAGE, listStaff, readClassLog } from "@/lib/data/class/read-log";
import { database } from "@/lib/data/database";
import type { Viewer } from "@/lib/viewer";
import { makeAssignment, makeClass, makeSubmission, CLASS_START as now } from "../support/class-fixture";
import { createViewer } from "../support/people";

const ALL = { area: null, actorId: null, before: null };
const append = async (viewer: Viewer | null, ...acts: ClassAct[]) =>
  appendClassLog(await database(), viewer, acts, now);

async function classWithWork(isAnonymous: boolean) {
  const made = await makeClass({ students: 1 });
  const [student] = made.students;
  if (!student) throw new Error("no student");
  const db = await database();
  await db.user.update({ where: { id: student.userId }, data: { name: "NAME-CANARY" } });
  const assignmentId = await makeAssignment(made.classId, { isAnonymous });
  const { submissionId, interviewId } = await makeSubmission(assignmentId, student, {
    texts: { data: "By time." },
  });
  const { classId } = made;
  const about = { classId, assignmentId, submissionId, studentId: student.userId };
  await db.classLogEntry.deleteMany({ where: { classId } });
  await append(student, { ...about, kind: "submission-submitted" });
  await append(made.assistant, {
    ...{ ...about, kind: "point-graded", pointId: "data-time-split" },
    before: { credit: null },
    after: { credit: 0.5, decidedBy: "NAME-CANARY" },
  });
  await append(made.instructor, {
    ...{ classId, assignmentId, studentId: student.userId, kind: "extension-changed" },
    after: { extraAttempts: 1, reason: "NAME-CANARY is ill" },
  });
  const { email } = await db.user.findUniqueOrThrow({ where: { id: student.userId } });
  return { ...made, assignmentId, student, secrets: ["NAME-CANARY", student.userId, interviewId, email] };
}

describe("the log", () => {
  test("says the staff who did what to whom, newest first, and nobody else anything", async () => {
    const { classId, instructor, assistant, students } = await classWithWork(false);
    const { entries, older } = await readClassLog(assistant, classId, ALL);
    expect(older).toBeNull();
    expect(entries).toMatchObject([
      {
        actor: "Ines Instructor",
        words: "changed an extension",
        student: "NAME-CANARY",
        changes: ["reason: NAME-CANARY is ill", "extra attempts: 1"],
      },
      {
        actor: "Aron Assistant",
        words: "graded a point",
        pointId: "data-time-split",
        assignment: "Video recommendation",
      },
      { actor: "NAME-CANARY", words: "submitted an attempt", student: null },
    ]);
    expect((await listStaff(instructor, classId)).map(({ name }) => name)).toEqual([
      "Ines Instructor",
      "Aron Assistant",
    ]);
    const [student] = students;
    if (!student) throw new Error("no student");
    for (const read of [readClassLog, listStaff]) {
      await expect(read(student, classId, ALL)).rejects.toMatchObject({ code: "forbidden" });
      await expect(read(await createViewer({ role: "admin" }), classId, ALL)).rejects.toMatchObject({
        code: "not-found",
      });
    }
  });

  test("holds nothing that tells who a student of an anonymous assignment is, until grades are released", async () => {
    const { classId, instructor, assignmentId, secrets } = await classWithWork(true);
    const hidden = await readClassLog(instructor, classId, ALL);
    for (const secret of secrets) expect(JSON.stringify(hidden)).not.toContain(secret);
    expect(hidden.entries).toMatchObject([
      // Who gave it knows to whom: with a number here they would know whose the number is.
      { actor: "Ines Instructor", student: "A student", changes: ["extra attempts: 1"] },
      { actor: "Aron Assistant", student: "Student 100", changes: ["credit: none → 0.5"] },
      { actor: "Student 100", student: null },
    ]);
    await (await database()).assignment.update({
      where: { id: assignmentId },
      data: { gradesReleasedAt: now },
    });
    const open = await readClassLog(instructor, classId, ALL);
    expect(open.entries.map(({ student, actor }) => [actor, student])).toContainEqual([
      "Aron Assistant",
      "NAME-CANARY",
    ]);
  });

  test("keeps a student of an assignment that is gone hidden", async () => {
    const { classId, instructor, assignmentId, secrets } = await classWithWork(true);
    await (await database()).assignment.delete({ where: { id: assignmentId } });
    const log = JSON.stringify(await readClassLog(instructor, classId, ALL));
    for (const secret of secrets) expect(log).not.toContain(secret);
  });

  test("cannot be asked for the acts of one student", async () => {
    const { classId, instructor, student, assistant } = await classWithWork(true);
    expect((await readClassLog(instructor, classId, { ...ALL, actorId: student.userId })).entries).toEqual(
      [],
    );
    const own = await readClassLog(instructor, classId, { ...ALL, actorId: assistant.userId });
    expect(own.entries.map(({ words }) => words)).toEqual(["graded a point"]);
    const grading = await readClassLog(instructor, classId, { ...ALL, area: "grades" });
    expect(grading.entries.map(({ words }) => words)).toEqual(["graded a point"]);
  });

  test("is read in pages without a gap or a repetition", async () => {
    const { classId, instructor } = await makeClass();
    const count = 2 * LOG_ENTRIES_PER_PAGE + 5;
    await append(
      instructor,
      ...Array.from({ length: count }, (_, i) => ({ classId, kind: "class-changed", after: { i } }) as const),
    );
    const seen: string[] = [];
    for (let before: string | null = "999999999999"; before !== null; ) {
      const page = await readClassLog(instructor, classId, { ...ALL, before: BigInt(before) });
      seen.push(...page.entries.map(({ id }) => id));
      before = page.older;
    }
    expect(seen).toHaveLength(count);
    expect(new Set(seen).size).toBe(count);
  });
});
