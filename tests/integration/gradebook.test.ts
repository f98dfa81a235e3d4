/** Who reads which grades of a class, and what leaves it as a file. */
import { beforeAll, describe, expect, test } from "vitest";
import { assignmentCsv, gradebookCsv } from "@/lib/classroom/gradebook/gradebook-csv";
import { database } from "@/lib/data/database";
import { exportRecord } from "@/lib/data/gradebook/export-record";
import { listBehindCell } from "@/lib/data/gradebook/list-behind-cell";
import { loadAssignmentGrades } from "@/lib/data/gradebook/load-assignment-grades";
import { loadGradebook } from "@/lib/data/gradebook/load-gradebook";
import { loadOwnGrades } from "@/lib/data/gradebook/load-own-grades";
import { loadRecord } from "@/lib/data/gradebook/load-record";
import { loadStatistics } from "@/lib/data/gradebook/load-statistics";
import { noteExport } from "@/lib/data/gradebook/note-export";
import type { Viewer } from "@/lib/viewer";
import {
  CLASS_START,
  type MadeClass,
  makeAssignment,
  makeClass,
  makeSubmission,
} from "../support/class-fixture";

const NOW = new Date(CLASS_START.getTime() + 30 * 86_400_000);
const TEXT =
  "We split by time: train on the days before and test on the days after, as serving sees only the past.";

type Scene = MadeClass & {
  ann: Viewer;
  ben: Viewer;
  /** Graded and released; graded; handed in. */
  released: { id: string; submissionId: string };
  graded: { id: string; submissionId: string };
  anonymous: { id: string; submissionId: string; interviewId: string };
};
let scene: Scene;
let other: MadeClass & { assignmentId: string };

async function gradeAll(submissionId: string, credit: number) {
  const db = await database();
  await db.submissionPoint.updateMany({
    where: { submissionId },
    data: { credit, decidedBy: "changed", gradedAt: NOW, revision: 1 },
  });
}

async function handedIn(classId: string, student: Viewer, settings: Parameters<typeof makeAssignment>[1]) {
  const id = await makeAssignment(classId, { stages: ["data"], ...settings });
  return { id, ...(await makeSubmission(id, student, { texts: { data: TEXT } })) };
}

beforeAll(async () => {
  const made = await makeClass({ students: 2 });
  const [ann, ben] = made.students as [Viewer, Viewer];
  const { classId } = made;
  const db = await database();
  await db.rosterEntry.create({
    data: { classId, email: "cy@example.org", name: "=Cy", section: "B", studentNumber: "007" },
  });
  const released = await handedIn(classId, ann, { title: "One" });
  const graded = await handedIn(classId, ann, { title: "Two" });
  const anonymous = await handedIn(classId, ann, { title: "Three", isAnonymous: true });
  for (const { submissionId } of [released, graded, anonymous]) await gradeAll(submissionId, 0.5);
  await db.assignment.update({ where: { id: released.id }, data: { gradesReleasedAt: NOW } });
  await db.grade.create({
    data: {
      assignmentId: released.id,
      studentId: ann.userId,
      rawPercent: 50,
      finalPercent: 41.25,
      releasedAt: NOW,
    },
  });
  for (const { id, submissionId } of [graded, anonymous])
    await db.classLogEntry.create({
      data: {
        classId,
        kind: "point-graded",
        assignmentId: id,
        submissionId,
        studentId: ann.userId,
        at: NOW,
        after: { credit: 0.5 },
      },
    });
  scene = { ...made, ann, ben, released, graded, anonymous };
  const foreign = await makeClass({ students: 1 });
  other = { ...foreign, assignmentId: await makeAssignment(foreign.classId) };
}, 60_000);

