/** Attempts at an assignment: they start once, within the dates and the attempts, and end with the assignment. */
import { describe, expect, test } from "vitest";
import { database } from "@/lib/data/database";
import { listInterviews } from "@/lib/data/interview/list-interviews";
import { loadInterview } from "@/lib/data/interview/load-interview";
import { pauseInterview } from "@/lib/data/interview/pause-interview";
import { saveEvents } from "@/lib/data/interview/save-events";
import { submitInterview } from "@/lib/data/interview/submit-interview";
import { submitOverdueInterviews } from "@/lib/data/interview/submit-overdue-interviews";
import { loadReport } from "@/lib/data/report/load-report";
import { invitePartner } from "@/lib/data/seat/invite-partner";
import { takeSeat } from "@/lib/data/seat/take-seat";
import { startAttempt } from "@/lib/data/submission/start-attempt";
import type { Viewer } from "@/lib/viewer";
import { addMember, CLASS_START, makeAssignment, makeClass } from "../support/class-fixture";
import { createViewer } from "../support/people";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const CASE = "video-recommendation";
const at = (ms: number) => new Date(CLASS_START.getTime() + ms);
const DUE_MS = CLASS_START.getTime() + 10 * HOUR_MS;

type Options = Parameters<typeof makeAssignment>[1];

async function assigned(options: Options = {}) {
  const made = await makeClass({ students: 2 });
  const settings = { dueAtMs: DUE_MS, lateDueAtMs: null, ...options };
  const assignmentId = await makeAssignment(made.classId, settings);
  const [student, other] = made.students as [Viewer, Viewer];
  const start = (viewer: Viewer, ms: number, caseSlug = CASE) =>
    startAttempt(viewer, { classId: made.classId, assignmentId, caseSlug }, at(ms));
  return { ...made, assignmentId, student, other, start };
}

const interviewRow = async (id: string) => (await database()).interview.findUniqueOrThrow({ where: { id } });

