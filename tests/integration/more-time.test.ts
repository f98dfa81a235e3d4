/** An extension that is granted while an attempt runs, and moved dates, move the attempt's end; nothing moves it nearer. */
import { describe, expect, test } from "vitest";
import type { AssignmentInput } from "@/lib/classroom/assignment-input";
import type { ExtensionInput } from "@/lib/classroom/extension-input";
import { loadAssignment } from "@/lib/data/assignment/load-assignment";
import { editAssignment } from "@/lib/data/assignment/save-assignment";
import { database } from "@/lib/data/database";
import { removeExtensions, setExtensions } from "@/lib/data/extension/set-extensions";
import { pauseInterview } from "@/lib/data/interview/pause-interview";
import { saveEvents } from "@/lib/data/interview/save-events";
import { submitInterview } from "@/lib/data/interview/submit-interview";
import { submitOverdueInterviews } from "@/lib/data/interview/submit-overdue-interviews";
import { startAttempt } from "@/lib/data/submission/start-attempt";
import type { Viewer } from "@/lib/viewer";
import { CLASS_START, makeAssignment, makeClass } from "../support/class-fixture";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const at = (ms: number) => new Date(CLASS_START.getTime() + ms);
/** 20:00 in Berlin. */
const DUE_MS = CLASS_START.getTime() + 10 * HOUR_MS;
const on = (wall: string) => ({ wall, fold: "earlier" as const });
const interviewRow = async (id: string) => (await database()).interview.findUniqueOrThrow({ where: { id } });

const grant = (dueWall: string, timeMultiplier: number): ExtensionInput => ({
  ...{ releaseAt: null, dueAt: on(dueWall), lateDueAt: null },
  ...{ timeMultiplier, extraAttempts: 0, isExcused: false, reason: "" },
});

/** An attempt of 45 minutes, ten before the end; extensions are changed at five. */
async function started(settings: Parameters<typeof makeAssignment>[1] = {}) {
  const { classId, students, assistant, instructor } = await makeClass({ students: 2 });
  const assignmentId = await makeAssignment(classId, { dueAtMs: DUE_MS, lateDueAtMs: null, ...settings });
  const ids = { classId, assignmentId };
  const [student, other] = students as [Viewer, Viewer];
  const start = async (viewer: Viewer) => {
    const input = { ...ids, caseSlug: "video-recommendation" };
    return (await startAttempt(viewer, input, at(10 * HOUR_MS - 10 * MINUTE_MS))).interviewId;
  };
  const interviewId = await start(student);
  const now = at(10 * HOUR_MS - 5 * MINUTE_MS);
  const extension = async (input: ExtensionInput | null) => {
    const where = { assignmentId_studentId: { assignmentId, studentId: student.userId } };
    const row = await (await database()).extension.findUnique({ where });
    const seen = [{ studentId: student.userId, updatedAtMs: row?.updatedAt.getTime() ?? null }];
    if (input) await setExtensions(assistant, ids, seen, input, now);
    else await removeExtensions(assistant, ids, seen, now);
  };
  return { instructor, student, other, start, ids, interviewId, now, extension };
}

describe("more time while an attempt runs", () => {
  test("moves its end: for the student's page, for what is taken, and for the server's submission", async () => {
    const { student, other, start, interviewId, now, extension } = await started();
    const fellowsId = await start(other);
    await extension(grant("2026-09-08T20:00", 1.5));
    const endMs = DUE_MS - 10 * MINUTE_MS + 67.5 * MINUTE_MS;
    expect(await interviewRow(interviewId)).toMatchObject({
      deadlineAt: new Date(endMs),
      timeMultiplier: 1.5,
    });
    const heard = await saveEvents(student, { interviewId, sinceSeq: 1, events: [] }, now);
    expect(heard).toMatchObject({
      deadlineAtMs: endMs,
      newEvents: [{ kind: "time-granted", timeMultiplier: 1.5 }],
    });
    await submitOverdueInterviews(new Date(DUE_MS + 11_000));
    expect((await interviewRow(interviewId)).submittedAt).toBeNull();
    expect((await interviewRow(fellowsId)).submittedAt).toEqual(new Date(DUE_MS));
    const edit = {
      ...{ eventId: crypto.randomUUID(), origin: "tab1", atMs: DUE_MS + 20 * MINUTE_MS, kind: "note-edited" },
      ...{ base: 0, index: 0, remove: 0, insert: "After the old end." },
    };
    const late = { interviewId, sinceSeq: 2, events: [edit] };
    expect((await saveEvents(student, late, new Date(DUE_MS + 20 * MINUTE_MS))).accepted).toHaveLength(1);
    await submitOverdueInterviews(new Date(endMs + 11_000));
    expect(await interviewRow(interviewId)).toMatchObject({
      submittedAt: new Date(endMs),
      submittedBy: "deadline",
    });
  });

  test("is kept by the attempt when the extension is withdrawn, and holds for lateness no longer", async () => {
    const { interviewId, extension } = await started({ lateDueAtMs: DUE_MS + HOUR_MS });
    await extension(grant("2026-09-08T20:00", 2));
    const granted = await interviewRow(interviewId);
    await extension(null);
    expect(await interviewRow(interviewId)).toMatchObject({
      deadlineAt: granted.deadlineAt,
      latestEndAt: granted.latestEndAt,
      timeMultiplier: 2,
      lastSeq: granted.lastSeq,
    });
    await submitOverdueInterviews(new Date(granted.deadlineAt.getTime() + 11_000));
    const row = await (await database()).submission.findFirstOrThrow({ where: { interviewId } });
    expect(row.lateSeconds).toBe((granted.deadlineAt.getTime() - DUE_MS) / 1_000);
  });

  test("comes with moved dates of the assignment too, and an earlier date takes none away", async () => {
    const { instructor, ids, interviewId, now } = await started();
    const { settings } = await loadAssignment(instructor, ids);
    const edited = (dueWall: string): AssignmentInput => ({
      ...settings,
      ...{ peerReview: null, releaseAt: on("2026-09-07T10:00"), dueAt: on(dueWall), lateDueAt: null },
    });
    await editAssignment(instructor, ids, 0, edited("2026-09-07T20:15"), now);
    expect((await interviewRow(interviewId)).deadlineAt).toEqual(new Date(DUE_MS + 15 * MINUTE_MS));
    await editAssignment(instructor, ids, 1, edited("2026-09-07T19:59"), now);
    expect((await interviewRow(interviewId)).deadlineAt).toEqual(new Date(DUE_MS + 15 * MINUTE_MS));
  });

  test("reaches an attempt that is paused, and none that is submitted", async () => {
    const { student, interviewId, now, extension } = await started();
    await pauseInterview(student, { interviewId, paused: true, sinceSeq: 0 }, now);
    await extension(grant("2026-09-08T20:00", 1));
    const goOn = { interviewId, paused: false, sinceSeq: 0 };
    const saved = await pauseInterview(student, goOn, new Date(now.getTime() + 60 * MINUTE_MS));
    expect(saved.deadlineAtMs).toBe(DUE_MS - 10 * MINUTE_MS + 105 * MINUTE_MS);
    await submitInterview(student, interviewId, new Date(now.getTime() + 61 * MINUTE_MS));
    const before = await interviewRow(interviewId);
    await extension(grant("2026-09-09T20:00", 2));
    expect(await interviewRow(interviewId)).toEqual(before);
  });
});
