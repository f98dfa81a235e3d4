/** A new report is evidence on points that are followed already: made, or missed once more. */
import "server-only";
import type { Transaction } from "@/lib/data/database";
import type { Report } from "@/lib/grading/report/schema";
import { madeOf, missedOf } from "@/lib/learning/missed-points";
import { followPoints } from "./follow-points";

export async function noteReport(
  tx: Transaction,
  ownerId: string,
  interviewId: string,
  report: Report,
): Promise<void> {
  const { caseSlug } = report.setup;
  const at = new Date(report.submittedAtMs);
  const made = madeOf(report.points).map(({ id }) => id);
  const missed = missedOf(report.points).map(({ id }) => id);
  const of = (pointIds: string[]) => ({ ownerId, caseSlug, pointId: { in: pointIds } });
  await tx.missedPoint.updateMany({ where: { ...of(made), missedAt: { lt: at } }, data: { madeAt: at } });
  await tx.missedPoint.updateMany({
    where: { ...of(missed), missedAt: { lt: at } },
    data: { missedAt: at, interviewId },
  });
  await followPoints(tx, ownerId, { caseSlug, pointIds: [...made, ...missed] });
}
