/** A person's interviews, newest first. */
import "server-only";
import { database } from "@/lib/data/database";
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
  hasReport: boolean;
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
    },
  });
  return rows.map(({ report, level, mode, ...row }) => {
    return { ...row, level: level as Level, mode: mode as Mode, hasReport: report !== null };
  });
}
