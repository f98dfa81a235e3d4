/**
 * Makes an interview's case ready before its row is locked: the first use of a case, or of a class's variant of it,
 * takes half a second and more, in which nobody should wait for the lock.
 */
import "server-only";
import { database } from "@/lib/data/database";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { CASE_COLUMNS, caseOfInterview } from "./case-of-interview";

/** Does nothing for an interview that `ownerId` does not own: whoever locks it next says so. */
export async function readyCase(ownerId: string, interviewId: string): Promise<void> {
  if (!isUuid(interviewId)) return;
  const db = await database();
  const row = await db.interview.findFirst({ where: { id: interviewId, ownerId }, select: CASE_COLUMNS });
  if (row) caseOfInterview(row);
}
