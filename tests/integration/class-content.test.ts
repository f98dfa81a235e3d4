/** What a class changes of a case holds in its own interviews, from the start of each, and in no other. */
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { ClassFactContent, ClassPointContent } from "@/lib/classroom/class-content/schema";
import { changeClassContent, resetClassContent } from "@/lib/data/class-content/change-class-content";
import { listClassCases, loadClassCase } from "@/lib/data/class-content/load-class-content";
import { snapshotClassContent } from "@/lib/data/class-content/snapshot";
import { checkOfClass, tryPoint, tryQuestion } from "@/lib/data/class-content/try-class-content";
import { database } from "@/lib/data/database";
import { saveEvents } from "@/lib/data/interview/save-events";
import { startInterview } from "@/lib/data/interview/start-interview";
import { submitInterview } from "@/lib/data/interview/submit-interview";
import { buildReport } from "@/lib/data/report/build-report";
import type { InterviewSetup } from "@/lib/interview/setup";
import type { Viewer } from "@/lib/viewer";
import { addMember, CLASS_START, makeClass } from "../support/class-fixture";
import { createViewer } from "../support/people";

const CASE = "video-recommendation";
const OTHER_CASE = "search-ranking";
const SETUP: InterviewSetup = {
  ...{ caseSlug: CASE, level: "senior" as const, mode: "coach" as const, lengthMinutes: 45 as const },
  timeMultiplier: 1,
};
const QUESTION = "Does the legal department demand an archive of every slate for auditors?";
const ANSWER = "Yes: the auditors ask for every slate we showed within ninety days, in a write-once archive.";
const FACT: ClassFactContent = {
  kind: "added",
  topic: "privacy",
  phrasings: [
    QUESTION,
    "Do auditors need an archive of the slates that were shown?",
    "Is there a legal duty to archive slates for an audit?",
    "For how long must shown slates be archived for the auditors?",
  ],
  answer: ANSWER,
  ifNeverAsked: "Without the archive the auditors cannot be answered, and the launch is stopped.",
};
const EXEMPLAR =
  "We write every slate to a write-once archive for ninety days, because auditors will ask which videos a person was shown.";
const POINT: ClassPointContent = {
  kind: "added",
  stage: "serve",
  level: "mid",
  text: "Archives the slates that were shown, so that an auditor can be answered.",
  why: "A regulator asks months later what was shown to whom, and logs of clicks do not say.",
  followUp: "How would you answer an auditor who asks what one person was shown?",
  weight: 3,
  exemplars: [
    EXEMPLAR,
    "Shown slates are kept in an immutable archive so that an audit can reconstruct what a person saw.",
  ],
  misconceptions: [],
  chapter: "/framework/serving#fallbacks",
};
const of = (classId: string) => ({ classId, caseSlug: CASE });
const fresh = (classId: string) => ({ ...of(classId), id: null, revision: null });
const addPoint = (viewer: Viewer, classId: string, content = POINT) =>
  changeClassContent(viewer, { ...fresh(classId), kind: "point", content }, CLASS_START);
const addFact = (viewer: Viewer, classId: string, content = FACT) =>
  changeClassContent(viewer, { ...fresh(classId), kind: "fact", content }, CLASS_START);

/** An interview that starts as one of an assignment of the class does. */
async function startIn(classId: string, student: Viewer): Promise<string> {
  const classContent = await snapshotClassContent(await database(), classId, CASE);
  const { interviewId } = await startInterview(student, SETUP, CLASS_START, { classContent });
  return interviewId;
}

async function ask(student: Viewer, interviewId: string): Promise<string[]> {
  const atMs = CLASS_START.getTime() + 60_000;
  const common = { origin: "tab1", atMs, eventId: randomUUID() };
  const events = [{ ...common, kind: "question-asked", text: QUESTION }];
  const saved = await saveEvents(student, { interviewId, sinceSeq: 0, events }, new Date(atMs));
  return saved.newEvents.flatMap((event) => (event.kind === "interviewer-said" ? [event.text] : []));
}

