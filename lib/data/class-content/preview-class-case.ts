/** A case of a class as it reaches its students, for the staff: the words, answered and graded by the same code. */
import "server-only";
import { STAFF } from "@/lib/classroom/roles";
import { preparedCase } from "@/lib/content/prepared-case";
import { requireMember } from "@/lib/data/class/membership";
import { database } from "@/lib/data/database";
import { notFound } from "@/lib/errors";
import { STAGES, type Stage } from "@/lib/framework/stages";
import { gradeAnswers } from "@/lib/grading/grade-answers";
import type { ReportPoint } from "@/lib/grading/report/schema";
import type { PreparedRubric } from "@/lib/grading/rubric/prepare-rubric";
import { matchFact } from "@/lib/interview/interviewer/match-fact";
import type { Viewer } from "@/lib/viewer";
import { caseNamed } from "./change-class-content";
import { snapshotClassContent } from "./snapshot";

export type ClassCasePreview = {
  caseSlug: string;
  title: string;
  opening: string;
  prompt: string;
  hints: { stage: Stage; count: number }[];
  /** What was asked, and what is answered: by another fact, if that is what the interviewer takes it for. */
  facts: { asked: string; answer: string; ifNeverAsked: string }[];
  /** Points of the class as the report shows them when they were made, and when nothing was written. */
  earned: ReportPoint[];
  missed: ReportPoint[];
  /** Points of the case that the class does not count. */
  leftOut: number;
};

/** The report's row of a point, for an answer of one sentence in its stage. */
function reportPoint(rubric: PreparedRubric, id: string, answer: string): ReportPoint[] {
  const point = rubric.points.find((one) => one.id === id);
  if (!point) return [];
  const { text, why, chapter, stage } = point;
  const grade = gradeAnswers(rubric, { [stage]: answer }, { only: stage }).points.find(
    (one) => one.id === id,
  );
  return grade ? [{ ...grade, text, why, chapter, isExpected: true }] : [];
}

export async function previewClassCase(
  viewer: Viewer,
  { classId, caseSlug }: { classId: string; caseSlug: string },
): Promise<ClassCasePreview> {
  const db = await database();
  await requireMember(db, viewer, classId, STAFF);
  const { meta, interviewer, rubric } = caseNamed(caseSlug);
  const content = await snapshotClassContent(db, classId, caseSlug);
  const prepared = preparedCase(caseSlug, content);
  if (!prepared) throw notFound("case");
  const touchedPoints = new Set(content?.points.map(({ id }) => id));
  const touchedFacts = new Set(content?.facts.map(({ id }) => id));
  const own = prepared.rubric.points.filter(({ id }) => touchedPoints.has(id));
  const kept = new Set(prepared.rubric.points.map(({ id }) => id));
  return {
    caseSlug,
    title: meta.title,
    opening: interviewer.opening,
    prompt: meta.prompt,
    hints: STAGES.map((stage) => ({ stage, count: meta.hints[stage]?.length ?? 0 })),
    facts: prepared.interviewer.script.facts
      .filter(({ id }) => touchedFacts.has(id))
      .map(({ question, ifNeverAsked }) => {
        const { fact } = matchFact(prepared.interviewer, question);
        return { asked: question, ifNeverAsked, answer: fact?.answer ?? "(The interviewer is not sure.)" };
      }),
    earned: own.flatMap(({ id, exemplars }) => reportPoint(prepared.rubric, id, exemplars[0] ?? "")),
    missed: own.flatMap(({ id }) => reportPoint(prepared.rubric, id, "")),
    leftOut: rubric.points.filter(({ id }) => !kept.has(id)).length,
  };
}
