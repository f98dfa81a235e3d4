/**
 * The second grade of one interview, stage by stage, stored beside the report's own. Each stage's answer is kept, so that
 * a worker that takes over from one that died pays for nothing twice.
 */
import "server-only";
import { CASE_COLUMNS, caseOfInterview } from "@/lib/data/class-content/case-of-interview";
import { database } from "@/lib/data/database";
import { buildReport } from "@/lib/data/report/build-report";
import { includedStages } from "@/lib/framework/included-stages";
import { looksLikeInjection } from "@/lib/grading/alignment/injection";
import type { Report } from "@/lib/grading/report/schema";
import type { PreparedRubric } from "@/lib/grading/rubric/prepare-rubric";
import { needsReview, pairPoints, secondScore } from "@/lib/grading/second/compare";
import { overlapWith } from "@/lib/grading/second/overlap";
import { type SecondGrade, secondGradeSchema } from "@/lib/grading/second/schema";
import { describeLanguageModel } from "@/lib/llm/describe";
import { JUDGE_PROMPT_VERSION } from "@/lib/llm/prompts/judge-prompt";
import { prepareReading } from "@/lib/llm/read-stage";
import { type GradedStage, gradeStage } from "./grade-stage";

function compose(report: Report, rubric: PreparedRubric, model: string, graded: GradedStage[]): SecondGrade {
  const points = graded.flatMap((stage) => stage.points);
  const pairs = pairPoints(report.points, points);
  const texts = Object.values(report.answers);
  return {
    grader: "llm",
    model,
    promptVersion: JUDGE_PROMPT_VERSION,
    rubricVersion: rubric.version,
    atMs: Date.now(),
    stages: graded.map(({ stage }) => stage),
    points,
    score: secondScore(pairs),
    needsReview: needsReview(pairs),
    injectionSeen:
      graded.some((stage) => stage.injectionSeen) || texts.some((text) => looksLikeInjection(text ?? "")),
  };
}

/** Writes one key of the stored report and touches no other. The job is done with it. */
async function store(interviewId: string, second: SecondGrade): Promise<void> {
  const json = JSON.stringify(secondGradeSchema.parse(second));
  const db = await database();
  await db.$transaction([
    db.$executeRaw`UPDATE "Report" SET "content" = jsonb_set("content", '{second}', ${json}::jsonb)
      WHERE "interviewId" = ${interviewId}::uuid`,
    db.secondGradeJob.deleteMany({ where: { interviewId } }),
  ]);
}

/** @param onStage called after each stage, so that the work can be seen and the lease kept */
export async function gradeInterview(
  interviewId: string,
  onStage: (done: number) => Promise<void>,
): Promise<void> {
  const db = await database();
  const row = await db.interview.findUnique({
    where: { id: interviewId },
    select: { ownerId: true, ...CASE_COLUMNS },
  });
  const prepared = row && caseOfInterview(row);
  if (!row || !prepared) return void (await db.secondGradeJob.deleteMany({ where: { interviewId } }));
  const report = await buildReport(interviewId);
  const { rubric } = prepared;
  const model = describeLanguageModel()?.model ?? "off";
  const overlap = overlapWith(rubric);
  const graded: GradedStage[] = [];
  for (const stage of includedStages(report.setup.stages)) {
    const points = rubric.points.filter((point) => point.stage === stage);
    const { answers } = report;
    const reading = prepareReading({ stage, points, answers, rubricVersion: rubric.version, model });
    graded.push(await gradeStage(row.ownerId, reading, answers, overlap));
    await onStage(graded.length);
  }
  await store(interviewId, compose(report, rubric, model, graded));
}