async function serve(student: Viewer, interviewId: string, text: string) {
  const atMs = CLASS_START.getTime() + 120_000;
  const common = { origin: "tab1", atMs };
  const events = [
    { ...common, eventId: randomUUID(), kind: "stage-entered", stage: "serve" },
    {
      ...{ ...common, eventId: randomUUID(), kind: "answer-edited", part: "serve" },
      ...{ base: 0, index: 0, remove: 0, insert: text },
    },
  ];
  await saveEvents(student, { interviewId, sinceSeq: 0, events }, new Date(atMs));
  await submitInterview(student, interviewId, new Date(atMs + 60_000));
  return buildReport(interviewId);
}

async function oneStudent() {
  const made = await makeClass({ students: 1 });
  const [student] = made.students;
  if (!student) throw new Error("no student");
  return { ...made, student };
}

describe("a fact of a class", () => {
  test("is told in its interviews, and in those of no other class", async () => {
    const own = await oneStudent();
    const other = await oneStudent();
    await addFact(own.instructor, own.classId);
    expect(await ask(own.student, await startIn(own.classId, own.student))).toEqual([ANSWER]);
    expect(await ask(other.student, await startIn(other.classId, other.student))).not.toContain(ANSWER);
  });

  test("is what the try-out says that it is", async () => {
    const { classId, assistant, instructor } = await oneStudent();
    const { id } = await addFact(instructor, classId);
    const [reply] = await tryQuestion(assistant, { ...of(classId), question: QUESTION });
    expect(reply).toMatchObject({ factId: id, answer: ANSWER });
  });
});

describe("a point of a class", () => {
  test("is graded with a receipt in its reports, and stands in no other", async () => {
    const own = await oneStudent();
    const other = await oneStudent();
    const { id } = await addPoint(own.instructor, own.classId);
    const report = await serve(own.student, await startIn(own.classId, own.student), EXEMPLAR);
    const point = report.points.find((one) => one.id === id);
    expect(point).toMatchObject({ verdict: "explained", text: POINT.text, weight: 3, isExpected: true });
    expect(point?.receipt).toMatchObject({ part: "serve", quote: expect.stringContaining("archive") });
    const without = await serve(other.student, await startIn(other.classId, other.student), EXEMPLAR);
    expect(without.points.some((one) => one.id === id)).toBe(false);
    const tried = await tryPoint(own.assistant, { ...of(own.classId), pointId: id, answer: EXEMPLAR });
    expect(tried.credit).toBeCloseTo(point?.credit ?? 0, 6);
  });

  test("that the class does not count is neither graded nor asked about", async () => {
    const { classId, instructor, student } = await oneStudent();
    const content = { kind: "changed", isCounted: false } as const;
    const left = { ...of(classId), id: "data-time-split", revision: null, kind: "point" as const, content };
    await changeClassContent(instructor, left, CLASS_START);
    const report = await serve(student, await startIn(classId, student), EXEMPLAR);
    expect(report.points.some(({ id }) => id === "data-time-split")).toBe(false);
  });
});

test("what changes after the start of an interview changes nothing in it", async () => {
  const { classId, instructor, student } = await oneStudent();
  const { id } = await addPoint(instructor, classId);
  const interviewId = await startIn(classId, student);
  await addFact(instructor, classId);
  await resetClassContent(instructor, { ...of(classId), kind: "point", id, revision: 0 }, CLASS_START);
  expect(await ask(student, interviewId)).not.toContain(ANSWER);
  const report = await serve(student, interviewId, EXEMPLAR);
  expect(report.points.find((point) => point.id === id)?.credit).toBeGreaterThan(0.8);
});

