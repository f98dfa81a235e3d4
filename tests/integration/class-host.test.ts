/** What a host's administrators do about classes, what an account takes away of them, and what its end does to them. */
import { describe, expect, test } from "vitest";
import { removeMember } from "@/lib/data/class/change-member";
import { exportClasses } from "@/lib/data/class/export-classes";
import { leaveAllClasses } from "@/lib/data/class/leave-all-classes";
import { requireMember } from "@/lib/data/class/membership";
import { database } from "@/lib/data/database";
import { listAbandonedClasses, nameInstructor } from "@/lib/data/host/abandoned-classes";
import { findAccount, giveRole } from "@/lib/data/host/give-role";
import type { Viewer } from "@/lib/viewer";
import {
  addMember,
  makeAssignment,
  makeClass,
  makeSubmission,
  CLASS_START as now,
} from "../support/class-fixture";
import { createViewer } from "../support/people";

const refusedAs = (code: string) => expect.objectContaining({ code });
const emailOf = async ({ userId }: Viewer) =>
  (await (await database()).user.findUniqueOrThrow({ where: { id: userId } })).email;
const roleOf = async ({ userId }: Viewer) =>
  (await (await database()).user.findUniqueOrThrow({ where: { id: userId } })).role;

describe("an administrator", () => {
  test("finds an account by its whole address and gives and takes the role of an instructor", async () => {
    const admin = await createViewer({ role: "admin" });
    const candidate = await createViewer({ name: "Cora" });
    const found = await findAccount(admin, ` ${(await emailOf(candidate)).toUpperCase()} `);
    expect(found).toMatchObject({ userId: candidate.userId, name: "Cora", role: "candidate" });
    await giveRole(admin, candidate.userId, "instructor");
    expect(await roleOf(candidate)).toBe("instructor");
    await giveRole(admin, candidate.userId, "candidate");
    expect(await roleOf(candidate)).toBe("candidate");
  });

  test("makes and unmakes no administrator, and finds no guest", async () => {
    const admin = await createViewer({ role: "admin" });
    const guest = await createViewer({ isGuest: true });
    await expect(giveRole(admin, admin.userId, "candidate")).rejects.toEqual(refusedAs("not-found"));
    await expect(giveRole(admin, guest.userId, "instructor")).rejects.toEqual(refusedAs("not-found"));
    await expect(findAccount(admin, await emailOf(guest))).rejects.toEqual(refusedAs("not-found"));
    expect(await roleOf(admin)).toBe("admin");
  });

  test("is the only one who does any of it", async () => {
    const { classId, instructor } = await makeClass();
    const other = await createViewer();
    for (const act of [
      () => findAccount(instructor, "a@example.org"),
      () => giveRole(instructor, other.userId, "instructor"),
      () => listAbandonedClasses(instructor),
      () => nameInstructor(instructor, classId, "a@example.org", now),
    ])
      await expect(act()).rejects.toEqual(refusedAs("forbidden"));
  });

  test("names an instructor only where there is none, and the class's log says so", async () => {
    const admin = await createViewer({ role: "admin" });
    const { classId, instructor, assistant } = await makeClass();
    const email = await emailOf(assistant);
    await expect(nameInstructor(admin, classId, email, now)).rejects.toEqual(refusedAs("conflict"));
    const db = await database();
    await db.user.delete({ where: { id: instructor.userId } });
    const listed = (await listAbandonedClasses(admin)).find((each) => each.classId === classId);
    expect(listed).toMatchObject({ name: "ML systems", members: 3 });
    await nameInstructor(admin, classId, email, now);
    expect((await requireMember(db, assistant, classId)).role).toBe("instructor");
    expect(await db.classLogEntry.findMany({ where: { classId, kind: "instructor-named" } })).toMatchObject([
      { actorId: admin.userId, studentId: assistant.userId },
    ]);
    expect((await listAbandonedClasses(admin)).map((each) => each.classId)).not.toContain(classId);
    await expect(requireMember(db, admin, classId)).rejects.toEqual(refusedAs("not-found"));
  });
});

