/**
 * The real grader and the real interviewer on the case as the class has it just now: what an answer earns of a point,
 * which fact a question gets, and what of the class's own wording they would stumble on. Nothing is stored.
 */
import "server-only";
import { type ContentProblem, checkClassContent } from "@/lib/classroom/class-content/check-class-content";
import { STAFF } from "@/lib/classroom/roles";
import { type PreparedCase, preparedCase } from "@/lib/content/prepared-case";
import { requireMember } from "@/lib/data/class/membership";
import { database } from "@/lib/data/database";
import { notFound } from "@/lib/errors";
import { gradeAnswers } from "@/lib/grading/grade-answers";
import type { PointGrade } from "@/lib/grading/types";
import { answerMessage } from "@/lib/interview/interviewer/answer-message";
import { startInterviewer } from "@/lib/interview/interviewer/types";
import type { Viewer } from "@/lib/viewer";
import { snapshotClassContent } from "./snapshot";

type OfClass = { classId: string; caseSlug: string };

async function preparedOfClass(viewer: Viewer, { classId, caseSlug }: OfClass) {
  const db = await database();
  await requireMember(db, viewer, classId, STAFF);
  const content = await snapshotClassContent(db, classId, caseSlug);
  const prepared: PreparedCase | null = preparedCase(caseSlug, content);
  if (!prepared) throw notFound("case");
  return { prepared, content };
}

export async function tryPoint(
  viewer: Viewer,
  { pointId, answer, ...of }: OfClass & { pointId: string; answer: string },
): Promise<PointGrade> {
  const { prepared } = await preparedOfClass(viewer, of);
  const stage = prepared.rubric.points.find(({ id }) => id === pointId)?.stage;
  if (!stage) throw notFound("point");
  const { points } = gradeAnswers(prepared.rubric, { [stage]: answer }, { only: stage });
  const grade = points.find(({ id }) => id === pointId);
  if (!grade) throw notFound("point");
  return grade;
}

export type TriedReply = { question: string; factId: string | null; answer: string };

/** What the interviewer of the class says to a student's message: a reply for each thing that it asks. */
export async function tryQuestion(
  viewer: Viewer,
  { question, ...of }: OfClass & { question: string },
): Promise<TriedReply[]> {
  const { prepared } = await preparedOfClass(viewer, of);
  const { replies } = answerMessage(prepared.interviewer, question, startInterviewer("try"));
  return replies.map(({ question: asked, fact, answer }) => ({ question: asked, factId: fact, answer }));
}

export async function checkOfClass(viewer: Viewer, of: OfClass): Promise<ContentProblem[]> {
  const { prepared, content } = await preparedOfClass(viewer, of);
  return content === null ? [] : checkClassContent(prepared, content);
}
