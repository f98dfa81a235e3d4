/**
 * What an answer of the site must not hold, although who asks may have the answer: of an anonymous assignment the staff
 * is sent nothing that joins a student to their work, and a student nothing of fellows or of grades that are not out.
 * Every page (as HTML and as React's data), file and action of a class is asked, from the same table as the matrix.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ENDPOINTS } from "@/lib/auth/endpoints";
import { database } from "@/lib/data/database";
import { foundIn, NAME, REMARK, writeCanaries } from "./canaries";
import { type Fixture, makeFixture } from "./fixture";
import { actionRequests, pageRequests } from "./requests";
import { keepRows, type Rows } from "./rows";
import { type Outcome, type Site, startSite } from "./site";

const CLASS = "/classes/[classId]";
const ASSIGNMENT = `${CLASS}/assignments/[assignmentId]`;

/**
 * About students by name: the roster itself, dates of a student's own, who has handed something in. Of an anonymous
 * assignment they hold nothing by which to find the work, and not how late or how good it is.
 */
const BY_NAME = [
  `page ${CLASS}/members`,
  `page ${ASSIGNMENT}`,
  `page ${ASSIGNMENT}/extensions`,
  `page ${CLASS}/gradebook`,
  `page ${CLASS}/gradebook/[studentId]`,
  `route /api/export${CLASS}/gradebook.csv`,
  `route /api/export${CLASS}/gradebook.json`,
  `route /api/export${CLASS}/students/[studentId]`,
];
/** About work: it has a number, and the student's name once grades are released. */
const BY_WORK = [
  `page ${CLASS}/log`,
  `page ${ASSIGNMENT}/grading`,
  `page ${ASSIGNMENT}/grading/[submissionId]`,
  `page ${ASSIGNMENT}/regrades`,
  `page ${ASSIGNMENT}/peer`,
];
/** What marks are given by is there for who reviews. */
const WITH_RUBRIC = [`page ${ASSIGNMENT}/peer/[reviewId]`];

type Asker = "instructor" | "assistant" | "student";
let site: Site;
let rows: Rows;
let fixture: Fixture;
let canaries: Awaited<ReturnType<typeof writeCanaries>>;

/** By the instructor, for good. */
async function did(action: string, change: Record<string, unknown> = {}): Promise<void> {
  const request = actionRequests(fixture)[action];
  if (!request) throw new Error(`There is no ${action}.`);
  const input = { ...request.input, ...change };
  const { answer } = await site.act(action, request.page, input, fixture.people.instructor.cookie);
  expect(answer, action).toBe("ok");
}

beforeAll(async () => {
  site = await startSite();
  fixture = await makeFixture(site);
  const grading = `action ${ASSIGNMENT}/grading`;
  await did(`${grading} decidePointsAction`);
  await did(`${grading} adjustGradeAction`);
  // Somebody asked about a point before the grades were taken back.
  await did(`${grading} withdrawGradesAction`);
  await did(`action ${CLASS}/content saveClassFactAction`);
  canaries = await writeCanaries(fixture);
  const db = await database();
  await db.assignment.updateMany({ where: { classId: fixture.room.classId }, data: { isAnonymous: true } });
  rows = await keepRows(process.env.DATABASE_URL ?? "");
});
afterAll(async () => {
  await rows?.close();
  await site?.stop();
});

/** The student's own interview is the one whose report is held back. */
const asked = (): Fixture => {
  const { interviewId } = fixture.room.open;
  const own = { ...fixture.own, interviewId, submittedId: interviewId, revealedId: interviewId };
  return { ...fixture, own };
};

async function ask(endpoint: string, actor: Asker): Promise<Outcome[]> {
  const { cookie } = fixture.people[actor];
  const action = actionRequests(asked())[endpoint];
  if (action) return [await site.act(endpoint, action.page, action.input, cookie)];
  const path = pageRequests(asked())[endpoint]?.path ?? endpoint.slice(endpoint.indexOf(" ") + 1);
  if (endpoint.startsWith("route ")) return [await site.get(path, cookie)];
  return [await site.get(path, cookie), await site.get(path, cookie, "RSC")];
}

