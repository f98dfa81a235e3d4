/** Assignments and extensions: who may what, what is frozen, and that nobody overwrites another silently. */
import { beforeEach, describe, expect, test } from "vitest";
import type { AssignmentInput } from "@/lib/classroom/assignment-input";
import type { ExtensionInput } from "@/lib/classroom/extension-input";
import { deleteDraft, duplicateAssignment, setStatus } from "@/lib/data/assignment/change-status";
import { listAssignments } from "@/lib/data/assignment/list-assignments";
import { listStudents } from "@/lib/data/assignment/list-students";
import { loadAssignment } from "@/lib/data/assignment/load-assignment";
import { listOwnAssignments, loadOwnAssignment } from "@/lib/data/assignment/own-assignments";
import { createAssignment, editAssignment } from "@/lib/data/assignment/save-assignment";
import { database } from "@/lib/data/database";
import { removeExtensions, setExtensions } from "@/lib/data/extension/set-extensions";
import { releaseGrades } from "@/lib/data/grading/release-grades";
import type { AppError } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import {
  addMember,
  CLASS_START,
  type MadeClass,
  makeAssignment,
  makeClass,
  makeSubmission,
} from "../support/class-fixture";
import { createViewer } from "../support/people";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NOW = new Date(CLASS_START.getTime() + HOUR_MS);
const on = (wall: string) => ({ wall, fold: "earlier" as const });
const input: AssignmentInput = {
  title: "Video recommendation",
  instructions: "Design it.",
  caseSlugs: ["video-recommendation"],
  mode: "coach",
  level: "senior",
  lengthMinutes: 45,
  stages: [],
  attempts: 2,
  attemptKept: "best",
  pointsPossible: 100,
  evidenceWorld: null,
  hiddenLabControls: [],
  releaseAt: on("2026-09-07T09:00"),
  dueAt: on("2026-09-21T23:59"),
  lateDueAt: on("2026-09-24T23:59"),
  latePolicy: { unit: "day", percentPerUnit: 10, rounding: "up", floorPercent: 50, graceMinutes: 15 },
  isAnonymous: false,
  reportShown: "with-grades",
  peerReview: null,
};
const grant: ExtensionInput = {
  releaseAt: null,
  dueAt: on("2026-09-28T23:59"),
  lateDueAt: null,
  timeMultiplier: 1.5,
  extraAttempts: 1,
  isExcused: false,
  reason: "Ill in the second week",
};
const TEXTS = { data: "We split by time: train on the days before and test on the days after." };

let made: MadeClass;
let student: Viewer;
let other: Viewer;
beforeEach(async () => {
  made = await makeClass({ students: 2 });
  const [first, second] = made.students;
  if (!first || !second) throw new Error("no students");
  [student, other] = [first, second];
});
const make = async (changes: Partial<AssignmentInput> = {}) => {
  const created = await createAssignment(made.instructor, made.classId, { ...input, ...changes }, NOW);
  return { classId: made.classId, assignmentId: created.assignmentId };
};
const makePublished = async (changes: Partial<AssignmentInput> = {}) => {
  const key = await make(changes);
  await setStatus(made.instructor, key, 0, "published", NOW);
  return key;
};
const refusal = async (tried: Promise<unknown>) =>
  tried.then(
    () => "done",
    (error: AppError) => error.code,
  );
const logOf = async (kind: string) =>
  (await database()).classLogEntry.findMany({
    where: { classId: made.classId, kind },
    orderBy: { id: "asc" },
  });

