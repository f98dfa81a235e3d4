/** Members, roles, rosters and the settings of a class: who may do what, and what becomes of who is out. */
import { describe, expect, test } from "vitest";
import { countFates } from "@/lib/classroom/roster/plan-import";
import { archiveClass, changeClass, deleteClass } from "@/lib/data/class/change-class";
import { changeJoinSettings, rotateJoinCode, switchOffJoinCode } from "@/lib/data/class/change-join-code";
import { changeRole, leaveClass, letInAgain, removeMember } from "@/lib/data/class/change-member";
import { createClass } from "@/lib/data/class/create-class";
import { joinClass } from "@/lib/data/class/join-class";
import { listClasses } from "@/lib/data/class/list-classes";
import { listMembers } from "@/lib/data/class/list-members";
import { loadOverview } from "@/lib/data/class/load-overview";
import { requireMember } from "@/lib/data/class/membership";
import { database } from "@/lib/data/database";
import { dropRosterEntry } from "@/lib/data/roster/drop-entry";
import { importRoster, previewRoster } from "@/lib/data/roster/import-roster";
import type { Viewer } from "@/lib/viewer";
import { addMember, makeAssignment, makeClass, CLASS_START as now } from "../support/class-fixture";
import { createViewer } from "../support/people";

const refusedAs = (code: string) => expect.objectContaining({ code });
const first = <T>(list: readonly T[]): T => {
  if (list[0] === undefined) throw new Error("nobody");
  return list[0];
};
const codeOf = async (classId: string) =>
  (await (await database()).class.findUniqueOrThrow({ where: { id: classId } })).joinCode;
const emailOf = async ({ userId }: Viewer) =>
  (await (await database()).user.findUniqueOrThrow({ where: { id: userId } })).email;
const kindsOf = async (classId: string) =>
  (await (await database()).classLogEntry.findMany({ where: { classId }, orderBy: { id: "asc" } })).map(
    ({ kind }) => kind,
  );
const everybody = { shown: "members", search: "", page: 0 } as const;

/** Everything that only instructors do to a class. */
const INSTRUCTOR_ACTS = (
  classId: string,
  other: Viewer,
): [string, (viewer: Viewer) => Promise<unknown>][] => [
  ["rename", (viewer) => changeClass(viewer, classId, { name: "Mine", timeZone: "UTC" }, now)],
  ["new code", (viewer) => rotateJoinCode(viewer, classId, now)],
  ["no code", (viewer) => switchOffJoinCode(viewer, classId, now)],
  [
    "join settings",
    (viewer) => changeJoinSettings(viewer, classId, { expiry: "1", limit: 1, isRosterOnly: true }, now),
  ],
  ["role", (viewer) => changeRole(viewer, { classId, userId: other.userId }, "instructor", now)],
  ["remove", (viewer) => removeMember(viewer, { classId, userId: other.userId }, now)],
  ["let in", (viewer) => letInAgain(viewer, { classId, userId: other.userId }, now)],
  ["preview", (viewer) => previewRoster(viewer, classId, "email,name\na@example.org,A")],
  [
    "import",
    (viewer) =>
      importRoster(
        viewer,
        classId,
        { text: "email,name\na@example.org,A", dropAbsent: false, shown: { new: 1, changed: 0, absent: 0 } },
        now,
      ),
  ],
  ["archive", (viewer) => archiveClass(viewer, classId, true, now)],
  ["delete", (viewer) => deleteClass(viewer, classId, "ML systems")],
];