/** Asks, and leaves everything as it was. @returns what was sent, each under what it was asked as */
async function sent(endpoint: string, actor: Asker): Promise<string[]> {
  await rows.forgetLimits();
  const outcomes = await ask(endpoint, actor);
  if (!endpoint.startsWith("page ")) await rows.restore(await rows.changed());
  // A page that is refused would hold nothing; an action may meet the state that it would make.
  for (const { result, answer } of outcomes)
    if (actor !== "student") expect(result, `${answer} of ${endpoint}`).not.toBe("refused");
  return outcomes.map(({ body }) => body);
}

const endpointsOf = (actor: Asker, pattern: RegExp) =>
  Object.entries(ENDPOINTS).flatMap(([endpoint, allowed]) =>
    allowed.includes(actor) && pattern.test(endpoint) ? [[actor, endpoint] as const] : [],
  );
/** The assistant reads what the instructor reads; an action answers both with the same. */
const STAFF_CELLS = [
  ...endpointsOf("instructor", / \/(classes|api\/export\/classes)|readEvidenceAction/),
  ...endpointsOf("assistant", /^(page|route) \/(classes|api\/export\/classes)/),
];
const STUDENT_CELLS = endpointsOf(
  "student",
  / \/(classes|interviews|progress|review|api\/(export|interviews))|action \/lab/,
);

/** Pages of the staff with one piece of work opened on them, which a point that the machine missed leads to. */
async function openedPaths(): Promise<string[]> {
  const db = await database();
  const { classId, open } = fixture.room;
  const where = {
    submissionId: open.submissionId,
    isExpected: true,
    credit: null,
    machineVerdict: "missing",
  };
  const { pointId } = await db.submissionPoint.findFirstOrThrow({ where: { ...where, misconception: null } });
  const ofCase = `case=video-recommendation&point=${pointId}`;
  return [
    `/classes/${classId}/assignments/${open.assignmentId}/grading/groups?point=${pointId}&group=missing`,
    `/classes/${classId}/gradebook/items/${open.assignmentId}?${ofCase}&outcome=missing`,
    `/api/export/classes/${classId}/gradebook.csv?assignment=${open.assignmentId}`,
  ];
}

describe("before grades are released", () => {
  test.each(STAFF_CELLS)("the %s cannot join a student to work by %s", async (actor, endpoint) => {
    const forbidden = BY_NAME.includes(endpoint) ? canaries.work : canaries.people;
    for (const body of await sent(endpoint, actor)) expect(foundIn(body, forbidden)).toEqual([]);
  });

  test("nor by a group of answers, a cell of the heat map or the file of one assignment", async () => {
    for (const path of await openedPaths()) {
      const { body } = await site.get(path, fixture.people.instructor.cookie);
      expect(foundIn(body, canaries.people), path).toEqual([]);
      expect(body, path).toMatch(/Student 10\d/);
    }
  });

  test.each(STUDENT_CELLS)("the %s learns nothing of others by %s", async (actor, endpoint) => {
    const bodies = await sent(endpoint, actor);
    for (const body of bodies) expect(foundIn(body, canaries.others)).toEqual([]);
    if (!WITH_RUBRIC.includes(endpoint))
      for (const body of bodies) expect(foundIn(body, canaries.rubric)).toEqual([]);
  });
});

describe("once they are released, what was hidden is there", () => {
  beforeAll(async () => {
    const { open, peer, released } = fixture.room;
    for (const assignmentId of [open.assignmentId, peer.givenId, released.assignmentId])
      await did(`action ${ASSIGNMENT}/grading releaseGradesAction`, { assignmentId });
  });

  test.each(BY_WORK)("a name on %s", async (endpoint) => {
    for (const body of await sent(endpoint, "instructor"))
      expect(foundIn(body, canaries.people)).not.toEqual([]);
  });

  test("a name in a group of answers, a cell of the heat map and the file of one assignment", async () => {
    for (const path of await openedPaths())
      expect((await site.get(path, fixture.people.instructor.cookie)).body, path).toContain(NAME);
  });

  test("remarks and what the grader looks for in the student's result", async () => {
    for (const body of await sent(`page ${ASSIGNMENT}/results/[submissionId]`, "student")) {
      expect(body).toContain(REMARK);
      expect(foundIn(body, canaries.rubric)).not.toEqual([]);
    }
  });
});
