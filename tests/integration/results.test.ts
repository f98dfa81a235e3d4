/** What a student gets back, when, and how they ask about it: nothing before the release, nothing of anybody else's. */
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { REGRADE_DAYS } from "@/lib/classroom/feedback/regrade";
import { database } from "@/lib/data/database";
import { addComment } from "@/lib/data/grade-comment/add-comment";
import { decidePoints } from "@/lib/data/grading/decide-points";
import type { SubmissionIds } from "@/lib/data/grading/graded-assignment";
import { releaseGrades, withdrawGrades } from "@/lib/data/grading/release-grades";
import { answerRegrade } from "@/lib/data/regrade/answer-regrade";
import { askRegrade } from "@/lib/data/regrade/ask-regrade";
import { listRegrades } from "@/lib/data/regrade/list-regrades";
import { loadResult } from "@/lib/data/result/load-result";
import type { Viewer } from "@/lib/viewer";
import {
  CLASS_START,
  type MadeClass,
  makeAssignment,
  makeClass,
  makeSubmission,
} from "../support/class-fixture";

const DATA = "We split by time: train on the days before and test on the days after.";
const DAY_MS = 86_400_000;
const now = new Date(CLASS_START.getTime() + 30 * DAY_MS);
const POINT = "data-time-split";
const refusedWith = (code: string) => expect.objectContaining({ code });

type Ground = MadeClass & { ids: SubmissionIds; student: Viewer; fellow: Viewer };

async function makeGround(): Promise<Ground> {
  const made = await makeClass({ students: 2 });
  const [student, fellow] = made.students as [Viewer, Viewer];
  const assignmentId = await makeAssignment(made.classId, { stages: ["data"], isAnonymous: true });
  const { submissionId } = await makeSubmission(assignmentId, student, { texts: { data: DATA } });
  const ids = { classId: made.classId, assignmentId, submissionId };
  const comment = {
    id: randomUUID(),
    pointId: null,
    anchor: null,
    body: "Secret remark.",
    bankCommentIds: [],
  };
  await addComment(made.assistant, ids, comment, now);
  return { ...made, ids, student, fellow };
}

const release = ({ instructor, ids }: Ground, at = now) =>
  releaseGrades(instructor, { ...ids, takesSuggestions: true }, at);
const ask = ({ student, ids }: Ground, at = now, pointId = POINT) =>
  askRegrade(student, { ...ids, pointId, reason: "I named the days." }, at);
const open = async ({ assistant, ids }: Ground) => {
  const [request] = (await listRegrades(assistant, ids)).requests;
  if (!request) throw new Error("no request");
  return request;
};

let ground: Ground;
beforeEach(async () => {
  ground = await makeGround();
}, 60_000);

describe("a result", () => {
  test("before its release is a title, to its student; to anybody else it does not exist", async () => {
    const { student, fellow, ids, assistant } = ground;
    const before = await loadResult(student, ids);
    expect(before).toEqual({ assignmentTitle: "Video recommendation", result: null });
    await expect(loadResult(fellow, ids)).rejects.toEqual(refusedWith("not-found"));
    await expect(loadResult(assistant, ids)).rejects.toEqual(refusedWith("forbidden"));
    const other = await makeClass({ students: 1 });
    await expect(loadResult(other.students[0] as Viewer, ids)).rejects.toEqual(refusedWith("not-found"));
    await release(ground);
    await expect(loadResult(fellow, ids)).rejects.toEqual(refusedWith("not-found"));
    await expect(loadResult(student, { ...ids, classId: other.classId })).rejects.toEqual(
      refusedWith("not-found"),
    );
  });

  test("after its release shows the grade and its making, each point with who decided, and remarks without names", async () => {
    const { student, ids, assistant } = ground;
    await decidePoints(
      assistant,
      { ...ids, decisions: [{ pointId: POINT, credit: 0.25, revision: 0 }] },
      now,
    );
    await release(ground);
    const { result } = await loadResult(student, ids);
    const point = result?.points.find(({ id }) => id === POINT);
    expect(point).toMatchObject({ counts: true, decided: { credit: 0.25, by: "changed" }, regrade: null });
    expect(result?.points.find(({ counts, decided }) => counts && decided === null)).toBeDefined();
    expect(result?.comments).toMatchObject([{ body: "Secret remark.", author: null, mayChange: false }]);
    const counted = result?.points.filter(({ counts }) => counts) ?? [];
    const weights = counted.reduce((sum, { weight }) => sum + weight, 0);
    const earned = counted.reduce((sum, p) => sum + p.weight * (p.decided?.credit ?? p.suggested), 0);
    expect(result?.grade.rawPercent).toBeCloseTo((100 * earned) / weights, 6);
    const sent = JSON.stringify(result);
    for (const name of ["Aron", "Ines", assistant.userId, ground.instructor.userId])
      expect(sent).not.toContain(name);
  });

  test("is gone again when the grades are withdrawn", async () => {
    const { student, ids, instructor } = ground;
    await release(ground);
    await withdrawGrades(instructor, ids, now);
    expect((await loadResult(student, ids)).result).toBeNull();
    await expect(ask(ground)).rejects.toEqual(refusedWith("not-found"));
  });
});

