/** Peer review: given out once, calibration first, nobody named, and a flag that the staff upholds takes a review out. */
import { beforeAll, describe, expect, test } from "vitest";
import type { PeerMarks } from "@/lib/classroom/peer/peer-score";
import { weightedPercent } from "@/lib/classroom/score";
import { database } from "@/lib/data/database";
import { releaseGrades } from "@/lib/data/grading/release-grades";
import { flagReview, judgeFlag } from "@/lib/data/peer-review/flag-review";
import { loadPeerOverview } from "@/lib/data/peer-review/load-overview";
import { type LoadedReview, loadReview } from "@/lib/data/peer-review/load-review";
import { openReviews } from "@/lib/data/peer-review/open-reviews";
import { loadOwnPeerReviews } from "@/lib/data/peer-review/own-reviews";
import { peerPercents } from "@/lib/data/peer-review/peer-percents";
import { submitReview } from "@/lib/data/peer-review/submit-review";
import type { Viewer } from "@/lib/viewer";
import {
  CLASS_START,
  type MadeClass,
  makeAssignment,
  makeClass,
  makeSubmission,
} from "../support/class-fixture";

const DAY_MS = 86_400_000;
const at = (days: number) => new Date(CLASS_START.getTime() + days * DAY_MS);
const peerReview = { reviewsPerStudent: 2, dueAtMs: at(30).getTime(), weightPercent: 10 };
const TEXT = "We split by time: train on the days before and test on the days after.";

let room: MadeClass;
let ids: { classId: string; assignmentId: string };
let students: [Viewer, Viewer, Viewer];
let elsewhere: MadeClass;

beforeAll(async () => {
  room = await makeClass({ students: 4 });
  elsewhere = await makeClass({ students: 1 });
  ids = {
    classId: room.classId,
    assignmentId: await makeAssignment(room.classId, { peerReview, stages: ["data"], isAnonymous: true }),
  };
  const [first, second, third] = room.students;
  if (!first || !second || !third) throw new Error("no students");
  students = [first, second, third];
  for (const [i, student] of students.entries())
    await makeSubmission(ids.assignmentId, student, { texts: { data: `${TEXT} Number ${i}.` } });
});

const marksOf = ({ sheet }: LoadedReview, mark: number): PeerMarks =>
  Object.fromEntries(sheet.map(({ id }) => [id, mark]));

async function giveReview(viewer: Viewer, reviewId: string, mark: number, days = 22) {
  const review = await loadReview(viewer, { ...ids, reviewId }, at(days));
  const input = {
    ...ids,
    reviewId,
    marks: marksOf(review, mark),
    comment: "Say why.",
    revision: review.revision,
  };
  return submitReview(viewer, input, at(days));
}
const own = async (viewer: Viewer, days = 22) => loadOwnPeerReviews(viewer, ids, at(days));

describe("giving reviews out", () => {
  test("is for the staff, after nothing more is accepted, and happens once", async () => {
    await expect(openReviews(students[0], ids, at(22))).rejects.toMatchObject({ code: "forbidden" });
    await expect(openReviews(elsewhere.instructor, ids, at(22))).rejects.toMatchObject({ code: "not-found" });
    const foreign = { ...ids, classId: elsewhere.classId };
    await expect(openReviews(elsewhere.instructor, foreign, at(22))).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(openReviews(room.instructor, ids, at(20))).rejects.toMatchObject({ code: "closed" });
    const both = await Promise.allSettled([
      openReviews(room.instructor, ids, at(22)),
      openReviews(room.assistant, ids, at(22)),
    ]);
    const opened = both.filter(({ status }) => status === "fulfilled");
    expect(opened).toHaveLength(1);
    expect(opened[0]).toMatchObject({ value: { reviewers: 3, reviews: 6 } });
  });

  test("gives each of three authors the two others and the calibration answer, and a student without work nothing", async () => {
    for (const student of students) {
      const { reviews } = await own(student);
      expect(reviews.map(({ isCalibration }) => isCalibration)).toEqual([true, false, false]);
    }
    expect((await own(room.students[3] as Viewer)).reviews).toEqual([]);
  });
});

