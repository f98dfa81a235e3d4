/** The rows that groups are made of: points that can be graded, fields that were chosen in, answers, words of answers. */
import "server-only";
import type { Database } from "@/lib/data/database";
import { countedPoints, inOrder, keptSubmissions } from "@/lib/data/grading/queue-sql";
import type { Stage } from "@/lib/framework/stages";
import { Prisma } from "@/lib/generated/prisma/client";

const { sql } = Prisma;
const QUOTE_LENGTH = 240;

export type GroupPoint = { id: string; stage: Stage; text: string; undecided: number };

/** In the order of the rubric. The wording stands in the reports; of each point one that holds it is read. */
export async function pointRows(db: Database, assignmentId: string): Promise<GroupPoint[]> {
  const points = await db.$queryRaw<(Omit<GroupPoint, "text"> & { sample: string })[]>`
    SELECT p."pointId" AS id, p.stage, min(p."submissionId"::text) AS sample,
      (count(*) FILTER (WHERE p.credit IS NULL))::int AS undecided
    FROM "SubmissionPoint" p JOIN "Submission" s ON s.id = p."submissionId"
    WHERE ${countedPoints(assignmentId, { stage: null })} AND ${keptSubmissions(assignmentId)}
    GROUP BY p."pointId", p.stage ORDER BY min(p.position), p."pointId"`;
  const samples = [...new Set(points.map(({ sample }) => sample))];
  const texts = await db.$queryRaw<{ sample: string; id: string; text: string }[]>`
    SELECT s.id AS sample, point ->> 'id' AS id, point ->> 'text' AS text
    FROM "Submission" s JOIN "Report" r ON r."interviewId" = s."interviewId",
      jsonb_array_elements(r.content -> 'points') AS point
    WHERE s.id = ANY(${samples}::uuid[])`;
  const textOf = new Map(texts.map(({ sample, id, text }) => [`${sample} ${id}`, text]));
  return points.map(({ sample, ...point }) => ({
    ...point,
    text: textOf.get(`${sample} ${point.id}`) ?? point.id,
  }));
}

export async function fieldRows(db: Database, assignmentId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ field: string }[]>`
    SELECT DISTINCT d.field FROM "SubmissionDecision" d JOIN "Submission" s ON s.id = d."submissionId"
    WHERE ${keptSubmissions(assignmentId)} ORDER BY d.field`;
  return rows.map(({ field }) => field);
}

export type AnswerRow = {
  submissionId: string;
  alias: number;
  name: string | null;
  attempt: number;
  verdict: string;
  credit: number | null;
  revision: number;
  suggested: number;
  value: string | null;
};

/** By student, or by number where students are hidden; then no name leaves the database. */
export const answerRows = (
  db: Database,
  assignmentId: string,
  pointId: string,
  { field, hidesNames }: { field: string | null; hidesNames: boolean },
) => db.$queryRaw<AnswerRow[]>`
  SELECT s.id AS "submissionId", s.alias, ${hidesNames ? sql`NULL` : sql`u.name`} AS name, s.attempt,
    p."machineVerdict" AS verdict, p.credit, p.revision,
    coalesce(p."adjustedCredit", p."machineCredit") AS suggested, d.value
  FROM "SubmissionPoint" p
  JOIN "Submission" s ON s.id = p."submissionId"
  JOIN "User" u ON u.id = s."studentId"
  LEFT JOIN "SubmissionDecision" d ON d."submissionId" = s.id AND d.field = ${field ?? ""}
  WHERE ${countedPoints(assignmentId, { stage: null })} AND p."pointId" = ${pointId}
    AND ${keptSubmissions(assignmentId)}
  ORDER BY ${inOrder({ order: "label" }, hidesNames)}`;

/** The machine's receipt for the point, or where it has none how the answer to the stage begins. By submission. */
export async function quoteRows(
  db: Database,
  submissionIds: readonly string[],
  { id, stage }: Pick<GroupPoint, "id" | "stage">,
): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ submissionId: string; quote: string | null }[]>`
    SELECT s.id AS "submissionId", left(coalesce(
      (SELECT point -> 'receipt' ->> 'quote' FROM jsonb_array_elements(r.content -> 'points') AS point
        WHERE point ->> 'id' = ${id} LIMIT 1),
      r.content -> 'answers' ->> ${stage}, r.content -> 'answers' ->> 'whole'), ${QUOTE_LENGTH}::int) AS quote
    FROM "Submission" s JOIN "Report" r ON r."interviewId" = s."interviewId"
    WHERE s.id = ANY(${[...submissionIds]}::uuid[])`;
  return new Map(rows.map(({ submissionId, quote }) => [submissionId, quote ?? ""]));
}