describe("an assignment", () => {
  test("is kept as its instructor set it, with dates of the class's zone as instants", async () => {
    const key = await make();
    const loaded = await loadAssignment(made.assistant, key);
    expect(loaded).toMatchObject({ status: "draft", revision: 0, hasStarted: false });
    expect(loaded.settings).toMatchObject({
      title: "Video recommendation",
      dueAtMs: Date.parse("2026-09-21T21:59Z"),
      latePolicy: input.latePolicy,
      peerReview: null,
    });
    expect((await logOf("assignment-created")).map(({ actorId }) => actorId)).toEqual([
      made.instructor.userId,
    ]);
  });

  test("is refused with an error at each field, and nothing is kept", async () => {
    const tried = createAssignment(made.instructor, made.classId, { ...input, title: "", attempts: 0 }, NOW);
    await expect(tried).rejects.toMatchObject({
      code: "invalid-input",
      details: { fieldErrors: { title: ["Give it a title."], attempts: [expect.any(String)] } },
    });
    expect((await listAssignments(made.instructor, made.classId)).assignments).toEqual([]);
  });

  test("is made and changed by instructors alone, and an archived class stays as it is", async () => {
    const key = await make();
    const outsider = (await makeClass({ students: 1 })).instructor;
    for (const [viewer, code] of [
      [made.assistant, "forbidden"],
      [student, "forbidden"],
      [outsider, "not-found"],
    ] as const) {
      expect(await refusal(createAssignment(viewer, made.classId, input, NOW))).toBe(code);
      expect(await refusal(editAssignment(viewer, key, 0, input, NOW))).toBe(code);
      expect(await refusal(setStatus(viewer, key, 0, "published", NOW))).toBe(code);
      expect(await refusal(deleteDraft(viewer, key, NOW))).toBe(code);
      expect(await refusal(duplicateAssignment(viewer, key, NOW))).toBe(code);
    }
    await (await database()).class.update({ where: { id: made.classId }, data: { archivedAt: NOW } });
    expect(await refusal(editAssignment(made.instructor, key, 0, input, NOW))).toBe("closed");
    expect((await loadAssignment(made.instructor, key)).revision).toBe(0);
  });

  test("of another class is answered like one that does not exist", async () => {
    const foreign = await makeClass({ students: 1 });
    const assignmentId = await makeAssignment(foreign.classId);
    const mixed = { classId: made.classId, assignmentId };
    const missing = { classId: made.classId, assignmentId: "no-such-id" };
    for (const key of [mixed, missing]) {
      expect(await refusal(loadAssignment(made.instructor, key))).toBe("not-found");
      expect(await refusal(listStudents(made.instructor, key, { words: "", page: 1 }))).toBe("not-found");
      expect(await refusal(loadOwnAssignment(student, key, NOW))).toBe("not-found");
      expect(await refusal(editAssignment(made.instructor, key, 0, input, NOW))).toBe("not-found");
      expect(await refusal(setStatus(made.instructor, key, 0, "draft", NOW))).toBe("not-found");
      expect(await refusal(deleteDraft(made.instructor, key, NOW))).toBe("not-found");
      expect(await refusal(duplicateAssignment(made.instructor, key, NOW))).toBe("not-found");
      const seen = [{ studentId: student.userId, updatedAtMs: null }];
      expect(await refusal(setExtensions(made.instructor, key, seen, grant, NOW))).toBe("not-found");
      expect(await refusal(removeExtensions(made.instructor, key, seen, NOW))).toBe("not-found");
    }
    expect(await (await database()).extension.count({ where: { assignmentId } })).toBe(0);
  });

  test("that somebody else changed meanwhile is not overwritten", async () => {
    const key = await make();
    await editAssignment(made.instructor, key, 0, { ...input, title: "First" }, NOW);
    expect(await refusal(editAssignment(made.instructor, key, 0, { ...input, title: "Second" }, NOW))).toBe(
      "conflict",
    );
    expect(await refusal(setStatus(made.instructor, key, 0, "published", NOW))).toBe("conflict");
    const loaded = await loadAssignment(made.instructor, key);
    expect([loaded.settings.title, loaded.revision, loaded.status]).toEqual(["First", 1, "draft"]);
  });

  test("of two changes at once one is kept and the other told", async () => {
    const key = await make();
    const tried = await Promise.all(
      ["First", "Second"].map((title) =>
        refusal(editAssignment(made.instructor, key, 0, { ...input, title }, NOW)),
      ),
    );
    expect(tried.toSorted()).toEqual(["conflict", "done"]);
  });

  test("cannot become another interview once somebody has started, and its dates still move", async () => {
    const key = await makePublished();
    await makeSubmission(key.assignmentId, student, { texts: TEXTS });
    const frozen = { ...input, level: "staff", stages: ["data"], caseSlugs: ["search-ranking"] };
    await expect(editAssignment(made.instructor, key, 1, frozen, NOW)).rejects.toMatchObject({
      code: "invalid-input",
      details: {
        fieldErrors: {
          level: [expect.any(String)],
          stages: [expect.any(String)],
          caseSlugs: [expect.any(String)],
        },
      },
    });
    expect(await refusal(setStatus(made.instructor, key, 1, "draft", NOW))).toBe("conflict");
    await editAssignment(made.instructor, key, 1, { ...input, dueAt: on("2026-09-22T23:59") }, NOW);
    expect((await loadAssignment(made.instructor, key)).settings.dueAtMs).toBe(
      Date.parse("2026-09-22T21:59Z"),
    );
  });

  test("is taken back and deleted as a draft alone, and duplicated as one", async () => {
    const key = await makePublished();
    expect(await refusal(deleteDraft(made.instructor, key, NOW))).toBe("conflict");
    const copy = await duplicateAssignment(made.instructor, key, NOW);
    const copied = await loadAssignment(made.instructor, { ...key, ...copy });
    expect(copied).toMatchObject({ status: "draft", settings: { title: "Video recommendation (copy)" } });
    await setStatus(made.instructor, key, 1, "draft", NOW);
    await deleteDraft(made.instructor, key, NOW);
    expect(await refusal(loadAssignment(made.instructor, key))).toBe("not-found");
    expect(await logOf("assignment-deleted")).toHaveLength(1);
  });
});

