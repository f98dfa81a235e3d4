/** Grading: who may, that no grader overwrites another, that anonymous means it, and that grades come out all at once. */
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { parseGradingView } from "@/lib/classroom/grading/view";
import { database } from "@/lib/data/database";
import { adjustGrade } from "@/lib/data/grading/adjust-grade";
import { decidePoints } from "@/lib/data/grading/decide-points";
import { loadHistory } from "@/lib/data/grading/load-history";
import { loadQueue } from "@/lib/data/grading/load-queue";
import { loadSubmission } from "@/lib/data/grading/load-submission";
import { releaseGrades, withdrawGrades } from "@/lib/data/grading/release-grades";
import { visitSubmission } from "@/lib/data/grading/visit-submission";
import type { Viewer } from "@/lib/viewer";
import {
  CLASS_START,
  type MadeClass,
  makeAssignment,
  makeClass,
  makeSubmission,
} from "../support/class-fixture";
import { createViewer } from "../support/people";

const DATA =
  "We split by time: train on the days before and test on the days after, as serving sees only the past.";
const NOW = new Date(CLASS_START.getTime() + 30 * 86_400_000);
const VIEW = parseGradingView({ stage: "data" });
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);

type Scene = MadeClass & {
  assignmentId: string;
  submissions: { submissionId: string; interviewId: string }[];
};

async function makeScene(
  settings: Parameters<typeof makeAssignment>[1] = {},
  options: { students?: number; submitting?: number } = {},
): Promise<Scene> {
  const { students = 2, submitting = students } = options;
  const made = await makeClass({ students });
  const assignmentId = await makeAssignment(made.classId, { stages: ["data"], ...settings });
  const submissions = [];
  for (const student of made.students.slice(0, submitting))
    submissions.push(await makeSubmission(assignmentId, student, { texts: { data: DATA }, board: "A -> B" }));
  return { ...made, assignmentId, submissions };
}

const idsOf = ({ classId, assignmentId, submissions }: Scene, index = 0) => ({
  classId,
  assignmentId,
  submissionId: submissions[index]?.submissionId ?? "",
});

/** Decides every point of the stage as given. */
async function decideAll(scene: Scene, grader: Viewer, credit: number, index = 0): Promise<void> {
  const ids = idsOf(scene, index);
  const { points } = await loadSubmission(grader, ids, VIEW, NOW);
  const decisions = points
    .filter(({ isExpected }) => isExpected)
    .map(({ id, decision }) => ({ pointId: id, credit, revision: decision.revision }));
  await decidePoints(grader, { ...ids, decisions }, NOW);
}

