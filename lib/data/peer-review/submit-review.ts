/** Takes a review: a mark for every point of the sheet. It may be changed until reviews are due; a calibration may not. */
import "server-only";
import type { PeerMarks } from "@/lib/classroom/peer/peer-score";
import { STUDENTS } from "@/lib/classroom/roles";
import { database } from "@/lib/data/database";
import { closed, conflict, invalidInput } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import { ownedReview, type ReviewIds, workOf } from "./load-review";
import { peerAssignment } from "./peer-assignment";

export type ReviewInput = ReviewIds & { marks: PeerMarks; comment: string; revision: number };

export async function submitReview(
  viewer: Viewer,
  input: ReviewInput,
  now: Date,
): Promise<{ revision: number }> {
  const db = await database();
  const assignment = await peerAssignment(db, viewer, input, STUDENTS, true);
  if (now.getTime() >= assignment.settings.dueAtMs)
    throw closed("Reviews were due before now. Nothing was changed.");
  const review = await ownedReview(db, viewer, assignment.id, input.reviewId);
  if (review.submissionId === null && review.submittedAt)
    throw closed("You have seen the known marks of this answer, so yours stay as they are.");
  const { sheet } = await workOf(db, viewer, assignment, review);
  const missing = sheet.filter(({ id }) => !(id in input.marks));
  if (missing.length > 0 || Object.keys(input.marks).length !== sheet.length)
    throw invalidInput(`Mark every point: ${missing.length} of ${sheet.length} have no mark yet.`);
  const { count } = await db.peerReview.updateMany({
    where: { id: review.id, reviewerId: viewer.userId, revision: input.revision },
    data: {
      ...{ marks: { ...input.marks }, comment: input.comment, submittedAt: now },
      revision: { increment: 1 },
    },
  });
  if (count === 0)
    throw conflict("This review was changed in another tab. Open it again; nothing was overwritten.");
  return { revision: input.revision + 1 };
}
