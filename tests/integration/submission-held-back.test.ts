/** A report that waits for the grades is closed to its student by every way, and open once they are released. */
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/data/database";
import { listInterviews } from "@/lib/data/interview/list-interviews";
import { exportLanguageModelUse } from "@/lib/data/language-model/export-use";
import { exportLearning } from "@/lib/data/learning/export-learning";
import { addMissedCards } from "@/lib/data/learning/missed-cards";
import { readAttempts } from "@/lib/data/progress/read-attempts";
import { loadComparison } from "@/lib/data/report/load-comparison";
import { loadReplay } from "@/lib/data/report/load-replay";
import { loadReport } from "@/lib/data/report/load-report";
import { createShareLink, loadSharedReport } from "@/lib/data/report/share-links";
import { readPartnerComparisons } from "@/lib/data/seat/read-partner-comparisons";
import { readSecondProgress } from "@/lib/data/second-grade/read-progress";
import { readSelfScores } from "@/lib/data/self-scores/read-self-scores";
import { revealReport } from "@/lib/data/self-scores/reveal-report";
import { assignmentOf } from "@/lib/data/submission/assignment-of";
import type { Viewer } from "@/lib/viewer";
import { CLASS_START, makeAssignment, makeClass, makeSubmission } from "../support/class-fixture";

const later = new Date(CLASS_START.getTime() + 2 * 86_400_000);
const texts = { data: "We split by time, so that training sees only the past." };
let student: Viewer;
let interviewId: string;
let assignmentId: string;

const release = async (at: Date | null) =>
  (await database()).assignment.update({ where: { id: assignmentId }, data: { gradesReleasedAt: at } });
const newest = { id: "", with: "model-senior" };

beforeAll(async () => {
  const { classId, students } = await makeClass({ students: 1 });
  student = students[0] as Viewer;
  assignmentId = await makeAssignment(classId, { reportShown: "with-grades" });
  ({ interviewId } = await makeSubmission(assignmentId, student, { texts }));
  newest.id = interviewId;
});

/** Every way to something of the report; each must give nothing. */
async function expectClosed() {
  await expect(loadReport(student, interviewId)).rejects.toMatchObject({ code: "closed" });
  await expect(revealReport(student, { interviewId, scores: {} }, later)).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(createShareLink(student, interviewId, 7, later)).rejects.toMatchObject({ code: "not-found" });
  await expect(loadComparison(student, newest)).rejects.toMatchObject({ code: "not-found" });
  await expect(addMissedCards(student, { interviewId, timeZone: "UTC" }, later)).rejects.toMatchObject({
    code: "closed",
  });
  expect(await loadReplay(student, interviewId)).toBeNull();
  expect(await readSelfScores(student, interviewId)).toBeNull();
  expect(await readAttempts(student)).toEqual([]);
  expect(await readSecondProgress(student, interviewId)).toBeNull();
  expect(await readPartnerComparisons(student, interviewId, [])).toEqual([]);
  expect((await exportLanguageModelUse(student)).secondGrades).toEqual([]);
  expect((await exportLearning(student)).selfScores).toEqual([]);
  expect(await listInterviews(student)).toMatchObject([{ hasReport: false }]);
  expect(await assignmentOf(student, interviewId)).toMatchObject({ isHeldBack: true });
}

describe("a held back report", () => {
  test("is closed by every way before the release, and says nothing to the learner's points", async () => {
    await expectClosed();
    expect((await exportLearning(student)).missedPoints).toEqual([]);
  });

  test("is open after the release, and closed again, its links too, when the grades are withdrawn", async () => {
    await release(later);
    await revealReport(student, { interviewId, scores: { data: 3 } }, later);
    expect((await loadReport(student, interviewId))?.points.length).toBeGreaterThan(0);
    expect(await readAttempts(student)).toHaveLength(1);
    expect(await loadReplay(student, interviewId)).not.toBeNull();
    expect((await loadComparison(student, newest)).first.points.length).toBeGreaterThan(0);
    const { token } = await createShareLink(student, interviewId, 7, later);
    expect(await loadSharedReport(token, later)).not.toBeNull();
    await release(null);
    expect(await loadSharedReport(token, later)).toBeNull();
    await expectClosed();
    await release(later);
    expect(await loadSharedReport(token, later)).not.toBeNull();
  });
});

test("a report that is shown at once is open without a release", async () => {
  const { classId, students } = await makeClass({ students: 1 });
  const own = students[0] as Viewer;
  const atOnce = await makeAssignment(classId, { reportShown: "at-once" });
  const submitted = await makeSubmission(atOnce, own, { texts });
  await revealReport(own, { interviewId: submitted.interviewId, scores: {} }, later);
  expect(await readAttempts(own)).toHaveLength(1);
});
