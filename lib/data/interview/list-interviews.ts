/** A person's interviews, newest first. */
import "server-only";
import { database } from "@/lib/data/database";
import { isHeldBack } from "@/lib/data/submission/released";
import type { Level } from "@/lib/framework/stages";
import type { Mode } from "@/lib/interview/setup";
import type { Viewer } from "@/lib/viewer";

export type InterviewSummary = {
  id: string;
  caseSlug: string;
  level: Level;
  mode: Mode;
  lengthMinutes: number;
  startedAt: Date;
  submittedAt: Date | null;
  /** There is a report, and its assignment does not hold it back. */
  hasReport: boolean;
  /** What it was assigned as. */
  assignment: { id: string; classId: string; title: string } | null;
};

const MAX_LISTED = 200;

export async function listInterviews(viewer: Viewer): Promise<InterviewSummary[]> {
  const db = await database();
  const rows = await db.interview.findMany({
    where: { ownerId: viewer.userId },
    orderBy: { startedAt: "desc" },
    take: MAX_LISTED,
    select: {
      id: true,
      caseSlug: true,
      level: true,
      mode: true,
      lengthMinutes: true,
      startedAt: true,
      submittedAt: true,
      report: { select: { interviewId: true } },
      submission: {
        select: {
          assignment: {
            select: { id: true, classId: true, title: true, reportShown: true, gradesReleasedAt: true },
          },
        },
      },
    },
  });
  return rows.map(({ report, submission, level, mode, ...row }) => {
    const assigned = submission?.assignment ?? null;
    return {
      ...row,
      level: level as Level,
      mode: mode as Mode,
      hasReport: report !== null && !(assigned && isHeldBack(assigned)),
      assignment: assigned && { id: assigned.id, classId: assigned.classId, title: assigned.title },
    };
  });
}
