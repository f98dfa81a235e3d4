/** Many answers at once: what a class's own decisions make of the suggestions, and credit for a whole group. */
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/data/database";
import { decidePoints } from "@/lib/data/grading/decide-points";
import { recalibrate } from "@/lib/data/grading-group/recalibrate";
import type { Viewer } from "@/lib/viewer";
import {
  CLASS_START,
  type MadeClass,
  makeAssignment,
  makeClass,
  makeSubmission,
} from "../support/class-fixture";
import { createViewer } from "../support/people";

const DATA = "Train on the earlier days and test on the later ones, since serving sees only the past.";
const POINT = "data-time-split";
const NOW = new Date(CLASS_START.getTime() + 30 * 86_400_000);

type Scene = MadeClass & { assignmentId: string; submissionIds: string[] };

async function makeScene(texts: readonly string[], settings: object = {}): Promise<Scene> {
  const made = await makeClass({ students: texts.length });
  const assignmentId = await makeAssignment(made.classId, { stages: ["data"], ...settings });
  const submissionIds: string[] = [];
  for (const [i, student] of made.students.entries()) {
    const work = { texts: { data: texts[i] ?? "" }, board: "A -> B" };
    submissionIds.push((await makeSubmission(assignmentId, student, work)).submissionId);
  }
  return { ...made, assignmentId, submissionIds };
}
const idsOf = ({ classId, assignmentId }: Scene) => ({ classId, assignmentId });
const submissionOf = (scene: Scene, index: number) => scene.submissionIds[index] ?? "";

async function stored(scene: Scene, index: number) {
  const db = await database();
  const key = { submissionId: submissionOf(scene, index), pointId: POINT };
  return db.submissionPoint.findUniqueOrThrow({ where: { submissionId_pointId: key } });
}
async function give(scene: Scene, grader: Viewer, index: number, credit: number | null): Promise<void> {
  const { revision } = await stored(scene, index);
  const decisions = [{ pointId: POINT, credit, revision }];
  await decidePoints(grader, { ...idsOf(scene), submissionId: submissionOf(scene, index), decisions }, NOW);
}

describe("learning from the graded answers", () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await makeScene([DATA, DATA, DATA, DATA, "Popcorn, sofas and weather."]);
  });

  test("waits for three, then moves the same answer towards the corrections and no other", async () => {
    const machine = (await stored(scene, 3)).machineCredit;
    const given = machine > 0.5 ? 0 : 1;
    await give(scene, scene.assistant, 0, given);
    await give(scene, scene.assistant, 1, given);
    expect(await recalibrate(scene.assistant, idsOf(scene), NOW)).toMatchObject({ points: 0, changed: 0 });
    await give(scene, scene.instructor, 2, given);
    const done = await recalibrate(scene.assistant, idsOf(scene), NOW);
    expect(done).toEqual({ points: 1, decided: 3, changed: 1 });
    const moved = await stored(scene, 3);
    expect(moved).toMatchObject({ credit: null, adjustedBy: 3, machineCredit: machine });
    expect(moved.adjustedCredit).toBeCloseTo(machine + ((given - machine) * 3) / 4, 5);
    expect(await stored(scene, 4)).toMatchObject({ adjustedCredit: null, adjustedBy: 0 });
    expect(await stored(scene, 0)).toMatchObject({ credit: given, adjustedCredit: null });
  });

  test("twice is once, is logged, and ends when a decision is taken back", async () => {
    expect(await recalibrate(scene.assistant, idsOf(scene), NOW)).toMatchObject({ changed: 0 });
    const where = { assignmentId: scene.assignmentId, kind: "points-recalibrated" };
    expect(await (await database()).classLogEntry.count({ where })).toBe(1);
    await give(scene, scene.instructor, 2, null);
    expect(await recalibrate(scene.assistant, idsOf(scene), NOW)).toMatchObject({ points: 0, changed: 1 });
    expect(await stored(scene, 3)).toMatchObject({ adjustedCredit: null, adjustedBy: 0 });
  });

  test("is the staff's of this class, and stops while grades are out", async () => {
    const other = await makeScene([]);
    const [student] = scene.students;
    if (!student) throw new Error("a class of five");
    await expect(recalibrate(student, idsOf(scene), NOW)).rejects.toMatchObject({ code: "forbidden" });
    for (const foreign of [other.instructor, await createViewer({ role: "admin" })])
      await expect(recalibrate(foreign, idsOf(scene), NOW)).rejects.toMatchObject({ code: "not-found" });
    const swapped = { ...idsOf(scene), assignmentId: other.assignmentId };
    await expect(recalibrate(scene.instructor, swapped, NOW)).rejects.toMatchObject({ code: "not-found" });
    const db = await database();
    await db.assignment.update({ where: { id: other.assignmentId }, data: { gradesReleasedAt: NOW } });
    await expect(recalibrate(other.instructor, idsOf(other), NOW)).rejects.toMatchObject({ code: "closed" });
  });
});