describe("changing what a class has of a case", () => {
  test("keeps what is different from the case, and nothing once nothing is", async () => {
    const { classId, instructor } = await makeClass();
    const [first] = (await loadClassCase(instructor, classId, CASE)).points;
    if (!first) throw new Error("no point");
    const reworded = { kind: "changed", isCounted: true, ...first.wording, weight: 1 } as const;
    const change = { ...of(classId), id: first.id, kind: "point" as const, content: reworded };
    await changeClassContent(instructor, { ...change, revision: null }, CLASS_START);
    const stored = await (await database()).classPoint.findFirstOrThrow({ where: { classId } });
    expect(stored.content).toEqual({ kind: "changed", isCounted: true, weight: 1 });
    expect(await listClassCases(instructor, classId)).toContainEqual(
      expect.objectContaining({ slug: CASE, points: 1, facts: 0 }),
    );
    const back = { ...change, revision: 0, content: { ...reworded, weight: first.wording.weight } };
    await changeClassContent(instructor, back, CLASS_START);
    expect(await (await database()).classPoint.count({ where: { classId } })).toBe(0);
    const log = await (await database()).classLogEntry.findMany({ where: { classId } });
    expect(log.map(({ kind, pointId }) => [kind, pointId])).toEqual([
      ["class-content-changed", first.id],
      ["class-content-changed", first.id],
    ]);
  });

  test("of two who change the same one, the second is told", async () => {
    const { classId, instructor } = await makeClass();
    const second = await createViewer({ name: "Second Instructor" });
    await addMember(classId, second, "instructor");
    const { id } = await addPoint(instructor, classId);
    const change = { ...of(classId), id, revision: 0, kind: "point" as const };
    const content = { ...POINT, weight: 1 };
    await changeClassContent(second, { ...change, content }, CLASS_START);
    await expect(
      changeClassContent(instructor, { ...change, content: { ...POINT, weight: 2 } }, CLASS_START),
    ).rejects.toMatchObject({ code: "conflict" });
    const now = (await loadClassCase(instructor, classId, CASE)).points.find((point) => point.id === id);
    expect(now).toMatchObject({ revision: 1, wording: { weight: 1 } });
  });

  test("does not leave a stage without anything that every level is expected to say", async () => {
    const { classId, instructor } = await makeClass();
    const { points } = await loadClassCase(instructor, classId, CASE);
    const base = points.filter(({ stage, level }) => stage === "monitor" && level === "mid");
    const leaveOut = (id: string) =>
      changeClassContent(
        instructor,
        { ...of(classId), id, revision: null, kind: "point", content: { kind: "changed", isCounted: false } },
        CLASS_START,
      );
    for (const { id } of base.slice(1)) await leaveOut(id);
    await expect(leaveOut(base[0]?.id ?? "")).rejects.toMatchObject({ code: "closed" });
  });

  test("says which of its sentences do not earn their point, and which questions meet another fact", async () => {
    const { classId, instructor } = await makeClass();
    await addPoint(instructor, classId);
    expect(await checkOfClass(instructor, of(classId))).toEqual([]);
    // What the candidate is shown earns nothing when it comes back.
    const poor = await addPoint(instructor, classId, { ...POINT, exemplars: [EXEMPLAR, POINT.text] });
    const problems = await checkOfClass(instructor, of(classId));
    expect(problems.map(({ id }) => id)).toContain(poor.id);
    expect(problems.some(({ message }) => message.includes("of its own point"))).toBe(true);
  });
});

describe("who may", () => {
  test("an assistant reads, a student and a stranger find nothing, an instructor of another class no more", async () => {
    const { classId, assistant, instructor, students } = await makeClass();
    const other = await makeClass();
    const [student] = students;
    if (!student) throw new Error("no student");
    const { id } = await addPoint(instructor, classId);
    expect((await loadClassCase(assistant, classId, CASE)).mayEdit).toBe(false);
    await expect(addPoint(assistant, classId)).rejects.toMatchObject({ code: "forbidden" });
    await expect(loadClassCase(student, classId, CASE)).rejects.toMatchObject({ code: "forbidden" });
    await expect(tryPoint(student, { ...of(classId), pointId: id, answer: EXEMPLAR })).rejects.toMatchObject({
      code: "forbidden",
    });
    for (const stranger of [other.instructor, await createViewer({ role: "admin" })]) {
      await expect(loadClassCase(stranger, classId, CASE)).rejects.toMatchObject({ code: "not-found" });
      await expect(addPoint(stranger, classId)).rejects.toMatchObject({ code: "not-found" });
    }
    // The row of one class is not reached through another, nor through another case.
    const elsewhere = { kind: "point" as const, id, revision: 0 };
    await expect(
      resetClassContent(other.instructor, { ...of(other.classId), ...elsewhere }, CLASS_START),
    ).rejects.toMatchObject({ code: "conflict" });
    await expect(
      resetClassContent(instructor, { classId, caseSlug: OTHER_CASE, ...elsewhere }, CLASS_START),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  test("nothing changes in an archived class", async () => {
    const { classId, instructor } = await makeClass();
    await (await database()).class.update({ where: { id: classId }, data: { archivedAt: CLASS_START } });
    await expect(addFact(instructor, classId)).rejects.toMatchObject({ code: "closed" });
    expect((await loadClassCase(instructor, classId, CASE)).mayEdit).toBe(false);
  });
});