describe("a class", () => {
  test("is changed by its instructors alone; to strangers it does not exist, an administrator being one", async () => {
    const { classId, assistant, students } = await makeClass();
    const admin = await createViewer({ role: "admin" });
    const foreign = (await makeClass()).instructor;
    for (const [name, act] of INSTRUCTOR_ACTS(classId, first(students))) {
      await expect(act(assistant), name).rejects.toEqual(refusedAs("forbidden"));
      await expect(act(first(students)), name).rejects.toEqual(refusedAs("forbidden"));
      for (const stranger of [admin, foreign])
        await expect(act(stranger), name).rejects.toEqual(refusedAs("not-found"));
    }
    expect(await kindsOf(classId)).toEqual([]);
  });

  test("that is archived is read and not changed, until it is opened again", async () => {
    const { classId, instructor, students } = await makeClass();
    await archiveClass(instructor, classId, true, now);
    for (const [name, act] of INSTRUCTOR_ACTS(classId, first(students)).slice(0, 9))
      await expect(act(instructor), name).rejects.toEqual(refusedAs("closed"));
    expect((await listMembers(instructor, classId, everybody)).found).toBe(4);
    await archiveClass(instructor, classId, false, now);
    await changeClass(instructor, classId, { name: "Opened", timeZone: "UTC" }, now);
    expect((await loadOverview(instructor, classId)).students).toBe(2);
  });

  test("is deleted when it is archived and its name was typed, and interviews stay with who took them", async () => {
    const { classId, instructor } = await makeClass();
    await expect(deleteClass(instructor, classId, "ML systems")).rejects.toEqual(refusedAs("conflict"));
    await archiveClass(instructor, classId, true, now);
    await expect(deleteClass(instructor, classId, "ML system")).rejects.toEqual(refusedAs("invalid-input"));
    await deleteClass(instructor, classId, " ML systems ");
    await expect(requireMember(await database(), instructor, classId)).rejects.toEqual(
      refusedAs("not-found"),
    );
  });

  test("gets a new code, and the one before is dead at once", async () => {
    const { instructor, classId } = await makeClass();
    const before = (await codeOf(classId)) ?? "";
    await changeJoinSettings(instructor, classId, { expiry: "1", limit: 1, isRosterOnly: false }, now);
    const tomorrow = new Date(now.getTime() + 86_400_000);
    await expect(joinClass(await createViewer(), before, "a1", tomorrow)).rejects.toEqual(
      refusedAs("not-found"),
    );
    await rotateJoinCode(instructor, classId, tomorrow);
    await expect(joinClass(await createViewer(), before, "a2", tomorrow)).rejects.toEqual(
      refusedAs("not-found"),
    );
    await joinClass(await createViewer(), (await codeOf(classId)) ?? "", "a3", tomorrow);
    await switchOffJoinCode(instructor, classId, tomorrow);
    expect(await codeOf(classId)).toBeNull();
    const log = await (await database()).classLogEntry.findMany({ where: { classId } });
    expect(JSON.stringify(log.map(({ before, after }) => [before, after]))).not.toContain(before);
  });
});