describe("the gradebook", () => {
  test("shows the staff each student's state, grade and total, and who has not joined", async () => {
    for (const viewer of [scene.instructor, scene.assistant]) {
      const { rows, assignments, sections } = await loadGradebook(viewer, scene.classId, NOW);
      expect(assignments.map(({ title }) => title)).toEqual(["One", "Two", "Three"]);
      const ann = rows.find(({ student }) => student.userId === scene.ann.userId);
      expect(ann?.cells.map(({ state, percent }) => [state, percent])).toEqual([
        ["released", 41.25],
        ["graded", 50],
        ["submitted", null],
      ]);
      expect(ann?.totalPercent).toBeCloseTo((41.25 + 50) / 2, 9);
      const ben = rows.find(({ student }) => student.userId === scene.ben.userId);
      expect(ben?.cells.map(({ state }) => state)).toEqual(["missing", "missing", "missing"]);
      expect(rows.find(({ student }) => student.userId === null)?.student.name).toBe("=Cy");
      expect(sections).toEqual(["B"]);
    }
  });

  test("is forbidden to a student, and not there for who is not in the class", async () => {
    const asked = [
      (viewer: Viewer) => loadGradebook(viewer, scene.classId, NOW),
      (viewer: Viewer) => loadRecord(viewer, scene.classId, scene.ann.userId, NOW),
      (viewer: Viewer) => loadStatistics(viewer, scene.classId, scene.released.id),
      (viewer: Viewer) => loadAssignmentGrades(viewer, scene.classId, scene.released.id, NOW),
      (viewer: Viewer) =>
        listBehindCell(viewer, scene.classId, scene.released.id, {
          caseSlug: "video-recommendation",
          pointId: "data-time-split",
          outcome: "partly",
        }),
    ];
    for (const ask of asked) {
      await expect(ask(scene.ann)).rejects.toMatchObject({ code: "forbidden" });
      await expect(ask(other.instructor)).rejects.toMatchObject({ code: "not-found" });
    }
  });

  test("does not know another class's assignment or student", async () => {
    const { instructor, classId } = scene;
    const notThere = { code: "not-found" };
    await expect(loadStatistics(instructor, classId, other.assignmentId)).rejects.toMatchObject(notThere);
    await expect(loadAssignmentGrades(instructor, classId, other.assignmentId, NOW)).rejects.toMatchObject(
      notThere,
    );
    const stranger = other.students[0]?.userId ?? "";
    await expect(loadRecord(instructor, classId, stranger, NOW)).rejects.toMatchObject(notThere);
    await expect(exportRecord(instructor, classId, stranger, NOW)).rejects.toMatchObject(notThere);
  });
});