describe("a student", () => {
  test("sees neither a draft nor what is not released, and sees it early when that was granted", async () => {
    const draft = await make();
    const later = await makePublished({ releaseAt: on("2026-09-14T09:00") });
    expect(await listOwnAssignments(student, made.classId, NOW)).toEqual([]);
    for (const key of [draft, later])
      expect(await refusal(loadOwnAssignment(student, key, NOW))).toBe("not-found");
    const early = { ...grant, releaseAt: on("2026-09-07T09:00") };
    const seen = [{ studentId: student.userId, updatedAtMs: null }];
    await setExtensions(made.instructor, later, seen, early, NOW);
    expect((await loadOwnAssignment(student, later, NOW)).state).toBe("open");
    expect(await refusal(loadOwnAssignment(other, later, NOW))).toBe("not-found");
    expect((await listOwnAssignments(student, made.classId, NOW)).map(({ id }) => id)).toEqual([
      later.assignmentId,
    ]);
  });

  test("sees their own attempts and dates, nobody else's, and a grade when it is released", async () => {
    const key = await makePublished();
    await makeSubmission(key.assignmentId, other, { texts: TEXTS });
    const { submissionId } = await makeSubmission(key.assignmentId, student, { texts: TEXTS });
    const db = await database();
    const row = { ...key, studentId: student.userId, submissionId, rawPercent: 80, finalPercent: 70 };
    const { classId: _class, ...grade } = row;
    await db.grade.create({ data: grade });
    const before = await loadOwnAssignment(student, key, NOW);
    expect(before).toMatchObject({ finalPercent: null, attempts: [{ attempt: 1, isKept: true }] });
    await db.grade.updateMany({ where: { studentId: student.userId }, data: { releasedAt: NOW } });
    expect((await loadOwnAssignment(student, key, NOW)).finalPercent).toBe(70);
    expect((await loadOwnAssignment(other, key, NOW)).finalPercent).toBeNull();
  });

  test("of the class has no part in what the staff reads, and the staff none in a student's", async () => {
    const key = await makePublished();
    expect(await refusal(loadAssignment(student, key))).toBe("forbidden");
    expect(await refusal(listStudents(student, key, { words: "", page: 1 }))).toBe("forbidden");
    expect((await listAssignments(student, made.classId)).assignments).toEqual([]);
    expect(await refusal(loadOwnAssignment(made.instructor, key, NOW))).toBe("not-found");
    const stranger = await createViewer({});
    expect(await listOwnAssignments(stranger, made.classId, NOW)).toEqual([]);
    await addMember(made.classId, stranger, "student");
    expect(await listOwnAssignments(stranger, made.classId, NOW)).toHaveLength(1);
  });
});

