/** Many answers at once: what a class's own decisions make of the suggestions, and credit for a whole group. */
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { parseGroupView } from "@/lib/classroom/groups/view";
import { database } from "@/lib/data/database";
import { decidePoints } from "@/lib/data/grading/decide-points";
import { releaseGrades } from "@/lib/data/grading/release-grades";
import { loadGroups } from "@/lib/data/grading-group/load-groups";
import { recalibrate } from "@/lib/data/grading-group/recalibrate";
import { setGroupCredit } from "@/lib/data/grading-group/set-group-credit";
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

describe("groups", () => {
  const verdicts = parseGroupView({ point: POINT });

  test("hold every kept answer once, by verdict and by choice, with words of the answers", async () => {
    const scene = await makeScene([DATA, DATA, "Popcorn, sofas and weather."]);
    const db = await database();
    for (const index of [0, 2])
      await db.submissionDecision.create({
        data: { submissionId: submissionOf(scene, index), field: "split", value: `choice-${index % 2}` },
      });
    const byVerdict = await loadGroups(scene.assistant, idsOf(scene), verdicts);
    expect(byVerdict.point?.id).toBe(POINT);
    expect(byVerdict.rows.map(({ size }) => size).sort()).toEqual([1, 2]);
    expect(byVerdict.rows.flatMap(({ quotes }) => quotes).join(" ")).toContain("Popcorn");
    const view = parseGroupView({ point: POINT, field: "split", group: "" });
    const byChoice = await loadGroups(scene.assistant, idsOf(scene), view);
    expect(byChoice.rows.map(({ key, size, undecided }) => [key, size, undecided])).toEqual([
      ["choice-0", 2, 2],
      ["", 1, 1],
    ]);
    expect(byChoice.open?.answers).toEqual([{ submissionId: submissionOf(scene, 1), revision: 0 }]);
  });

  test("of an anonymous assignment name nobody", async () => {
    const scene = await makeScene([DATA], { isAnonymous: true });
    const { rows } = await loadGroups(scene.assistant, idsOf(scene), verdicts);
    const view = { ...verdicts, group: rows[0]?.key ?? "" };
    const groups = await loadGroups(scene.assistant, idsOf(scene), view);
    expect(groups.open?.members[0]?.label).toMatch(/^Student \d+$/);
    expect(JSON.stringify(groups)).not.toContain("Student Number");
    expect(JSON.stringify(groups)).not.toContain(scene.students[0]?.userId);
  });
});

