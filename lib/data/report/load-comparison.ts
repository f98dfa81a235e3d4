/**
 * Two sides to compare: an attempt of the viewer's, and an earlier or later one at the same case or the case's own
 * answer of a level. Only attempts whose report has been revealed; ids of others are answered like ids that do not exist.
 */
import "server-only";
import { loadCase } from "@/lib/content/load";
import { modelAnswerOf } from "@/lib/content/model-answer";
import { CASE_COLUMNS, type CaseColumns, caseOfInterview } from "@/lib/data/class-content/case-of-interview";
import { database } from "@/lib/data/database";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { REVEALED } from "@/lib/data/submission/released";
import { closed, notFound } from "@/lib/errors";
import { LEVELS, type Level } from "@/lib/framework/stages";
import { gradeAnswers } from "@/lib/grading/grade-answers";
import { type Side, sideOfReport } from "@/lib/grading/report/compare-sides";
import { reportSchema } from "@/lib/grading/report/schema";
import { LEVEL_WORDS } from "@/lib/grading/report/words";
import { isExpectedOf } from "@/lib/grading/rubric/score";
import type { Viewer } from "@/lib/viewer";

/** `with` is the id of another attempt, or `model-mid`, `model-senior`, `model-staff`. */
export type ComparisonKey = { id: string; with: string };
/** What the attempt can be held against. */
export type ComparisonChoice = { key: string; label: string };
export type Comparison = {
  caseSlug: string;
  caseTitle: string;
  first: Side;
  second: Side;
  choices: ComparisonChoice[];
};

const MAX_ATTEMPTS = 50;
const ATTEMPT = { id: true, submittedAt: true, mode: true, level: true } as const;
const dateTime = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "medium",
  timeStyle: "short",
  timeZone: "UTC",
});

/** The viewer's revealed attempts at the case of this one, the newest first. */
async function attemptsLike(viewer: Viewer, interviewId: string) {
  if (!isUuid(interviewId)) throw notFound("interview");
  const db = await database();
  const revealed = { ownerId: viewer.userId, report: { isNot: null }, ...REVEALED };
  const row = await db.interview.findFirst({
    where: { id: interviewId, ...revealed },
    select: { ...CASE_COLUMNS, ...ATTEMPT },
  });
  if (!row) throw notFound("interview");
  const newest = await db.interview.findMany({
    where: { caseSlug: row.caseSlug, ...revealed },
    orderBy: { submittedAt: "desc" },
    take: MAX_ATTEMPTS,
    select: ATTEMPT,
  });
  const { caseSlug, classContent, ...own } = row;
  // Of many attempts one may be older than all that are offered; it can still be compared with them.
  const attempts = newest.some(({ id }) => id === own.id) ? newest : [...newest, own];
  return { ofCase: { caseSlug, classContent }, attempts };
}

type Attempt = Awaited<ReturnType<typeof attemptsLike>>["attempts"][number];
const labelOf = ({ submittedAt, mode, level }: Attempt): string =>
  `${submittedAt ? dateTime.format(submittedAt) : ""}, ${mode}, ${LEVEL_WORDS[level as Level]}`;

async function sideOfAttempt(viewer: Viewer, attempt: Attempt): Promise<Side> {
  const db = await database();
  const row = await db.report.findFirst({
    where: { interviewId: attempt.id, interview: { ownerId: viewer.userId, ...REVEALED } },
    select: { content: true },
  });
  if (!row) throw notFound("interview");
  return sideOfReport(labelOf(attempt), reportSchema.parse(row.content));
}

const modelKey = (level: Level): string => `model-${level}`;
const modelLabel = (level: Level): string => `the ${LEVEL_WORDS[level]} answer of the case`;

/** The case's own answer of a level, graded like the attempt that it is held against. */
function sideOfModel(ofCase: CaseColumns, level: Level): Side {
  const prepared = caseOfInterview(ofCase);
  if (!prepared) throw closed("The case is no longer part of this Shortlist.");
  const answers = modelAnswerOf(ofCase.caseSlug, level);
  const wording = new Map(prepared.rubric.points.map((point) => [point.id, point]));
  const points = gradeAnswers(prepared.rubric, answers, { level }).points.map((point) => {
    const { text = "", why = "", chapter = "" } = wording.get(point.id) ?? {};
    return { ...point, text, why, chapter, isExpected: isExpectedOf(level, point.level) };
  });
  return {
    label: modelLabel(level),
    level,
    answers,
    points,
    decisions: [],
    time: null,
    asked: null,
    learnt: null,
  };
}

export async function loadComparison(viewer: Viewer, key: ComparisonKey): Promise<Comparison> {
  const { ofCase, attempts } = await attemptsLike(viewer, key.id);
  const { caseSlug } = ofCase;
  const own = attempts.find(({ id }) => id === key.id);
  if (!own) throw notFound("interview");
  const level = LEVELS.find((one) => modelKey(one) === key.with);
  const other = attempts.find(({ id }) => id === key.with && id !== key.id);
  if (!level && !other) throw notFound("interview");
  const ownSide = await sideOfAttempt(viewer, own);
  const otherSide = other ? await sideOfAttempt(viewer, other) : sideOfModel(ofCase, level ?? "senior");
  // The earlier attempt stands at the left; a model answer at the right.
  const isLater = other && (other.submittedAt ?? 0) < (own.submittedAt ?? 0);
  const [first, second] = isLater ? [otherSide, ownSide] : [ownSide, otherSide];
  return {
    caseSlug,
    caseTitle: loadCase(caseSlug).meta.title,
    first,
    second,
    choices: [
      ...attempts.filter(({ id }) => id !== key.id).map((one) => ({ key: one.id, label: labelOf(one) })),
      ...LEVELS.map((one) => ({ key: modelKey(one), label: modelLabel(one) })),
    ],
  };
}

/** What a report offers to compare with: the attempt before it, or the case's own answer of its level. */
export async function comparisonOf(viewer: Viewer, interviewId: string): Promise<ComparisonChoice> {
  const { attempts } = await attemptsLike(viewer, interviewId);
  const at = attempts.findIndex(({ id }) => id === interviewId);
  const before = attempts[at + 1];
  const level = (attempts[at]?.level ?? "senior") as Level;
  return before
    ? { key: before.id, label: labelOf(before) }
    : { key: modelKey(level), label: modelLabel(level) };
}
