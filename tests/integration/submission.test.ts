/** An assigned interview that is submitted becomes a submission, once, with everything a grader needs. */
import { describe, expect, test } from "vitest";
import { database } from "@/lib/data/database";
import { CLASS_START, makeAssignment, makeClass, makeSubmission } from "../support/class-fixture";

const DATA =
  "We split by time: train on the days before and test on the days after, as serving sees only the past.";

describe("a submission", () => {
  test("holds each point with the machine's suggestion, and nothing that a person has decided", async () => {
    const { classId, students } = await makeClass({ students: 1 });
    const assignmentId = await makeAssignment(classId, { stages: ["data"] });
    const [student] = students;
    if (!student) throw new Error("no student");
    const { submissionId } = await makeSubmission(assignmentId, student, {
      texts: { data: DATA },
      board: "Client -> Ranker",
    });
    const row = await (await database()).submission.findUniqueOrThrow({
      where: { id: submissionId },
      include: { points: true },
    });
    expect(row).toMatchObject({ submittedBy: "candidate", lateSeconds: 0, isKept: true });
    expect(row.board).toMatchObject({ nodes: [{ label: "Client" }, { label: "Ranker" }] });
    expect(row.points.length).toBeGreaterThan(30);
    expect(row.points.every(({ credit, revision }) => credit === null && revision === 0)).toBe(true);
    expect(new Set(row.points.filter(({ isExpected }) => isExpected).map(({ stage }) => stage))).toEqual(
      new Set(["data"]),
    );
    const split = row.points.find(({ pointId }) => pointId === "data-time-split");
    expect(split?.machineCredit).toBeGreaterThan(0.5);
  });

  test("is late by the date that held for its student", async () => {
    const { classId, students } = await makeClass({ students: 2 });
    const assignmentId = await makeAssignment(classId, { dueAtMs: CLASS_START.getTime() });
    const [late, extended] = students;
    if (!late || !extended) throw new Error("no students");
    const db = await database();
    await db.extension.create({
      data: { assignmentId, studentId: extended.userId, dueAt: new Date(CLASS_START.getTime() + 7_200_000) },
    });
    for (const student of [late, extended])
      await makeSubmission(assignmentId, student, { texts: { data: DATA }, start: CLASS_START });
    const rows = await db.submission.findMany({ where: { assignmentId } });
    expect(rows.find(({ studentId }) => studentId === late.userId)?.lateSeconds).toBe(40 * 60);
    expect(rows.find(({ studentId }) => studentId === extended.userId)?.lateSeconds).toBe(0);
  });

  test("of several attempts the best is kept, or the last, as the assignment says", async () => {
    for (const [rule, kept] of [
      ["best", 1],
      ["last", 2],
    ] as const) {
      const { classId, students } = await makeClass({ students: 1 });
      const assignmentId = await makeAssignment(classId, { attempts: 2, attemptKept: rule });
      const [student] = students;
      if (!student) throw new Error("no student");
      await makeSubmission(assignmentId, student, { texts: { data: DATA }, attempt: 1 });
      await makeSubmission(assignmentId, student, { texts: { data: "No idea." }, attempt: 2 });
      const rows = await (await database()).submission.findMany({ where: { assignmentId, isKept: true } });
      expect(rows.map(({ attempt }) => attempt)).toEqual([kept]);
    }
  });
});
