/**
 * The kept submissions of an assignment, grouped for deciding one point: by a typed decision of their design, or by the
 * machine's verdict on the point. Of students it tells what student-label allows.
 */
import "server-only";
import { groupAnswers, NO_CHOICE } from "@/lib/classroom/groups/group-answers";
import type { GroupView } from "@/lib/classroom/groups/view";
import { STAFF } from "@/lib/classroom/roles";
import { listCases } from "@/lib/content/load";
import { type Database, database } from "@/lib/data/database";
import {
  type AssignmentIds,
  type GradedAssignment,
  gradedAssignment,
} from "@/lib/data/grading/graded-assignment";
import { hidesStudents, studentLabel } from "@/lib/data/submission/student-label";
import { decisionWords } from "@/lib/design/decision-words";
import { DESIGNS } from "@/lib/design/designs";
import type { DesignField } from "@/lib/design/fields";
import { VERDICT_WORDS } from "@/lib/grading/report/words";
import type { Verdict } from "@/lib/grading/types";
import type { Viewer } from "@/lib/viewer";
import { type AnswerRow, answerRows, fieldRows, type GroupPoint, pointRows, quoteRows } from "./group-rows";

const MEMBERS_PER_PAGE = 50;
/** A field of numbers can have a group a student; the largest are shown. */
const GROUPS_SHOWN = 60;
const SAMPLES = 2;

export type GroupRow = { key: string; title: string; size: number; undecided: number; quotes: string[] };
export type GroupMember = {
  submissionId: string;
  label: string;
  attempt: number;
  /** 0 to 1; `credit` null while nobody has decided. */
  suggested: number;
  credit: number | null;
};
export type OpenGroup = Omit<GroupRow, "quotes"> & {
  members: GroupMember[];
  /** What can be decided at once, with the revisions that the reader sees. */
  answers: { submissionId: string; revision: number }[];
};
export type Groups = {
  assignment: { title: string; isHidden: boolean; isReleased: boolean };
  isArchived: boolean;
  points: GroupPoint[];
  fields: { id: string; label: string }[];
  /** The chosen ones; `point` null when nothing is handed in. */
  point: GroupPoint | null;
  field: string | null;
  rows: GroupRow[];
  /** Groups that are not among the rows. */
  more: number;
  open: OpenGroup | null;
  /** Members of the open group on a page. */
  pageSize: number;
};

async function fieldsOf(db: Database, assignmentId: string): Promise<DesignField[]> {
  const { caseSlugs } = await db.assignment.findUniqueOrThrow({
    where: { id: assignmentId },
    select: { caseSlugs: true },
  });
  const cases = listCases().filter(({ slug }) => caseSlugs.includes(slug));
  return cases.flatMap(({ meta }) => [...DESIGNS[meta.world].fields]);
}

function titleOf(key: string, field: string | null, fields: readonly DesignField[]): string {
  if (field === null) return VERDICT_WORDS[key as Verdict] ?? key;
  return key === NO_CHOICE ? "no choice" : decisionWords(fields, field, key).value;
}

const toMember = (assignment: GradedAssignment, row: AnswerRow): GroupMember => ({
  ...{ submissionId: row.submissionId, attempt: row.attempt, suggested: row.suggested, credit: row.credit },
  label: studentLabel(assignment, { alias: row.alias, student: { name: row.name ?? "" } }).label,
});

async function groupsOf(
  db: Database,
  assignment: GradedAssignment,
  point: GroupPoint,
  chosen: { field: string | null; group: string | null; page: number },
  titled: (key: string) => string,
): Promise<Pick<Groups, "rows" | "more" | "open">> {
  const { field, group, page } = chosen;
  const hidesNames = hidesStudents(assignment);
  const found = await answerRows(db, assignment.id, point.id, { field, hidesNames });
  const keyed = found.map((row) => ({
    ...row,
    key: field === null ? row.verdict : (row.value ?? NO_CHOICE),
  }));
  const groups = groupAnswers(keyed, field === null ? "verdict" : "field");
  const shown = groups.slice(0, GROUPS_SHOWN);
  const samples = shown.map(({ answers }) => answers.slice(0, SAMPLES).map((answer) => answer.submissionId));
  const quotes = await quoteRows(db, samples.flat(), point);
  const rows = shown.map(({ key, answers, undecided }, i) => ({
    ...{ key, title: titled(key), size: answers.length, undecided },
    quotes: (samples[i] ?? []).flatMap((id) => quotes.get(id) || []),
  }));
  const opened = group === null ? undefined : groups.find(({ key }) => key === group);
  if (!opened) return { rows, more: groups.length - shown.length, open: null };
  const { key, answers, undecided } = opened;
  const from = (page - 1) * MEMBERS_PER_PAGE;
  const open = {
    ...{ key, title: titled(key), size: answers.length, undecided },
    members: answers.slice(from, from + MEMBERS_PER_PAGE).map((row) => toMember(assignment, row)),
    answers: answers
      .filter(({ credit }) => credit === null)
      .map(({ submissionId, revision }) => ({ submissionId, revision })),
  };
  return { rows, more: groups.length - shown.length, open };
}

/** A point or field that is not there is as if none were chosen: the first point, and the verdicts on it. */
export async function loadGroups(viewer: Viewer, ids: AssignmentIds, view: GroupView): Promise<Groups> {
  const db = await database();
  const assignment = await gradedAssignment(db, viewer, ids, STAFF);
  const [points, chosenIn, designFields] = await Promise.all([
    pointRows(db, assignment.id),
    fieldRows(db, assignment.id),
    fieldsOf(db, assignment.id),
  ]);
  const point = points.find(({ id }) => id === view.point) ?? points[0] ?? null;
  const field = chosenIn.find((id) => id === view.field) ?? null;
  const titled = (key: string) => titleOf(key, field, designFields);
  const none = { rows: [], more: 0, open: null };
  const { title, gradesReleasedAt, member } = assignment;
  return {
    assignment: { title, isHidden: hidesStudents(assignment), isReleased: gradesReleasedAt !== null },
    ...{ isArchived: member.isArchived, pageSize: MEMBERS_PER_PAGE },
    ...{ points, point, field },
    fields: chosenIn.map((id) => ({ id, label: decisionWords(designFields, id, "").label })),
    ...(point ? await groupsOf(db, assignment, point, { ...view, field }, titled) : none),
  };
}