describe("an extension", () => {
  const seen = () => [{ studentId: student.userId, updatedAtMs: null as number | null }];
  const seenNow = async (key: { classId: string; assignmentId: string }) => {
    const { students } = await listStudents(made.assistant, key, { words: "Number 1", page: 1 });
    return students.map(({ studentId, extension }) => ({
      studentId,
      updatedAtMs: extension?.updatedAtMs ?? null,
    }));
  };

  test("is granted by the staff to students of the class, and its reason is not for the student", async () => {
    const key = await makePublished();
    for (const viewer of [student, other])
      expect(await refusal(setExtensions(viewer, key, seen(), grant, NOW))).toBe("forbidden");
    const foreign = [{ studentId: made.assistant.userId, updatedAtMs: null }];
    expect(await refusal(setExtensions(made.instructor, key, foreign, grant, NOW))).toBe("not-found");
    await setExtensions(made.assistant, key, seen(), grant, NOW);
    const own = await loadOwnAssignment(student, key, NOW);
    expect(own.dates).toMatchObject({
      dueAtMs: Date.parse("2026-09-28T21:59Z"),
      attempts: 3,
      timeMultiplier: 1.5,
    });
    expect(JSON.stringify(own)).not.toContain("Ill in");
    expect(JSON.stringify((await logOf("extension-changed")).map(({ after }) => after))).not.toContain(
      "Ill in",
    );
    const { students } = await listStudents(made.assistant, key, { words: "", page: 1 });
    expect(students.map(({ extension }) => extension?.reason)).toEqual(["Ill in the second week", undefined]);
  });

  test("that somebody else changed meanwhile is not overwritten", async () => {
    const key = await makePublished();
    await setExtensions(made.instructor, key, seen(), grant, NOW);
    expect(await refusal(setExtensions(made.assistant, key, seen(), grant, NOW))).toBe("conflict");
    expect(await refusal(removeExtensions(made.assistant, key, seen(), NOW))).toBe("conflict");
    await removeExtensions(made.assistant, key, await seenNow(key), NOW);
    expect((await loadOwnAssignment(student, key, NOW)).hasExtension).toBe(false);
  });

  test("and a moved due date reckon lateness of what is submitted again", async () => {
    const key = await makePublished();
    const dueAtMs = Date.parse("2026-09-21T21:59Z");
    // The interview is submitted forty minutes after its start.
    const start = new Date(dueAtMs - 40 * 60_000 + 2 * DAY_MS);
    for (const person of [student, other])
      await makeSubmission(key.assignmentId, person, { texts: TEXTS, start });
    const late = async () => {
      const { students } = await listStudents(made.instructor, key, { words: "", page: 1 });
      return students.map(({ work }) => work?.kept?.lateSeconds);
    };
    expect(await late()).toEqual([172_800, 172_800]);
    expect(await setExtensions(made.instructor, key, seen(), grant, NOW)).toEqual({ recomputed: 1 });
    expect(await late()).toEqual([0, 172_800]);
    const moved = { ...input, dueAt: on("2026-09-22T23:59") };
    expect(await editAssignment(made.instructor, key, 1, moved, NOW)).toMatchObject({
      revision: 2,
      recomputed: 1,
    });
    expect(await late()).toEqual([0, 86_400]);
    const [, entry] = await logOf("assignment-changed");
    expect(entry).toMatchObject({ before: { dueAtMs }, after: { recomputedSubmissions: 1 } });
    await removeExtensions(made.instructor, key, await seenNow(key), NOW);
    expect(await late()).toEqual([86_400, 86_400]);
  });
});

