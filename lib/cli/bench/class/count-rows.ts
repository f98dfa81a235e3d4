/** What was seeded, as the database counts it. */
import { database } from "@/lib/data/database";

export async function countRows(assignmentId: string) {
  const db = await database();
  const [submissions, points, decidedPoints, events] = await Promise.all([
    db.submission.count({ where: { assignmentId, isKept: true, submittedAt: { not: null } } }),
    db.submissionPoint.count({ where: { assignmentId } }),
    db.submissionPoint.count({ where: { assignmentId, credit: { not: null } } }),
    db.interviewEvent.count(),
  ]);
  return { submissions, points, decidedPoints, events };
}
