/** Words and ids in the fixture's class that some of its members must not be sent, and finding them in an answer. */
import { loadCase } from "@/lib/content/load";
import { database } from "@/lib/data/database";
import type { Fixture } from "./fixture";

/** Value to what it is. Values are held against bodies without regard to case. */
export type Canaries = ReadonlyMap<string, string>;

/** In the name and address of each student, and in those of all but one. */
export const NAME = "quetzal";
const FELLOW = "quetzalfellow";
const OWN = "quetzalself";
export const REMARK = "Remark-of-a-grader";
const LATE_SECONDS = 280_733;
const NOTES = {
  adjustment: "Reason-of-an-adjustment",
  extension: "Reason-of-an-extension",
  bank: "Remark-of-the-bank",
  wording: "Class-wording-of-a-point",
};

export const foundIn = (body: string, canaries: Canaries): string[] => {
  const text = body.toLowerCase();
  return [...canaries].flatMap(([value, what]) =>
    text.includes(value.toLowerCase()) ? [`${what}: ${value}`] : [],
  );
};

async function readWork({ classId }: Fixture["room"]) {
  const db = await database();
  const inClass = { assignment: { classId } };
  const submissions = await db.submission.findMany({ where: inClass });
  const reviews = await db.peerReview.findMany({ where: inClass, select: { reviewerId: true } });
  const studentIds = [
    ...submissions.map(({ studentId }) => studentId),
    ...reviews.map(({ reviewerId }) => reviewerId),
  ];
  return { submissions, studentIds: [...new Set(studentIds)] };
}

async function nameStudents(studentIds: readonly string[], own: string): Promise<void> {
  const db = await database();
  for (const [i, id] of studentIds.entries()) {
    const name = id === own ? OWN : `${FELLOW}${i}`;
    await db.user.update({ where: { id }, data: { name: `Ada ${name}`, email: `${name}@example.org` } });
  }
}

/** What the staff notes about an undecided, an adjusted and a released piece of work, and changes in the case. */
async function writeNotes({ room, people }: Fixture): Promise<void> {
  const db = await database();
  const { classId, open, released, studentId } = room;
  const inClass = { assignment: { classId } };
  await db.submission.updateMany({ where: inClass, data: { lateSeconds: LATE_SECONDS } });
  await db.gradeComment.updateMany({ where: { submission: inClass }, data: { body: REMARK } });
  await db.gradeComment.create({
    data: { submissionId: released.submissionId, authorId: people.instructor.viewer.userId, body: REMARK },
  });
  await db.bankComment.updateMany({ where: { classId }, data: { body: NOTES.bank } });
  const student = { assignmentId: open.assignmentId, studentId };
  await db.extension.create({ data: { ...student, timeMultiplier: 1.5, reason: NOTES.extension } });
  await db.grade.updateMany({ where: inClass, data: { adjustment: 3, adjustmentReason: NOTES.adjustment } });
  const content = { kind: "changed", isCounted: true, text: NOTES.wording };
  await db.classPoint.create({
    data: { classId, caseSlug: "video-recommendation", pointId: open.pointId, content },
  });
}

/** What the grader looks for, in words that no answer of the fixture uses. */
const rubricCanaries = (): [string, string][] =>
  loadCase("video-recommendation").rubric.points.flatMap(({ why, exemplars }) =>
    [why, ...exemplars].map((text): [string, string] => [plainStretch(text), "rubric"]),
  );

/** The longest stretch that is the same in HTML, JSON and React's own format. */
const plainStretch = (text: string): string =>
  text
    .split(/["'\\<>&\n]/)
    .reduce((longest, piece) => (piece.length > longest.length ? piece : longest), "")
    .trim();

export async function writeCanaries(fixture: Fixture) {
  const { room, people } = fixture;
  const { submissions, studentIds } = await readWork(room);
  await nameStudents(studentIds, room.studentId);
  await writeNotes(fixture);
  const fellows = submissions.filter(({ studentId }) => studentId !== room.studentId);
  const interviews = submissions.map(({ interviewId }) => [interviewId, "interview"] as const);
  const bySubmission = submissions.flatMap(({ id, alias }) => [
    [id, "submission"] as const,
    [`Student ${alias}`, "number"] as const,
  ]);
  return {
    /** Who the students are. */
    people: new Map([
      [NAME, "name or address"],
      ...studentIds.map((id) => [id, "user"] as const),
      ...interviews,
    ]),
    /** What they did and what became of it. */
    work: new Map([
      ...bySubmission,
      ...interviews,
      [REMARK, "remark"],
      [NOTES.adjustment, "reason"],
      ["We split by time", "answer"],
      ["3 d 5 h", "lateness"],
      [String(LATE_SECONDS), "lateness"],
    ]),
    /** What is not the student's own, or is the staff's. */
    others: new Map([
      [FELLOW, "name or address"],
      ...studentIds.filter((id) => id !== people.student.viewer.userId).map((id) => [id, "user"] as const),
      ...fellows.flatMap(({ id, interviewId }) => [
        [id, "submission"] as const,
        [interviewId, "interview"] as const,
      ]),
      ...Object.values(NOTES).map((note) => [note, "note of the staff"] as const),
    ]),
    rubric: new Map(rubricCanaries()),
  } satisfies Record<string, Canaries>;
}