describe("an attempt", () => {
  test("starts once, however often and however fast it is asked for", async () => {
    const { assignmentId, student, start } = await assigned();
    const started = await Promise.all([start(student, 1), start(student, 1), start(student, 1)]);
    expect(new Set(started.map(({ interviewId }) => interviewId)).size).toBe(1);
    expect(started.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect((await start(student, MINUTE_MS)).isNew).toBe(false);
    const db = await database();
    expect(await db.submission.count({ where: { assignmentId } })).toBe(1);
    const entry = await db.classLogEntry.findFirst({ where: { assignmentId, kind: "submission-started" } });
    expect(entry).toMatchObject({ actorId: student.userId, studentId: student.userId });
  });

  test("has one alias over a student's attempts, which no fellow has", async () => {
    const { assignmentId, student, other, start } = await assigned({ attempts: 2 });
    const { interviewId } = await start(student, 1);
    await submitInterview(student, interviewId, at(MINUTE_MS));
    await Promise.all([start(student, 2 * MINUTE_MS), start(other, 2 * MINUTE_MS)]);
    const rows = await (await database()).submission.findMany({ where: { assignmentId } });
    const own = rows.filter(({ studentId }) => studentId === student.userId).map(({ alias }) => alias);
    expect(own).toHaveLength(2);
    expect(new Set(own).size).toBe(1);
    expect(new Set(rows.map(({ alias }) => alias)).size).toBe(2);
  });

  test("cannot start before the release or after the end, but by an extension", async () => {
    const { classId, assignmentId, student, other, start } = await assigned();
    await expect(start(student, -1)).rejects.toMatchObject({ code: "closed" });
    await expect(start(student, 10 * HOUR_MS + 1)).rejects.toMatchObject({ code: "closed" });
    const db = await database();
    await db.extension.create({
      data: { assignmentId, studentId: other.userId, dueAt: at(20 * HOUR_MS), timeMultiplier: 1.5 },
    });
    const { interviewId } = await start(other, 11 * HOUR_MS);
    expect(await interviewRow(interviewId)).toMatchObject({
      timeMultiplier: 1.5,
      deadlineAt: at(11 * HOUR_MS + 1.5 * 45 * MINUTE_MS),
    });
    await db.class.update({ where: { id: classId }, data: { archivedAt: at(0) } });
    await expect(start(other, 12 * HOUR_MS)).rejects.toMatchObject({ code: "closed" });
  });

  test("is limited in number, and an extension grants more", async () => {
    const { assignmentId, student, start } = await assigned();
    const first = await start(student, 1);
    await submitInterview(student, first.interviewId, at(MINUTE_MS));
    await expect(start(student, 2 * MINUTE_MS)).rejects.toThrow("You have had your attempt.");
    const db = await database();
    await db.extension.create({ data: { assignmentId, studentId: student.userId, extraAttempts: 1 } });
    expect((await start(student, 3 * MINUTE_MS)).isNew).toBe(true);
  });

  test("takes a case of the assignment, for a student of its class, once it is published", async () => {
    const { classId, assignmentId, student, instructor, start } = await assigned();
    await expect(start(student, 1, "search-ranking")).rejects.toMatchObject({ code: "invalid-input" });
    await expect(start(instructor, 1)).rejects.toMatchObject({ code: "forbidden" });
    await expect(start(await createViewer(), 1)).rejects.toMatchObject({ code: "not-found" });
    const elsewhere = await makeClass({ students: 0 });
    await addMember(elsewhere.classId, student, "student");
    const swapped = { classId: elsewhere.classId, assignmentId, caseSlug: CASE };
    await expect(startAttempt(student, swapped, at(1))).rejects.toMatchObject({ code: "not-found" });
    const draft = await makeAssignment(classId, { status: "draft" });
    const unpublished = { classId, assignmentId: draft, caseSlug: CASE };
    await expect(startAttempt(student, unpublished, at(1))).rejects.toMatchObject({ code: "not-found" });
    expect(await (await database()).submission.count({ where: { studentId: student.userId } })).toBe(0);
  });

  test("knows its assignment on the interview's page and in the list", async () => {
    const { classId, assignmentId, student, start } = await assigned({ stages: ["data", "model"] });
    const { interviewId } = await start(student, 1);
    const loaded = await loadInterview(student, interviewId, at(2));
    expect(loaded.assignment).toMatchObject({ classId, assignmentId, attempt: 1, dueAtMs: DUE_MS });
    expect(new Set(loaded.decisionFields.map(({ stage }) => stage))).toEqual(new Set(["data", "model"]));
    expect(await listInterviews(student)).toMatchObject([{ assignment: { id: assignmentId } }]);
  });
});

describe("the end of an attempt", () => {
  test("is the end of the assignment when that comes first, with no client there", async () => {
    const { assignmentId, student, start } = await assigned();
    const { interviewId } = await start(student, 10 * HOUR_MS - 5 * MINUTE_MS);
    expect((await interviewRow(interviewId)).deadlineAt).toEqual(new Date(DUE_MS));
    await submitOverdueInterviews(new Date(DUE_MS + 9_000));
    expect((await interviewRow(interviewId)).submittedAt).toBeNull();
    await submitOverdueInterviews(new Date(DUE_MS + 11_000));
    const row = await (await database()).submission.findFirstOrThrow({ where: { assignmentId } });
    expect(row).toMatchObject({ submittedAt: new Date(DUE_MS), submittedBy: "deadline", lateSeconds: 0 });
  });

  test("is not moved past the assignment's end by a pause, and a paused attempt is submitted there", async () => {
    const { student, other, start } = await assigned();
    const early = 10 * HOUR_MS - 60 * MINUTE_MS;
    const paused = await start(student, early);
    const resumed = await start(other, early);
    for (const [viewer, { interviewId }] of [
      [student, paused],
      [other, resumed],
    ] as const)
      await pauseInterview(viewer, { interviewId, paused: true, sinceSeq: 0 }, at(early + MINUTE_MS));
    const goOn = { interviewId: resumed.interviewId, paused: false, sinceSeq: 0 };
    const saved = await pauseInterview(other, goOn, at(early + 40 * MINUTE_MS));
    expect(saved.deadlineAtMs).toBe(DUE_MS);
    await submitOverdueInterviews(new Date(DUE_MS + 11_000));
    for (const { interviewId } of [paused, resumed])
      expect(await interviewRow(interviewId)).toMatchObject({
        submittedAt: new Date(DUE_MS),
        submittedBy: "deadline",
      });
    const late = { interviewId: paused.interviewId, paused: false, sinceSeq: 0 };
    await expect(pauseInterview(student, late, new Date(DUE_MS + 20_000))).rejects.toMatchObject({
      code: "closed",
    });
  });

  test("asked for by the candidate of a paused attempt after the assignment's end, is at that end", async () => {
    const { student, start } = await assigned();
    const { interviewId } = await start(student, 9 * HOUR_MS);
    await pauseInterview(student, { interviewId, paused: true, sinceSeq: 0 }, at(9 * HOUR_MS + MINUTE_MS));
    await submitInterview(student, interviewId, new Date(DUE_MS + 5_000));
    expect(await interviewRow(interviewId)).toMatchObject({
      submittedAt: new Date(DUE_MS),
      submittedBy: "deadline",
    });
  });
});

describe("an assignment over some of the stages", () => {
  test("takes words for no other stage, and its report has points of those stages alone", async () => {
    const { student, start } = await assigned({ stages: ["data", "model"], reportShown: "at-once" });
    const { interviewId } = await start(student, 1);
    const edit = (part: string) => ({
      ...{ eventId: crypto.randomUUID(), origin: "tab1", atMs: at(2).getTime(), kind: "answer-edited" },
      ...{
        part,
        base: 0,
        index: 0,
        remove: 0,
        insert: "We split by time, so that training sees only the past.",
      },
    });
    const events = [edit("data"), edit("serve")];
    const saved = await saveEvents(student, { interviewId, sinceSeq: 0, events }, at(MINUTE_MS));
    expect(saved.accepted).toEqual([events[0]?.eventId]);
    expect(saved.refused).toMatchObject([{ reason: "not-in-this-mode" }]);
    await submitInterview(student, interviewId, at(2 * MINUTE_MS));
    const report = await loadReport(student, interviewId);
    expect(new Set(report?.points.map(({ stage }) => stage))).toEqual(new Set(["data", "model"]));
    expect(report?.time.stages.map(({ stage }) => stage)).toEqual(["data", "model"]);
    expect(report?.stages.serve.points).toBe(0);
  });
});

describe("the interviewer's seat of an assigned interview", () => {
  test("is not offered in an exam", async () => {
    const { student, start } = await assigned({ mode: "exam" });
    const { interviewId } = await start(student, 1);
    await expect(invitePartner(student, interviewId, at(2))).rejects.toMatchObject({ code: "closed" });
    expect((await loadInterview(student, interviewId, at(2))).offersSeat).toBe(false);
  });

  test("is for the staff alone, who know script and rubric anyway", async () => {
    const { student, other, assistant, start } = await assigned();
    const { interviewId } = await start(student, 1);
    const { token } = await invitePartner(student, interviewId, at(2));
    await expect(takeSeat(student, token, at(3))).rejects.toMatchObject({ code: "conflict" });
    await expect(takeSeat(other, token, at(3))).rejects.toMatchObject({ code: "forbidden" });
    const guest = await createViewer({ isGuest: true });
    await expect(takeSeat(guest, token, at(3))).rejects.toMatchObject({ code: "forbidden" });
    expect((await takeSeat(assistant, token, at(3))).seatId).toBeTruthy();
  });
});