describe("a regrade request", () => {
  test("is its student's own, after the release, for a point that counts, once, and within the time for it", async () => {
    const { fellow, ids, assistant, student } = ground;
    await expect(ask(ground)).rejects.toEqual(refusedWith("not-found"));
    await release(ground);
    await expect(ask({ ...ground, student: fellow })).rejects.toEqual(refusedWith("not-found"));
    await expect(ask({ ...ground, student: assistant })).rejects.toEqual(refusedWith("forbidden"));
    await expect(ask(ground, now, "no-such-point")).rejects.toEqual(refusedWith("not-found"));
    const db = await database();
    const other = await db.submissionPoint.findFirstOrThrow({
      where: { ...{ submissionId: ids.submissionId }, isExpected: false },
    });
    await expect(ask(ground, now, other.pointId)).rejects.toEqual(refusedWith("not-found"));
    const late = new Date(now.getTime() + REGRADE_DAYS * DAY_MS + 1);
    await expect(ask(ground, late)).rejects.toEqual(refusedWith("closed"));
    await Promise.allSettled([ask(ground), ask(ground)]);
    await expect(ask(ground)).rejects.toEqual(refusedWith("conflict"));
    expect(await db.regradeRequest.count({ where: { submissionId: ids.submissionId } })).toBe(1);
    const { result } = await loadResult(student, ids);
    expect(result?.points.find(({ id }) => id === POINT)?.regrade).toMatchObject({
      status: "open",
      answer: "",
    });
  });

  test("that is granted changes the credit and the released grade, and says so in the log", async () => {
    const { student, ids, assistant, classId } = ground;
    await decidePoints(assistant, { ...ids, decisions: [{ pointId: POINT, credit: 0, revision: 0 }] }, now);
    await release(ground);
    const before = (await loadResult(student, ids)).result?.grade.finalPercent ?? 0;
    await ask(ground);
    const { requestId, revision, label, credit } = await open(ground);
    expect({ label, credit }).toEqual({ label: "Student Number 1", credit: 0 });
    const answer = { status: "changed" as const, answer: "You did.", credit: 1, revision };
    await answerRegrade(assistant, { ...ids, requestId, answer }, now);
    const { result } = await loadResult(student, ids);
    expect(result?.grade.finalPercent).toBeGreaterThan(before);
    expect(result?.points.find(({ id }) => id === POINT)).toMatchObject({
      decided: { credit: 1 },
      regrade: { status: "changed", answer: "You did." },
    });
    const log = await (await database()).classLogEntry.findMany({
      where: { classId },
      orderBy: { id: "asc" },
    });
    expect(log.map(({ kind }) => kind).slice(-4)).toEqual([
      "regrade-asked",
      "point-graded",
      "grade-changed",
      "regrade-answered",
    ]);
    await expect(answerRegrade(assistant, { ...ids, requestId, answer }, now)).rejects.toEqual(
      refusedWith("conflict"),
    );
  });

  test("that is declined leaves the grade as it is, and its student reads why", async () => {
    const { student, ids, assistant } = ground;
    await release(ground);
    await ask(ground);
    const before = (await loadResult(student, ids)).result?.grade;
    const { requestId } = await open(ground);
    await answerRegrade(
      assistant,
      { ...ids, requestId, answer: { status: "declined", answer: "It is vague." } },
      now,
    );
    const { result } = await loadResult(student, ids);
    expect(result?.grade).toEqual(before);
    expect(result?.points.find(({ id }) => id === POINT)?.regrade).toMatchObject({
      status: "declined",
      answer: "It is vague.",
    });
  });

  test("is answered upon the credit that its answerer saw, and changes nothing otherwise", async () => {
    const { ids, assistant, instructor } = ground;
    await release(ground);
    await ask(ground);
    const { requestId, revision } = await open(ground);
    await decidePoints(instructor, { ...ids, decisions: [{ pointId: POINT, credit: 0.5, revision }] }, now);
    const answer = { status: "changed" as const, answer: "You did.", credit: 1, revision };
    await expect(answerRegrade(assistant, { ...ids, requestId, answer }, now)).rejects.toEqual(
      refusedWith("conflict"),
    );
    const same = { ...answer, credit: 0.5, revision: revision + 1 };
    await expect(answerRegrade(assistant, { ...ids, requestId, answer: same }, now)).rejects.toEqual(
      refusedWith("invalid-input"),
    );
    expect((await open(ground)).status).toBe("open");
  });

  test("is listed and answered by the staff of its own class and assignment alone", async () => {
    const { ids, student, assistant, classId } = ground;
    await release(ground);
    await ask(ground);
    const { requestId } = await open(ground);
    const answer = { status: "declined" as const, answer: "No." };
    await expect(listRegrades(student, ids)).rejects.toEqual(refusedWith("forbidden"));
    await expect(answerRegrade(student, { ...ids, requestId, answer }, now)).rejects.toEqual(
      refusedWith("forbidden"),
    );
    const other = await makeClass({ students: 0 });
    const theirs = { classId: other.classId, assignmentId: await makeAssignment(other.classId) };
    await expect(listRegrades(other.instructor, ids)).rejects.toEqual(refusedWith("not-found"));
    await expect(answerRegrade(other.instructor, { ...theirs, requestId, answer }, now)).rejects.toEqual(
      refusedWith("not-found"),
    );
    const sibling = { classId, assignmentId: await makeAssignment(classId) };
    await expect(answerRegrade(assistant, { ...sibling, requestId, answer }, now)).rejects.toEqual(
      refusedWith("not-found"),
    );
    expect((await open(ground)).status).toBe("open");
  });
});
