/**
 * The points of all kept submissions of an assignment, one row a submission: a class of 2,500 has a hundred thousand of
 * them, which the database packs into one JSON text a submission.
 */
import "server-only";
import type { DecidedPoint } from "@/lib/classroom/statistics/machine-agreement";
import type { SubmissionResult } from "@/lib/classroom/statistics/point-statistics";
import type { Transaction } from "@/lib/data/database";

/** A point as the database packs it: id, weight, the machine's credit, what is suggested, what is decided, contradicted. */
type PackedPoint = [
  pointId: string,
  weight: number,
  machineCredit: number,
  suggestedCredit: number,
  credit: number | null,
  isContradicted: boolean,
];
type Row = { submissionId: string; caseSlug: string; points: PackedPoint[] };
/** What the statistics of one case and the machine's agreement with people are made of. */
export type CaseResults = {
  caseSlug: string;
  submissions: SubmissionResult[];
  /** Point id -> its decided suggestions. */
  decided: Map<string, DecidedPoint[]>;
};

/** Only points that count. Contradicted: a misconception was named, or the machine read words against the point. */
export async function readResults(db: Transaction, assignmentId: string): Promise<CaseResults[]> {
  const rows = await db.$queryRaw<Row[]>`
    select submission.id as "submissionId", interview."caseSlug", packed.points
    from (
      select point."submissionId", json_agg(json_build_array(
        point."pointId", point.weight, point."machineCredit",
        coalesce(point."adjustedCredit", point."machineCredit"), point.credit,
        point.misconception is not null or point."machineVerdict" = 'maybe-contradicts')
        order by point.position) as points
      from "SubmissionPoint" point
      where point."assignmentId" = ${assignmentId}::uuid and point."isExpected"
      group by point."submissionId"
    ) packed
      join "Submission" submission on submission.id = packed."submissionId" and submission."isKept"
      join "Interview" interview on interview.id = submission."interviewId"`;
  const byCase = new Map<string, CaseResults>();
  for (const row of rows) addRow(byCase, row);
  return [...byCase.values()];
}

function addRow(byCase: Map<string, CaseResults>, row: Row): void {
  const { caseSlug, submissionId } = row;
  const results: CaseResults = byCase.get(caseSlug) ?? { caseSlug, submissions: [], decided: new Map() };
  byCase.set(caseSlug, results);
  const points = row.points.map(
    ([pointId, weight, machineCredit, suggestedCredit, credit, isContradicted]) => {
      if (credit !== null) {
        const known = results.decided.get(pointId) ?? [];
        known.push({ credit, machineCredit });
        results.decided.set(pointId, known);
      }
      return { pointId, weight, credit: credit ?? suggestedCredit, isContradicted };
    },
  );
  results.submissions.push({ submissionId, points });
}
