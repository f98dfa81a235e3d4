/**
 * The points of all kept submissions of an assignment, one row a submission: a class of 2,500 has a hundred thousand of
 * them, which the database packs into arrays.
 */
import "server-only";
import type { DecidedPoint } from "@/lib/classroom/statistics/machine-agreement";
import type { SubmissionResult } from "@/lib/classroom/statistics/point-statistics";
import type { Transaction } from "@/lib/data/database";

type Row = {
  submissionId: string;
  caseSlug: string;
  pointIds: string[];
  weights: number[];
  machineCredits: number[];
  suggestedCredits: number[];
  credits: (number | null)[];
  contradicted: boolean[];
};
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
    select point."submissionId", interview."caseSlug",
      array_agg(point."pointId" order by point.position) as "pointIds",
      array_agg(point.weight order by point.position) as weights,
      array_agg(point."machineCredit" order by point.position) as "machineCredits",
      array_agg(coalesce(point."adjustedCredit", point."machineCredit") order by point.position) as "suggestedCredits",
      array_agg(point.credit order by point.position) as credits,
      array_agg(point.misconception is not null or point."machineVerdict" = 'maybe-contradicts'
        order by point.position) as contradicted
    from "SubmissionPoint" point
      join "Submission" submission on submission.id = point."submissionId" and submission."isKept"
      join "Interview" interview on interview.id = submission."interviewId"
    where point."assignmentId" = ${assignmentId}::uuid and point."isExpected"
    group by point."submissionId", interview."caseSlug"`;
  const byCase = new Map<string, CaseResults>();
  for (const row of rows) addRow(byCase, row);
  return [...byCase.values()];
}

function addRow(byCase: Map<string, CaseResults>, row: Row): void {
  const { caseSlug, submissionId } = row;
  const results: CaseResults = byCase.get(caseSlug) ?? { caseSlug, submissions: [], decided: new Map() };
  byCase.set(caseSlug, results);
  const points = row.pointIds.map((pointId, i) => {
    const credit = row.credits[i] ?? null;
    if (credit !== null) {
      const known = results.decided.get(pointId) ?? [];
      known.push({ credit, machineCredit: row.machineCredits[i] as number });
      results.decided.set(pointId, known);
    }
    return {
      pointId,
      weight: row.weights[i] as number,
      credit: credit ?? (row.suggestedCredits[i] as number),
      isContradicted: row.contradicted[i] as boolean,
    };
  });
  results.submissions.push({ submissionId, points });
}