describe("who grades", () => {
  let scene: Scene;
  let other: Scene;
  let stranger: Viewer;
  beforeAll(async () => {
    scene = await makeScene();
    other = await makeScene();
    stranger = await createViewer({ role: "admin" });
  });

  const ways = (ids: ReturnType<typeof idsOf>) => {
    const decision = { pointId: "data-time-split", credit: 1, revision: 0 };
    return {
      queue: (viewer: Viewer) => loadQueue(viewer, ids, VIEW, NOW),
      submission: (viewer: Viewer) => loadSubmission(viewer, ids, VIEW, NOW),
      history: (viewer: Viewer) => loadHistory(viewer, ids),
      visit: (viewer: Viewer) => visitSubmission(viewer, { ...ids, sinceMs: 0, isLeaving: false }, NOW),
      decide: (viewer: Viewer) => decidePoints(viewer, { ...ids, decisions: [decision] }, NOW),
      release: (viewer: Viewer) => releaseGrades(viewer, { ...ids, takesSuggestions: true }, NOW),
      withdraw: (viewer: Viewer) => withdrawGrades(viewer, ids, NOW),
      adjust: (viewer: Viewer) =>
        adjustGrade(viewer, { ...ids, adjustment: 1, reason: "Because.", revision: null }, NOW),
    };
  };

  test("no student, nobody from outside, and no host's admin", async () => {
    for (const [name, way] of Object.entries(ways(idsOf(scene)))) {
      for (const student of scene.students)
        await expect(way(student), name).rejects.toMatchObject({ code: "forbidden" });
      for (const foreign of [stranger, other.instructor, other.assistant])
        await expect(way(foreign), name).rejects.toMatchObject({ code: "not-found" });
    }
  });

  test("an assistant grades; releasing, withdrawing and adjusting are the instructor's", async () => {
    const { queue, submission, history, visit, decide, release, withdraw, adjust } = ways(idsOf(scene));
    for (const way of [queue, submission, history, visit, decide])
      await expect(way(scene.assistant)).resolves.toBeDefined();
    for (const way of [release, withdraw, adjust])
      await expect(way(scene.assistant)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("nobody through the ids of another class, another assignment, or none", async () => {
    const sibling = await makeAssignment(scene.classId, {});
    const swaps = [
      { ...idsOf(scene), assignmentId: other.assignmentId },
      { ...idsOf(scene), assignmentId: sibling },
      { ...idsOf(scene), submissionId: idsOf(other).submissionId },
      { ...idsOf(scene), submissionId: randomUUID() },
      { ...idsOf(scene), submissionId: "x" },
    ];
    for (const ids of swaps) {
      const { submission, history, visit, decide, adjust } = ways(ids);
      for (const way of [submission, history, visit, decide, adjust])
        await expect(way(scene.instructor)).rejects.toMatchObject({ code: "not-found" });
    }
    const unknown = { ...idsOf(scene), decisions: [{ pointId: "no-such-point", credit: 1, revision: 0 }] };
    await expect(decidePoints(scene.instructor, unknown, NOW)).rejects.toMatchObject({ code: "not-found" });
    expect(
      await (await database()).submissionPoint.count({
        where: { submissionId: idsOf(other).submissionId, credit: { not: null } },
      }),
    ).toBe(0);
  });

  test("nothing in an archived class is decided, and it can still be read", async () => {
    const archived = await makeScene({}, { students: 1 });
    await (await database()).class.update({ where: { id: archived.classId }, data: { archivedAt: NOW } });
    const { queue, submission, decide, release } = ways(idsOf(archived));
    await expect(queue(archived.instructor)).resolves.toBeDefined();
    await expect(submission(archived.instructor)).resolves.toMatchObject({ isArchived: true });
    for (const way of [decide, release])
      await expect(way(archived.instructor)).rejects.toMatchObject({ code: "closed" });
  });
});

describe("two graders on one submission", () => {
  test("the second one is refused and told what the first decided", async () => {
    const scene = await makeScene({}, { students: 1 });
    const ids = idsOf(scene);
    const decision = (credit: number, revision: number) => ({ pointId: "data-time-split", credit, revision });
    await decidePoints(scene.assistant, { ...ids, decisions: [decision(1, 0)] }, NOW);
    const second = await decidePoints(scene.instructor, { ...ids, decisions: [decision(0, 0)] }, later(5));
    expect(second.points).toEqual([
      {
        pointId: "data-time-split",
        outcome: "refused",
        stored: expect.objectContaining({ credit: 1, revision: 1, grader: "Aron Assistant", isMine: false }),
      },
    ]);
    const seen = await decidePoints(scene.instructor, { ...ids, decisions: [decision(0, 1)] }, later(6));
    expect(seen.points[0]).toMatchObject({ outcome: "changed", stored: { credit: 0, isMine: true } });
    const { entries } = await loadHistory(scene.instructor, ids);
    expect(entries.map(({ who, before, after }) => ({ who, before, after }))).toEqual([
      {
        who: "Ines Instructor",
        before: { credit: 1, decidedBy: "changed" },
        after: { credit: 0, decidedBy: "changed" },
      },
      {
        who: "Aron Assistant",
        before: { credit: null, decidedBy: null },
        after: { credit: 1, decidedBy: "changed" },
      },
    ]);
  });

  test("of decisions that arrive at the same instant exactly one is taken, each time", async () => {
    const scene = await makeScene({}, { students: 1 });
    const ids = idsOf(scene);
    for (let revision = 0; revision < 12; revision++) {
      const at = (credit: number) => [{ pointId: "data-time-split", credit, revision }];
      const answers = await Promise.all([
        decidePoints(scene.assistant, { ...ids, decisions: at(0.1 + revision / 100) }, NOW),
        decidePoints(scene.instructor, { ...ids, decisions: at(0.6 + revision / 100) }, NOW),
      ]);
      expect(answers.map(({ points }) => points[0]?.outcome).sort()).toEqual(["changed", "refused"]);
    }
    expect((await loadHistory(scene.instructor, ids)).entries).toHaveLength(12);
  });

  test("each hears who else is there, since when, and what was decided", async () => {
    const scene = await makeScene({}, { students: 1 });
    const ids = idsOf(scene);
    const visit = (viewer: Viewer, seconds: number, isLeaving = false) =>
      visitSubmission(viewer, { ...ids, sinceMs: NOW.getTime(), isLeaving }, later(seconds));
    await visit(scene.assistant, 0);
    await visit(scene.assistant, 10);
    const decisions = [{ pointId: "data-time-split", credit: 1, revision: 0 }];
    await decidePoints(scene.assistant, { ...ids, decisions }, later(12));
    const news = await visit(scene.instructor, 15);
    expect(news.others).toEqual([{ name: "Aron Assistant", sinceMs: NOW.getTime() }]);
    expect(news.decided).toMatchObject([
      { pointId: "data-time-split", stored: { credit: 1, isMine: false } },
    ]);
    const queue = await loadQueue(scene.instructor, ids, VIEW, later(16));
    expect(queue.rows[0]?.graders).toEqual(["Aron Assistant"]);
    await visit(scene.assistant, 17, true);
    expect((await visit(scene.instructor, 18)).others).toEqual([]);
  });
});

describe("the queue", () => {
  test("shows by outcome: undecided, decided, decided unlike the machine, flagged, late; of the stage that is read", async () => {
    const scene = await makeScene({ stages: ["data", "model"] }, { students: 3 });
    const ids = [0, 1, 2].map((index) => idsOf(scene, index).submissionId);
    const shown = async (query: Record<string, string>) =>
      (await loadQueue(scene.assistant, scene, parseGradingView({ order: "label", ...query }), NOW)).rows.map(
        ({ submissionId }) => ids.indexOf(submissionId),
      );
    const db = await database();
    // The first is given what the machine found, the second one point other than that; the third is left.
    for (const index of [0, 1]) {
      const work = idsOf(scene, index);
      const { points } = await loadSubmission(scene.assistant, work, VIEW, NOW);
      const read = points.filter(({ stage }) => stage === "data");
      const decisions = read.map(({ id, machineCredit, decision: { revision } }) => ({
        ...{ pointId: id, revision },
        credit: index === 1 && id === "data-time-split" ? 1 - machineCredit : machineCredit,
      }));
      await decidePoints(scene.assistant, { ...work, decisions }, NOW);
    }
    await db.submission.update({ where: { id: ids[2] ?? "" }, data: { lateSeconds: 60 } });
    const { interviewId = "" } = scene.submissions[0] ?? {};
    await db.$executeRaw`UPDATE "Report" SET content = jsonb_set(content, '{flags}', '["repeats"]')
      WHERE "interviewId" = ${interviewId}::uuid`;
    expect(await shown({ stage: "data", filter: "undecided" })).toEqual([2]);
    expect(await shown({ stage: "data", filter: "decided" })).toEqual([0, 1]);
    expect(await shown({ stage: "data", filter: "differs" })).toEqual([1]);
    expect(await shown({ stage: "model", filter: "differs" })).toEqual([]);
    expect(await shown({ filter: "decided" })).toEqual([]);
    expect(await shown({ filter: "flagged" })).toEqual([0]);
    expect(await shown({ filter: "late" })).toEqual([2]);
    expect(await shown({ filter: "differs", find: "Number 1" })).toEqual([]);
  });

  test("counts by stage and in all, and steps to the next undecided one until none is left", async () => {
    const scene = await makeScene({ stages: ["data", "model"] }, { students: 3 });
    const [first, second] = [0, 1].map((index) => idsOf(scene, index).submissionId);
    await decideAll(scene, scene.assistant, 1, 1);
    const queue = await loadQueue(scene.assistant, scene, VIEW, NOW);
    expect(queue).toMatchObject({ total: 3, handedIn: { students: 3, submitted: 3 } });
    expect(queue.progress.map(({ stage }) => stage)).toEqual(["data", "model"]);
    // The one that is decided comes last, though its name does not.
    expect(queue.rows.at(-1)).toMatchObject({ submissionId: second, percent: 100 });
    const open = await loadQueue(
      scene.assistant,
      scene,
      parseGradingView({ stage: "data", filter: "undecided" }),
      NOW,
    );
    expect(open.total).toBe(2);
    const found = await loadQueue(scene.assistant, scene, parseGradingView({ find: "number 3" }), NOW);
    expect(found.rows.map(({ label }) => label)).toEqual(["Student Number 3"]);
    const { neighbours } = await loadSubmission(scene.assistant, idsOf(scene), VIEW, NOW);
    expect(neighbours).toMatchObject({ place: 1, total: 3, previous: null, next: second });
    expect(neighbours.nextOpen).toBe(idsOf(scene, 2).submissionId);
    expect(neighbours.previousOpen).toBe(idsOf(scene, 2).submissionId);
    await decideAll(scene, scene.assistant, 1, 2);
    await decideAll(scene, scene.assistant, 1, 0);
    const done = await loadSubmission(scene.assistant, { ...scene, submissionId: first ?? "" }, VIEW, NOW);
    expect(done.neighbours).toMatchObject({ open: 0, nextOpen: null, previousOpen: null });
  });
});

describe("grades", () => {
  test("come out only when all is decided, all at once, and twice is once", async () => {
    const scene = await makeScene({}, { students: 3, submitting: 2 });
    const ids = { classId: scene.classId, assignmentId: scene.assignmentId };
    const db = await database();
    await decideAll(scene, scene.assistant, 0.5, 0);
    const strict = { ...ids, takesSuggestions: false };
    await expect(releaseGrades(scene.instructor, strict, NOW)).rejects.toMatchObject({ code: "closed" });
    expect(await db.grade.count({ where: { assignmentId: scene.assignmentId } })).toBe(0);
    await decideAll(scene, scene.assistant, 1, 1);
    expect(await releaseGrades(scene.instructor, strict, NOW)).toMatchObject({
      released: 3,
      changed: 3,
      missing: 1,
    });
    expect(await releaseGrades(scene.instructor, strict, later(60))).toMatchObject({ changed: 0 });
    const rows = await db.grade.findMany({ where: { assignmentId: scene.assignmentId } });
    expect(rows.map(({ finalPercent }) => finalPercent).sort((a, b) => a - b)).toEqual([0, 50, 100]);
    expect(rows.every(({ releasedAt }) => releasedAt?.getTime() === NOW.getTime())).toBe(true);
    expect(await db.classLogEntry.count({ where: { ...ids, kind: "grades-released" } })).toBe(1);
  });

  test("follow what is decided after release, with an entry; a decision cannot be taken back then", async () => {
    const scene = await makeScene({}, { students: 1 });
    await decideAll(scene, scene.assistant, 1);
    await releaseGrades(scene.instructor, { ...scene, takesSuggestions: false }, NOW);
    await decideAll(scene, scene.assistant, 0.25);
    const { grade, points } = await loadSubmission(scene.instructor, idsOf(scene), VIEW, NOW);
    expect(grade).toMatchObject({ finalPercent: 25, isReleased: true });
    const changes = (await loadHistory(scene.instructor, idsOf(scene))).entries;
    expect(changes.find(({ kind }) => kind === "grade-changed")).toMatchObject({
      who: "Aron Assistant",
      before: { finalPercent: 100 },
      after: { finalPercent: 25 },
    });
    const [point] = points.filter(({ isExpected }) => isExpected);
    if (!point) throw new Error("no point");
    const back = { pointId: point.id, credit: null, revision: point.decision.revision };
    await expect(
      decidePoints(scene.assistant, { ...idsOf(scene), decisions: [back] }, NOW),
    ).rejects.toMatchObject({ code: "closed" });
  });

  test("keep an adjustment by hand through release, later decisions and withdrawal", async () => {
    const scene = await makeScene({}, { students: 1 });
    const ids = idsOf(scene);
    await decideAll(scene, scene.assistant, 0.5);
    const by = { ...ids, adjustment: 10, reason: "The network was down." };
    await adjustGrade(scene.instructor, { ...by, revision: null }, NOW);
    await expect(adjustGrade(scene.instructor, { ...by, revision: null }, NOW)).rejects.toMatchObject({
      code: "conflict",
    });
    await releaseGrades(scene.instructor, { ...scene, takesSuggestions: false }, NOW);
    await decideAll(scene, scene.assistant, 0.6);
    const grade = async () => (await loadSubmission(scene.instructor, ids, VIEW, NOW)).grade;
    const released = await grade();
    expect(released?.finalPercent).toBeCloseTo(70);
    expect(released).toMatchObject({ adjustment: 10, isReleased: true });
    expect(await withdrawGrades(scene.instructor, ids, NOW)).toEqual({ withdrawn: 1 });
    expect(await withdrawGrades(scene.instructor, ids, NOW)).toEqual({ withdrawn: 0 });
    expect(await grade()).toMatchObject({ adjustment: 10, isReleased: false });
  });

  test("take the machine's suggestion where the instructor says so, and lateness by the policy", async () => {
    const policy = {
      unit: "day",
      percentPerUnit: 10,
      rounding: "up",
      floorPercent: 0,
      graceMinutes: 0,
    } as const;
    const dueAtMs = CLASS_START.getTime();
    const scene = await makeScene({ dueAtMs, latePolicy: policy }, { students: 1 });
    await releaseGrades(scene.instructor, { ...scene, takesSuggestions: true }, NOW);
    const { grade } = await loadSubmission(scene.instructor, idsOf(scene), VIEW, NOW);
    expect(grade?.rawPercent).toBeGreaterThan(0);
    // A day and forty minutes late: two days.
    expect(grade?.latePercent).toBeCloseTo(Math.min(20, grade?.rawPercent ?? 0));
  });
});

describe("anonymous grading", () => {
  test("tells the staff nothing that names a student before release, and the name after", async () => {
    const scene = await makeScene({ isAnonymous: true }, { students: 2 });
    const ids = idsOf(scene);
    const db = await database();
    const people = await db.user.findMany({
      where: { id: { in: scene.students.map(({ userId }) => userId) } },
      select: { id: true, name: true, email: true },
    });
    const canaries = [
      ...people.flatMap(({ id, name, email }) => [id, name, email]),
      ...scene.submissions.map(({ interviewId }) => interviewId),
    ];
    await decideAll(scene, scene.assistant, 1, 0);
    await adjustGrade(scene.instructor, { ...ids, adjustment: 1, reason: "Rounding.", revision: null }, NOW);
    const told = async () =>
      JSON.stringify([
        await loadQueue(scene.instructor, ids, parseGradingView({ order: "doubts" }), NOW),
        await loadSubmission(scene.instructor, ids, VIEW, NOW),
        await loadHistory(scene.instructor, ids),
        await visitSubmission(scene.instructor, { ...ids, sinceMs: 0, isLeaving: false }, NOW),
        await db.classLogEntry
          .findMany({ where: { assignmentId: scene.assignmentId } })
          .then((rows) => rows.map(({ id: _, actorId: __, ...row }) => row)),
      ]);
    const before = await told();
    for (const canary of canaries) expect(before).not.toContain(canary);
    expect(before).toContain("Student 10");
    const search = parseGradingView({ find: "Student Number" });
    expect((await loadQueue(scene.instructor, ids, search, NOW)).total).toBe(0);
    await releaseGrades(scene.instructor, { ...ids, takesSuggestions: true }, NOW);
    expect(await told()).toContain("Student Number 1");
  });
});