describe("a member", () => {
  test("who is removed is out with the next request and not let in by the code, until an instructor does", async () => {
    const { classId, instructor, students } = await makeClass();
    const student = first(students);
    const target = { classId, userId: student.userId };
    const code = (await codeOf(classId)) ?? "";
    await loadOverview(student, classId);
    await removeMember(instructor, target, now);
    await expect(loadOverview(student, classId)).rejects.toEqual(refusedAs("not-found"));
    expect(await listClasses(student, now)).toEqual([]);
    await expect(joinClass(student, code, "b1", now)).rejects.toEqual(refusedAs("not-found"));
    await letInAgain(instructor, target, now);
    expect((await loadOverview(student, classId)).role).toBe("student");
    expect(await kindsOf(classId)).toEqual(["member-removed", "member-let-in-again"]);
  });

  test("who is an assistant and removed can grade nothing with the next request", async () => {
    const { classId, instructor, assistant } = await makeClass();
    await listMembers(assistant, classId, everybody);
    await changeRole(instructor, { classId, userId: assistant.userId }, "student", now);
    await expect(listMembers(assistant, classId, everybody)).rejects.toEqual(refusedAs("forbidden"));
    await removeMember(instructor, { classId, userId: assistant.userId }, now);
    await expect(listMembers(assistant, classId, everybody)).rejects.toEqual(refusedAs("not-found"));
  });

  test("who leaves may come back by the code, as a student", async () => {
    const { classId, assistant, instructor } = await makeClass();
    await leaveClass(assistant, classId, now);
    await expect(letInAgain(instructor, { classId, userId: assistant.userId }, now)).rejects.toEqual(
      refusedAs("not-found"),
    );
    await joinClass(assistant, (await codeOf(classId)) ?? "", "b2", now);
    expect((await loadOverview(assistant, classId)).role).toBe("student");
  });

  test("who is the only instructor stays, however they try to go, also two at once", async () => {
    const { classId, instructor, students } = await makeClass();
    const self = { classId, userId: instructor.userId };
    for (const act of [
      () => leaveClass(instructor, classId, now),
      () => removeMember(instructor, self, now),
      () => changeRole(instructor, self, "student", now),
    ])
      await expect(act()).rejects.toEqual(refusedAs("conflict"));
    await changeRole(instructor, { classId, userId: first(students).userId }, "instructor", now);
    const both = await Promise.allSettled([
      leaveClass(instructor, classId, now),
      leaveClass(first(students), classId, now),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const db = await database();
    expect(await db.classMember.count({ where: { classId, role: "instructor", removedAt: null } })).toBe(1);
  });

  test("of another class is no member here, whatever id is given", async () => {
    const mine = await makeClass();
    const other = await makeClass();
    const stranger = { classId: mine.classId, userId: first(other.students).userId };
    await expect(removeMember(mine.instructor, stranger, now)).rejects.toEqual(refusedAs("not-found"));
    await expect(changeRole(mine.instructor, stranger, "assistant", now)).rejects.toEqual(
      refusedAs("not-found"),
    );
  });
});

describe("a roster", () => {
  const TEXT =
    "email,name,section\nada@example.org,Ada,A\nbob@example.org,Bob,B\nnobody,Nemo,C\nADA@example.org,Ada,A\n";
  const run = async (viewer: Viewer, classId: string, text: string, dropAbsent = false) => {
    const plan = await previewRoster(viewer, classId, text);
    const { new: added, changed } = countFates(plan.rows);
    return importRoster(
      viewer,
      classId,
      { text, dropAbsent, shown: { new: added, changed, absent: plan.absent.length } },
      now,
    );
  };
  const rows = async (classId: string) =>
    (await database()).rosterEntry.findMany({ where: { classId }, orderBy: { email: "asc" } });

  test("is shown before it is written, and the same file again changes nothing", async () => {
    const { classId, instructor } = await makeClass();
    const plan = await previewRoster(instructor, classId, TEXT);
    expect(countFates(plan.rows)).toEqual({ new: 2, changed: 0, unchanged: 0, duplicate: 1, problem: 1 });
    expect(await rows(classId)).toEqual([]);
    expect(await run(instructor, classId, TEXT)).toEqual({ added: 2, changed: 0, dropped: 0 });
    const written = await rows(classId);
    expect(await run(instructor, classId, TEXT)).toEqual({ added: 0, changed: 0, dropped: 0 });
    expect(await rows(classId)).toEqual(written);
    expect(await kindsOf(classId)).toEqual(["roster-imported"]);
  });

  test("is changed where the file differs, keeps what the file has no column for, and drops nobody unasked", async () => {
    const { classId, instructor } = await makeClass();
    await run(instructor, classId, TEXT);
    const next = "email,name\nbob@example.org,Robert";
    expect(await run(instructor, classId, next)).toEqual({ added: 0, changed: 1, dropped: 0 });
    expect(await rows(classId)).toMatchObject([
      { name: "Ada", section: "A" },
      { name: "Robert", section: "B" },
    ]);
    expect(await run(instructor, classId, next, true)).toEqual({ added: 0, changed: 0, dropped: 1 });
    expect(await rows(classId)).toMatchObject([{ name: "Robert" }]);
  });

  test("that has changed since it was shown is not imported", async () => {
    const { classId, instructor } = await makeClass();
    const shown = { new: 2, changed: 0, absent: 0 };
    await run(instructor, classId, "email,name\nada@example.org,Ada");
    await expect(
      importRoster(instructor, classId, { text: TEXT, dropAbsent: false, shown }, now),
    ).rejects.toEqual(refusedAs("conflict"));
    expect(await rows(classId)).toHaveLength(1);
  });

  test("is linked to members with its addresses, who stay members when their row goes", async () => {
    const { classId, instructor, students } = await makeClass();
    const student = first(students);
    await run(
      instructor,
      classId,
      `email,name,section\n${(await emailOf(student)).toUpperCase()},On The List,A`,
    );
    const listed = async () =>
      (await listMembers(instructor, classId, everybody)).members.find(
        ({ userId }) => userId === student.userId,
      );
    expect((await listed())?.expected).toMatchObject({ name: "On The List", section: "A" });
    await removeMember(instructor, { classId, userId: student.userId }, now);
    expect(await rows(classId)).toMatchObject([{ memberUserId: null }]);
    await letInAgain(instructor, { classId, userId: student.userId }, now);
    expect(await rows(classId)).toMatchObject([{ memberUserId: student.userId }]);
    await dropRosterEntry(instructor, classId, first(await rows(classId)).id, now);
    expect((await listed())?.expected).toBeNull();
  });

  test("is dropped from by its own class's instructors alone", async () => {
    const mine = await makeClass();
    const other = await makeClass();
    await run(mine.instructor, mine.classId, TEXT);
    const entryId = first(await rows(mine.classId)).id;
    await expect(dropRosterEntry(other.instructor, other.classId, entryId, now)).rejects.toEqual(
      refusedAs("not-found"),
    );
    await expect(dropRosterEntry(other.instructor, mine.classId, entryId, now)).rejects.toEqual(
      refusedAs("not-found"),
    );
    expect(await rows(mine.classId)).toHaveLength(2);
  });

  test("of ten thousand rows is imported, and again with all of them changed", async () => {
    const { classId, instructor } = await makeClass();
    const file = (section: string) =>
      [
        "email,name,section",
        ...Array.from({ length: 10_000 }, (_, i) => `p${i}@example.org,Person ${i},${section}`),
      ].join("\n");
    expect(await run(instructor, classId, file("A"))).toEqual({ added: 10_000, changed: 0, dropped: 0 });
    expect(await run(instructor, classId, file("B"))).toEqual({ added: 0, changed: 10_000, dropped: 0 });
    expect(await (await database()).rosterEntry.count({ where: { classId, section: "B" } })).toBe(10_000);
  });
});

describe("the list of one's classes", () => {
  test("says a student what is due next by the date that holds for them, and the staff what waits", async () => {
    const { classId, instructor, students } = await makeClass();
    const student = first(students);
    const start = now.getTime();
    await makeAssignment(classId, { title: "Draft", status: "draft", dueAtMs: start + 1_000 });
    await makeAssignment(classId, { title: "Over", dueAtMs: start - 1_000 });
    await makeAssignment(classId, { title: "Not out", releaseAtMs: start + 5_000, dueAtMs: start + 6_000 });
    const late = await makeAssignment(classId, { title: "Extended", dueAtMs: start + 2_000 });
    await makeAssignment(classId, { title: "Next", dueAtMs: start + 9_000 });
    const dueAt = new Date(start + 20_000);
    await (await database()).extension.create({
      data: { assignmentId: late, studentId: student.userId, dueAt },
    });
    const [own] = await listClasses(student, now);
    expect(own).toMatchObject({ role: "student", students: null, toGrade: null, nextDue: { title: "Next" } });
    const later = await listClasses(student, new Date(start + 10_000));
    expect(later[0]?.nextDue).toMatchObject({ title: "Extended", dueAt });
    expect(await listClasses(instructor, now)).toMatchObject([{ students: 2, toGrade: 0, nextDue: null }]);
  });

  test("leaves out what a student is excused from", async () => {
    const { classId, students } = await makeClass();
    const { userId: studentId, ...student } = first(students);
    const assignmentId = await makeAssignment(classId, { dueAtMs: now.getTime() + 1_000 });
    await (await database()).extension.create({ data: { assignmentId, studentId, isExcused: true } });
    expect((await listClasses({ ...student, userId: studentId }, now))[0]?.nextDue).toBeNull();
  });

  test("holds one's own alone", async () => {
    const { classId } = await makeClass();
    const stranger = await createViewer();
    await createClass(stranger, { name: "Other", timeZone: "UTC" }, "accounts", now);
    expect((await listClasses(stranger, now)).map(({ name }) => name)).toEqual(["Other"]);
    await addMember(classId, stranger, "student");
    expect((await listClasses(stranger, now)).map(({ name }) => name)).toEqual(["ML systems", "Other"]);
  });
});
