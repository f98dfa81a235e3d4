/** A submission's points for a grader: what was looked for, what the machine made of it, and what people decided. */
import "server-only";
import type { ShownDecision } from "@/lib/classroom/grading/point-state";
import { suggestedCredit } from "@/lib/classroom/score";
import type { Database } from "@/lib/data/database";
import type { Report, ReportPoint } from "@/lib/grading/report/schema";
import type { Viewer } from "@/lib/viewer";
import { DECISION_COLUMNS, shownDecision } from "./shown-decision";

export type GradedPoint = Pick<
  ReportPoint,
  "id" | "stage" | "level" | "text" | "why" | "verdict" | "receipt" | "gate" | "misconception" | "weight"
> & {
  /** Whether it counts. */
  isExpected: boolean;
  /** 0 to 1: what can be accepted. */
  suggested: number;
  machineCredit: number;
  /** How many corrections of this class moved the suggestion; 0 where it is the machine's own. */
  correctedBy: number;
  decision: ShownDecision;
};

export async function loadGradedPoints(
  db: Database,
  viewer: Viewer,
  submissionId: string,
  report: Report,
): Promise<GradedPoint[]> {
  const rows = await db.submissionPoint.findMany({
    where: { submissionId },
    orderBy: { position: "asc" },
    select: {
      ...DECISION_COLUMNS,
      ...{ weight: true, isExpected: true, machineCredit: true, adjustedCredit: true, adjustedBy: true },
    },
  });
  const reported = new Map(report.points.map((point) => [point.id, point]));
  return rows.flatMap((row) => {
    const point = reported.get(row.pointId);
    if (!point) return [];
    const { id, stage, level, text, why, verdict, receipt, gate, misconception } = point;
    return [
      {
        ...{ id, stage, level, text, why, verdict, receipt, gate, misconception },
        ...{ weight: row.weight, isExpected: row.isExpected, machineCredit: row.machineCredit },
        suggested: suggestedCredit(row),
        correctedBy: row.adjustedCredit === null ? 0 : row.adjustedBy,
        decision: shownDecision(viewer, row),
      },
    ];
  });
}
