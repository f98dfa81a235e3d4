/** A point's stored decision as a grader may see it. Graders are staff: their names are shown, their ids are not. */
import "server-only";
import type { DecidedBy } from "@/lib/classroom/grading/decide";
import type { ShownDecision } from "@/lib/classroom/grading/point-state";
import type { Viewer } from "@/lib/viewer";

export const DECISION_COLUMNS = {
  pointId: true,
  credit: true,
  decidedBy: true,
  gradedById: true,
  gradedAt: true,
  revision: true,
  gradedBy: { select: { name: true } },
} as const;

type Columns = {
  credit: number | null;
  decidedBy: string | null;
  gradedById: string | null;
  gradedAt: Date | null;
  revision: number;
  gradedBy: { name: string } | null;
};

export const shownDecision = (viewer: Viewer, row: Columns): ShownDecision => ({
  credit: row.credit,
  revision: row.revision,
  decidedBy: row.decidedBy as DecidedBy | null,
  grader: row.gradedBy?.name ?? null,
  isMine: row.gradedById === viewer.userId,
  gradedAtMs: row.gradedAt?.getTime() ?? null,
});
