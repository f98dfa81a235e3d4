/** The lab run of a submission for its graders: what was asked for, and what was attached. */
import "server-only";
import { EVIDENCE_WORLDS } from "@/lib/classroom/assignment";
import type { EvidenceWorld } from "@/lib/classroom/evidence/lab-address";
import { type Outcome, outcomeSchema } from "@/lib/classroom/evidence/outcome";
import { STAFF } from "@/lib/classroom/roles";
import { classOf } from "@/lib/data/class/membership";
import { database } from "@/lib/data/database";
import type { SubmissionIds } from "@/lib/data/grading/graded-assignment";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";

export type AttachedRun = { id: string; path: string; outcome: Outcome; attachedAtMs: number };
export type Evidence = { required: EvidenceWorld | null; runs: AttachedRun[] };

/** @throws AppError not-found, for whoever is not of the class's staff too */
export async function loadEvidence(viewer: Viewer, ids: SubmissionIds): Promise<Evidence> {
  const { classId, assignmentId, submissionId } = ids;
  if (![classId, assignmentId, submissionId].every(isUuid)) throw notFound("submission");
  const db = await database();
  const row = await db.submission.findFirst({
    where: { id: submissionId, assignmentId, assignment: { classId, class: classOf(viewer, STAFF) } },
    select: {
      assignment: { select: { evidenceWorld: true } },
      evidence: { select: { id: true, path: true, outcome: true, createdAt: true } },
    },
  });
  if (!row) throw notFound("submission");
  return {
    required: EVIDENCE_WORLDS.find((world) => world === row.assignment.evidenceWorld) ?? null,
    runs: row.evidence.map(({ createdAt, outcome, ...run }) => ({
      ...run,
      outcome: outcomeSchema.parse(outcome),
      attachedAtMs: createdAt.getTime(),
    })),
  };
}