describe("a student", () => {
  test("sees only what is released", async () => {
    const { row, results } = await loadOwnGrades(scene.ann, scene.classId, NOW);
    expect(row.cells.map(({ state, percent }) => [state, percent])).toEqual([
      ["released", 41.25],
      ["submitted", null],
      ["submitted", null],
    ]);
    expect(row.totalPercent).toBe(41.25);
    expect([...results]).toEqual([[scene.released.id, scene.released.submissionId]]);
  });

  test("takes their own record away, with their work, and with what was made of it once that is released", async () => {
    const record = await exportRecord(scene.ann, scene.classId, scene.ann.userId, NOW);
    expect(record.assignments.map(({ gradesShown }) => gradesShown)).toEqual([true, false, false]);
    const [first, second] = record.assignments;
    expect(first?.attempts[0]?.points.some(({ credit }) => credit === 0.5)).toBe(true);
    expect(first?.grade).toMatchObject({ finalPercent: 41.25 });
    expect(second?.attempts[0]).toMatchObject({ points: [], comments: [], answers: { data: TEXT } });
    expect(second?.grade).toBeNull();
    expect(record.log.map(({ kind }) => kind)).not.toContain("point-graded");
    expect(JSON.stringify(record)).not.toContain("Aron Assistant");
  });

  test("does not get a fellow's record", async () => {
    const asked = exportRecord(scene.ann, scene.classId, scene.ben.userId, NOW);
    await expect(asked).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("anonymous grading", () => {
  const canaries = async () => {
    const { email } = await (await database()).user.findUniqueOrThrow({ where: { id: scene.ann.userId } });
    return [scene.ann.name, email, scene.ann.userId, scene.anonymous.interviewId];
  };
  const leaks = async (content: unknown) => {
    const text = typeof content === "string" ? content : JSON.stringify(content);
    return (await canaries()).filter((canary) => text.includes(canary));
  };

  test("leaves no name, address or id in what is read or exported of the assignment", async () => {
    const { instructor, classId, anonymous } = scene;
    const grades = await loadAssignmentGrades(instructor, classId, anonymous.id, NOW);
    expect(grades.grades).toMatchObject([{ label: "Student 100", cell: { percent: 50 } }]);
    expect(await leaks(grades)).toEqual([]);
    expect(await leaks(assignmentCsv(grades.assignment, grades.grades))).toEqual([]);
    const statistics = await loadStatistics(instructor, classId, anonymous.id);
    expect(await leaks(statistics)).toEqual([]);
    const behind = await listBehindCell(instructor, classId, anonymous.id, {
      caseSlug: "video-recommendation",
      pointId: "data-time-split",
      outcome: "partly",
    });
    expect(behind).toMatchObject([{ label: "Student 100", credit: 0.5, isDecided: true }]);
    expect(await leaks(behind)).toEqual([]);
  });

  test("joins no grade, no time and no submission to a name in the gradebook or the record", async () => {
    const { instructor, classId, ann, anonymous } = scene;
    const page = await loadRecord(instructor, classId, ann.userId, NOW);
    const file = await exportRecord(instructor, classId, ann.userId, NOW);
    expect(page.entries[2]).toMatchObject({
      attempts: [],
      grade: null,
      cell: { state: "submitted", percent: null },
    });
    expect(file.assignments[2]).toMatchObject({ attempts: [], grade: null, workShown: false });
    for (const content of [page, file]) {
      expect(JSON.stringify(content)).not.toContain(anonymous.submissionId);
      expect(content.log.map(({ assignmentId }) => assignmentId)).not.toContain(anonymous.id);
    }
    expect(page.log.map(({ kind }) => kind)).toEqual([
      "point-graded",
      "submission-submitted",
      "submission-submitted",
    ]);
  });

  test("ends with the release", async () => {
    const { instructor, classId, anonymous } = scene;
    const db = await database();
    await db.assignment.update({ where: { id: anonymous.id }, data: { gradesReleasedAt: NOW } });
    const { grades } = await loadAssignmentGrades(instructor, classId, anonymous.id, NOW);
    expect(grades[0]?.label).toBe(scene.ann.name);
    await db.assignment.update({ where: { id: anonymous.id }, data: { gradesReleasedAt: null } });
  });
});

describe("the statistics", () => {
  test("count each point's outcomes by what people decided, with the wording of the report", async () => {
    const { cases } = await loadStatistics(scene.instructor, scene.classId, scene.graded.id);
    expect(cases).toHaveLength(1);
    const [found] = cases;
    expect(found).toMatchObject({ submissions: 1, hasEnough: false, alpha: null });
    expect(found?.points.every(({ stage, outcomes }) => stage === "data" && outcomes.partly === 1)).toBe(
      true,
    );
    expect(found?.agreement).toMatchObject({ decided: found?.points.length, kappa: null });
    expect(found?.points.find(({ pointId }) => pointId === "data-time-split")?.text).toMatch(/time/i);
  });
});

describe("a file of the class", () => {
  test("cannot run anything in a spreadsheet", async () => {
    const { rows, assignments } = await loadGradebook(scene.instructor, scene.classId, NOW);
    const csv = gradebookCsv(rows, assignments);
    expect(csv).toContain(`"'=Cy","cy@example.org","007","B","no"`);
    expect(csv).toContain(`41.25,"Released",0`);
  });

  test("is noted in the log, with who took it", async () => {
    const file = { file: "gradebook.csv", rows: 3 } as const;
    await noteExport(scene.assistant, scene.classId, file, NOW);
    await expect(noteExport(other.instructor, scene.classId, file, NOW)).rejects.toMatchObject({
      code: "not-found",
    });
    const entries = await (await database()).classLogEntry.findMany({
      where: { classId: scene.classId, kind: "exported" },
    });
    expect(entries).toMatchObject([
      { actorId: scene.assistant.userId, after: { file: "gradebook.csv", rows: 3 } },
    ]);
  });
});