describe("reviewing", () => {
  test("starts with the calibration answer, whose known marks come after one's own and then stay", async () => {
    const [student] = students;
    const { reviews } = await own(student);
    const [calibration, fellow] = reviews;
    if (!calibration || !fellow) throw new Error("no reviews");
    await expect(loadReview(student, { ...ids, reviewId: fellow.id }, at(22))).rejects.toMatchObject({
      code: "closed",
    });
    expect((await loadReview(student, { ...ids, reviewId: calibration.id }, at(22))).known).toBeNull();
    await giveReview(student, calibration.id, 1);
    const seen = await loadReview(student, { ...ids, reviewId: calibration.id }, at(22));
    expect(seen.known?.error).toBeGreaterThan(0);
    await expect(giveReview(student, calibration.id, 0)).rejects.toMatchObject({ code: "closed" });
    expect((await own(student)).reviews[0]?.calibration?.bias).toBeGreaterThan(0);
  });

  test("shows a fellow's words and no fellow, asks for every point, and never overwrites silently", async () => {
    const [student] = students;
    const fellow = (await own(student)).reviews[1];
    if (!fellow) throw new Error("no review");
    const review = await loadReview(student, { ...ids, reviewId: fellow.id }, at(22));
    expect(Object.values(review.answers).join()).toContain("split by time");
    expect(review.sheet.every(({ stage }) => stage === "data")).toBe(true);
    const shown = JSON.stringify(review);
    for (const { name, userId } of room.students) {
      expect(shown).not.toContain(name);
      expect(shown).not.toContain(userId);
    }
    const input = { ...ids, reviewId: fellow.id, comment: "", revision: 0 };
    await expect(submitReview(student, { ...input, marks: {} }, at(22))).rejects.toMatchObject({
      code: "invalid-input",
    });
    await giveReview(student, fellow.id, 0.5);
    const stale = { ...input, marks: marksOf(review, 1) };
    await expect(submitReview(student, stale, at(22))).rejects.toMatchObject({ code: "conflict" });
    await expect(giveReview(student, fellow.id, 1, 31)).rejects.toMatchObject({ code: "closed" });
  });

  test("of somebody else's is not found, also for the staff and for who is no longer a member", async () => {
    const fellow = (await own(students[0])).reviews[1];
    if (!fellow) throw new Error("no review");
    const of = { ...ids, reviewId: fellow.id };
    await expect(loadReview(students[1], of, at(22))).rejects.toMatchObject({ code: "not-found" });
    await expect(loadReview(room.instructor, of, at(22))).rejects.toMatchObject({ code: "forbidden" });
    await expect(loadPeerOverview(students[0], ids, at(22))).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("what fellows gave", () => {
  test("is shown when reviews are due, counts by the median, and loses a review whose flag is upheld", async () => {
    for (const [i, student] of students.entries())
      for (const { id, submittedAtMs } of (await own(student)).reviews)
        if (submittedAtMs === null) await giveReview(student, id, i === 1 ? 0 : 1);
    const author = students[0];
    expect((await own(author)).received).toEqual([]);
    const over = await own(author, 31);
    expect(over.received.map(({ percent }) => percent).toSorted()).toEqual([0, 100]);
    expect(over.percent).toBe(50);
    const unkind = over.received.find(({ percent }) => percent === 0);
    if (!unkind) throw new Error("no review");
    const flag = { ...ids, reviewId: unkind.id };
    await expect(flagReview(students[1], { ...flag, reason: "Not mine." }, at(31))).rejects.toMatchObject({
      code: "not-found",
    });
    await flagReview(author, { ...flag, reason: "All zeros." }, at(31));
    const overview = await loadPeerOverview(room.assistant, ids, at(31));
    expect(overview).toMatchObject({
      reviews: 6,
      submitted: 6,
      flags: [{ reason: "All zeros.", outcome: null }],
    });
    expect(overview.alpha).toBeLessThan(1);
    expect(JSON.stringify(overview)).not.toContain(author.name);
    await judgeFlag(room.assistant, { ...flag, outcome: "upheld" }, at(31));
    expect((await own(author, 31)).percent).toBe(100);
    const db = await database();
    const submission = await db.submission.findFirstOrThrow({ where: { studentId: author.userId } });
    expect((await peerPercents(db, ids.assignmentId)).get(submission.id)).toBe(100);
    expect(await db.classLogEntry.count({ where: { kind: "peer-review-judged" } })).toBe(1);
  });
});

test("fellows make their part of the grade, and no more", async () => {
  const author = students[0];
  await releaseGrades(room.instructor, { ...ids, takesSuggestions: true }, at(31));
  const db = await database();
  const grade = await db.grade.findFirstOrThrow({ where: { studentId: author.userId } });
  const points = await db.submissionPoint.findMany({
    where: { submission: { studentId: author.userId, isKept: true }, isExpected: true },
  });
  const machine = weightedPercent(
    points.map(({ weight, machineCredit }) => ({ weight, credit: machineCredit })),
  );
  expect(grade.rawPercent).toBeCloseTo(0.9 * machine + 0.1 * 100, 9);
});