describe("released grades", () => {
  test("follow a cheaper late policy and an extension, and each change is in the log", async () => {
    const key = await makePublished();
    const start = new Date(Date.parse("2026-09-21T21:59Z") - 40 * 60_000 + 2 * DAY_MS);
    const { submissionId } = await makeSubmission(key.assignmentId, student, { texts: TEXTS, start });
    const db = await database();
    await db.submissionPoint.updateMany({ where: { submissionId }, data: { credit: 1 } });
    await releaseGrades(made.instructor, { ...key, takesSuggestions: false }, NOW);
    const final = async () => (await loadOwnAssignment(student, key, NOW)).finalPercent;
    expect(await final()).toBe(80);
    const cheaper = { ...input, latePolicy: { ...input.latePolicy, percentPerUnit: 5 } };
    await editAssignment(made.instructor, key, 1, cheaper, NOW);
    expect(await final()).toBe(90);
    const seen = [{ studentId: student.userId, updatedAtMs: null }];
    await setExtensions(made.instructor, key, seen, grant, NOW);
    expect(await final()).toBe(100);
    expect((await logOf("grade-changed")).map(({ before, after }) => [before, after])).toEqual([
      [{ finalPercent: 80 }, { finalPercent: 90 }],
      [{ finalPercent: 90 }, { finalPercent: 100 }],
    ]);
  });
});

describe("the staff's tables", () => {
  test("count who started, submitted and is graded, of the students that are in the class", async () => {
    const key = await makePublished();
    const { submissionId } = await makeSubmission(key.assignmentId, student, { texts: TEXTS });
    await makeSubmission(key.assignmentId, other, { texts: TEXTS });
    const db = await database();
    await db.submissionPoint.updateMany({ where: { submissionId }, data: { credit: 1 } });
    const counts = async () => {
      const { students, assignments } = await listAssignments(made.assistant, made.classId);
      return [students, assignments[0]?.started, assignments[0]?.submitted, assignments[0]?.graded];
    };
    expect(await counts()).toEqual([2, 2, 2, 1]);
    await db.classMember.updateMany({ where: { userId: other.userId }, data: { removedAt: NOW } });
    expect(await counts()).toEqual([1, 1, 1, 1]);
  });

  test("of an anonymous assignment say who has submitted, and nothing that leads to their work", async () => {
    const key = await makePublished({ isAnonymous: true });
    const { submissionId } = await makeSubmission(key.assignmentId, student, { texts: TEXTS });
    const list = () => listStudents(made.instructor, key, { words: "", page: 1 });
    const { students } = await list();
    expect(students.map(({ state, work }) => [state, work])).toEqual([
      ["submitted", null],
      ["not-started", null],
    ]);
    expect(JSON.stringify(students)).not.toContain(submissionId);
    await (await database()).assignment.update({
      where: { id: key.assignmentId },
      data: { gradesReleasedAt: NOW },
    });
    expect((await list()).students[0]?.work).toMatchObject({ attempts: 1, kept: { submissionId } });
  });

  test("find a student by name or address, and say how many match", async () => {
    const key = await make();
    const found = await listStudents(made.instructor, key, { words: "number 2", page: 1 });
    expect([found.matching, found.students.map(({ name }) => name)]).toEqual([1, ["Student Number 2"]]);
    expect((await listStudents(made.instructor, key, { words: "", page: 2 })).students).toEqual([]);
  });
});
