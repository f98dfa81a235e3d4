/** What fellows gave each submission of an assignment, 0 to 100, without reviews whose flag was upheld; its part in grades. */
import "server-only";
import { peerReviewSettingsSchema } from "@/lib/classroom/assignment";
import type { FellowsShare } from "@/lib/classroom/grading/student-grade";
import { groupBy } from "@/lib/classroom/group-by";
import { type PeerMarks, peerPercent } from "@/lib/classroom/peer/peer-score";
import type { Transaction } from "@/lib/data/database";

/** By submission; one that nobody reviewed is left out. The sheet is what was marked, by the weights of the submission. */
export async function peerPercents(
  db: Transaction,
  assignmentId: string,
  submissionIds?: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.peerReview.findMany({
    where: {
      ...{
        assignmentId,
        submittedAt: { not: null },
        submissionId: submissionIds ? { in: [...submissionIds] } : { not: null },
      },
      OR: [{ flagOutcome: null }, { flagOutcome: { not: "upheld" } }],
    },
    select: { submissionId: true, marks: true },
  });
  const bySubmission = groupBy(rows, (row) => row.submissionId ?? "");
  const points = await db.submissionPoint.findMany({
    where: { submissionId: { in: [...bySubmission.keys()] } },
    select: { submissionId: true, pointId: true, weight: true },
  });
  const pointsOf = groupBy(points, (point) => point.submissionId);
  return new Map(
    [...bySubmission].flatMap(([id, reviews]) => {
      const marks = reviews.map((review) => review.marks as PeerMarks);
      const marked = (pointsOf.get(id) ?? []).filter(({ pointId }) => marks.some((of) => pointId in of));
      const percent = peerPercent(
        marks,
        marked.map(({ pointId, weight }) => ({ id: pointId, weight })),
      );
      return percent === null ? [] : [[id, percent] as const];
    }),
  );
}

/** The same as a part of the grade; empty where fellows make none of it. */
export async function fellowsShares(
  db: Transaction,
  assignmentId: string,
  submissionIds?: readonly string[],
): Promise<ReadonlyMap<string, FellowsShare>> {
  const row = await db.assignment.findUnique({ where: { id: assignmentId }, select: { peerReview: true } });
  const settings = peerReviewSettingsSchema.nullable().parse(row?.peerReview ?? null);
  if (!settings || settings.weightPercent === 0) return new Map();
  const { weightPercent } = settings;
  const percents = await peerPercents(db, assignmentId, submissionIds);
  return new Map([...percents].map(([id, percent]) => [id, { percent, weightPercent }]));
}