describe("credit for a group", () => {
  const asSeen = (scene: Scene, credit: number | null, revision = 0) => ({
    ...idsOf(scene),
    ...{ pointId: POINT, credit },
    answers: scene.submissionIds.map((submissionId) => ({ submissionId, revision })),
  });

  test("decides all but those that somebody else decided meanwhile, says whose they are, and logs each", async () => {
    const scene = await makeScene([DATA, DATA, DATA]);
    await give(scene, scene.instructor, 1, 0.25);
    const done = await setGroupCredit(scene.assistant, asSeen(scene, 1), NOW);
    expect(done.changed.map(({ revision }) => revision)).toEqual([1, 1]);
    expect(done.refused).toEqual([
      {
        ...{ submissionId: submissionOf(scene, 1), label: "Student Number 2" },
        ...{ credit: 0.25, grader: "Ines Instructor" },
      },
    ]);
    expect(await stored(scene, 0)).toMatchObject({ credit: 1, decidedBy: "group" });
    expect(await stored(scene, 1)).toMatchObject({ credit: 0.25, decidedBy: "changed" });
    const entries = await (await database()).classLogEntry.findMany({
      where: { assignmentId: scene.assignmentId, kind: "group-graded" },
    });
    expect(entries.map(({ submissionId }) => submissionId).sort()).toEqual(
      [submissionOf(scene, 0), submissionOf(scene, 2)].sort(),
    );
    expect(entries[0]).toMatchObject({ pointId: POINT, before: { credit: null }, after: { credit: 1 } });
    expect(await setGroupCredit(scene.assistant, asSeen(scene, 1), NOW)).toMatchObject({
      changed: [],
      same: 2,
    });
  });

  test("is taken back where it stands as it was made, and nowhere else", async () => {
    const scene = await makeScene([DATA, DATA]);
    const { changed } = await setGroupCredit(scene.assistant, asSeen(scene, 1), NOW);
    await give(scene, scene.instructor, 0, 0.5);
    const undo = { ...asSeen(scene, null), answers: changed };
    const undone = await setGroupCredit(scene.assistant, undo, NOW);
    expect(undone.changed.map(({ submissionId }) => submissionId)).toEqual([submissionOf(scene, 1)]);
    expect(undone.refused).toMatchObject([{ submissionId: submissionOf(scene, 0), credit: 0.5 }]);
    expect(await stored(scene, 0)).toMatchObject({ credit: 0.5 });
    expect(await stored(scene, 1)).toMatchObject({ credit: null, decidedBy: null });
  });

  test("changes grades that are out, with an entry each, and then is not taken back", async () => {
    const scene = await makeScene([DATA, DATA]);
    await releaseGrades(scene.instructor, { ...idsOf(scene), takesSuggestions: true }, NOW);
    const db = await database();
    const where = { assignmentId: scene.assignmentId };
    const percents = async () => (await db.grade.findMany({ where })).map(({ finalPercent }) => finalPercent);
    const { machineCredit } = await stored(scene, 0);
    const { changed } = await setGroupCredit(
      scene.assistant,
      asSeen(scene, machineCredit > 0.5 ? 0 : 1),
      NOW,
    );
    const entries = await db.classLogEntry.findMany({ where: { ...where, kind: "grade-changed" } });
    expect(entries.map(({ submissionId }) => submissionId).sort()).toEqual([...scene.submissionIds].sort());
    const after = await percents();
    const undo = { ...asSeen(scene, null), answers: changed };
    await expect(setGroupCredit(scene.assistant, undo, NOW)).rejects.toMatchObject({ code: "closed" });
    expect(await percents()).toEqual(after);
  });

  test("and decisions beside it are all in the grades that are out, whichever was first", async () => {
    const scene = await makeScene([DATA]);
    await releaseGrades(scene.instructor, { ...idsOf(scene), takesSuggestions: true }, NOW);
    const db = await database();
    const points = await db.submissionPoint.findMany({
      where: { assignmentId: scene.assignmentId, isExpected: true },
    });
    const work = { ...idsOf(scene), submissionId: submissionOf(scene, 0) };
    await Promise.all(
      points.map(({ pointId }) =>
        decidePoints(scene.assistant, { ...work, decisions: [{ pointId, credit: 1, revision: 0 }] }, NOW),
      ),
    );
    const [grade] = await db.grade.findMany({ where: { assignmentId: scene.assignmentId } });
    expect(grade?.rawPercent).toBeCloseTo(100, 6);
  });

  test("is the staff's of this class, for submissions of this assignment", async () => {
    const scene = await makeScene([DATA]);
    const other = await makeScene([DATA]);
    const ways = [
      (viewer: Viewer) => loadGroups(viewer, idsOf(scene), parseGroupView({})),
      (viewer: Viewer) => setGroupCredit(viewer, asSeen(scene, 1), NOW),
    ];
    for (const way of ways) {
      for (const student of scene.students)
        await expect(way(student)).rejects.toMatchObject({ code: "forbidden" });
      for (const foreign of [other.instructor, await createViewer({ role: "admin" })])
        await expect(way(foreign)).rejects.toMatchObject({ code: "not-found" });
    }
    const mixed = [...asSeen(scene, 1).answers, ...asSeen(other, 1).answers];
    const unknown = [{ submissionId: randomUUID(), revision: 0 }];
    for (const answers of [mixed, unknown])
      await expect(
        setGroupCredit(scene.instructor, { ...asSeen(scene, 1), answers }, NOW),
      ).rejects.toMatchObject({ code: "not-found" });
    for (const one of [scene, other]) expect(await stored(one, 0)).toMatchObject({ credit: null });
  });
});
