/** The lock of everything about peer review: a member of the class, an assignment of that class that asks for it. */
import "server-only";
import { type PeerReviewSettings, peerReviewSettingsSchema } from "@/lib/classroom/assignment";
import type { ClassRole } from "@/lib/classroom/roles";
import { type Membership, requireMember } from "@/lib/data/class/membership";
import type { Transaction } from "@/lib/data/database";
import type { AssignmentIds } from "@/lib/data/grading/graded-assignment";
import { isUuid } from "@/lib/data/interview/is-uuid";
import type { Anonymity } from "@/lib/data/submission/student-label";
import { notFound } from "@/lib/errors";
import type { Level, Stage } from "@/lib/framework/stages";
import type { Viewer } from "@/lib/viewer";

export type PeerAssignment = Anonymity & {
  id: string;
  classId: string;
  title: string;
  level: Level;
  /** Empty: all seven. */
  stages: Stage[];
  /** When nothing more is accepted; from then on reviews can be given out. */
  closesAtMs: number;
  settings: PeerReviewSettings;
  member: Membership;
};

const COLUMNS = {
  id: true,
  classId: true,
  title: true,
  level: true,
  stages: true,
  dueAt: true,
  lateDueAt: true,
  peerReview: true,
  isAnonymous: true,
  gradesReleasedAt: true,
} as const;

/** @throws AppError as requireMember does; not-found for an assignment of another class, a draft, or one without peer review. */
export async function peerAssignment(
  db: Transaction,
  viewer: Viewer,
  { classId, assignmentId }: AssignmentIds,
  roles: readonly ClassRole[],
  toChange = false,
): Promise<PeerAssignment> {
  const member = await requireMember(db, viewer, classId, roles, toChange);
  if (!isUuid(assignmentId)) throw notFound("assignment");
  const row = await db.assignment.findFirst({
    where: { id: assignmentId, classId, status: "published" },
    select: COLUMNS,
  });
  const settings = peerReviewSettingsSchema.nullable().parse(row?.peerReview ?? null);
  if (!row || !settings) throw notFound("assignment");
  const { dueAt, lateDueAt, peerReview: _, level, stages, ...rest } = row;
  return {
    ...rest,
    level: level as Level,
    stages: stages as Stage[],
    closesAtMs: (lateDueAt ?? dueAt).getTime(),
    settings,
    member,
  };
}