describe("an account that goes", () => {
  test("stays while a class with others in it has no other instructor, and is told which", async () => {
    const { classId, instructor, assistant } = await makeClass();
    await expect(leaveAllClasses(instructor.userId)).rejects.toThrow(/only instructor of “ML systems”/);
    const db = await database();
    expect(await db.class.count({ where: { id: classId } })).toBe(1);
    await db.classMember.updateMany({
      where: { classId, userId: assistant.userId },
      data: { role: "instructor" },
    });
    await leaveAllClasses(instructor.userId);
    expect(await db.class.count({ where: { id: classId } })).toBe(1);
  });

  test("stays for the work of somebody who was removed, too", async () => {
    const { classId, instructor, assistant, students } = await makeClass({ students: 1 });
    for (const { userId } of [assistant, ...students])
      await removeMember(instructor, { classId, userId }, now);
    await expect(leaveAllClasses(instructor.userId)).rejects.toEqual(refusedAs("conflict"));
  });

  test("takes a class along in which nobody else ever was", async () => {
    const { classId, instructor } = await makeClass();
    const db = await database();
    await db.classMember.deleteMany({ where: { classId, userId: { not: instructor.userId } } });
    await leaveAllClasses(instructor.userId);
    expect(await db.class.count({ where: { id: classId } })).toBe(0);
  });

  test("of a student goes with what it handed in", async () => {
    const { classId, students } = await makeClass({ students: 1 });
    const [student] = students;
    if (!student) throw new Error("no student");
    const assignmentId = await makeAssignment(classId);
    await makeSubmission(assignmentId, student, { texts: { data: "A split by time." } });
    await leaveAllClasses(student.userId);
    const db = await database();
    await db.user.delete({ where: { id: student.userId } });
    expect(await db.submission.count({ where: { assignmentId } })).toBe(0);
    expect(await db.classMember.count({ where: { classId, userId: student.userId } })).toBe(0);
  });
});

describe("what an account takes away", () => {
  async function graded(released: boolean) {
    const { classId, instructor, students } = await makeClass({ students: 2 });
    const [student, other] = students;
    if (!student || !other) throw new Error("no students");
    const assignmentId = await makeAssignment(classId);
    const { submissionId } = await makeSubmission(assignmentId, student, {
      texts: { data: "A split by time." },
    });
    const db = await database();
    const at = released ? now : null;
    await db.assignment.update({ where: { id: assignmentId }, data: { gradesReleasedAt: at } });
    await db.grade.create({
      data: { assignmentId, studentId: student.userId, rawPercent: 80, finalPercent: 80, releasedAt: at },
    });
    await db.gradeComment.create({
      data: { submissionId, body: "REMARK-CANARY", authorId: instructor.userId },
    });
    await db.extension.create({ data: { assignmentId, studentId: student.userId, reason: "REASON-CANARY" } });
    await db.rosterEntry.create({
      data: {
        classId,
        email: "x@example.org",
        name: "List Name",
        section: "A",
        memberUserId: student.userId,
      },
    });
    return { student, other };
  }

  test("holds grades and remarks once they are released", async () => {
    const { student, other } = await graded(true);
    const own = await exportClasses(student);
    expect(own.memberships).toMatchObject([
      { class: "ML systems", role: "student", onRoster: { section: "A" } },
    ]);
    expect(own.grades).toMatchObject([{ assignment: "Video recommendation", finalPercent: 80 }]);
    expect(own.submissions).toMatchObject([{ attempt: 1, comments: [{ body: "REMARK-CANARY" }] }]);
    expect(JSON.stringify(own)).not.toContain("REASON-CANARY");
    expect(JSON.stringify(own)).not.toContain("alias");
    const others = await exportClasses(other);
    expect(others).toMatchObject({ submissions: [], grades: [], extensions: [] });
    expect(others.memberships).toMatchObject([{ onRoster: null }]);
  });

  test("holds neither before", async () => {
    const { student } = await graded(false);
    const own = await exportClasses(student);
    expect(own.grades).toEqual([]);
    expect(JSON.stringify(own)).not.toContain("REMARK-CANARY");
    expect(own.submissions).toHaveLength(1);
  });

  test("holds classes that are over for them", async () => {
    const { classId, instructor } = await makeClass();
    const gone = await createViewer();
    await addMember(classId, gone, "student");
    await removeMember(instructor, { classId, userId: gone.userId }, now);
    expect((await exportClasses(gone)).memberships).toMatchObject([{ removedAt: now }]);
    expect((await exportClasses(instructor)).acts).toMatchObject([{ kind: "member-removed" }]);
  });
});
