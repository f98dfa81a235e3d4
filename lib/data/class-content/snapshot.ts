/**
 * What a class has changed of a case, at this moment, for the row of an interview that starts now: later changes are for
 * later interviews. The caller has checked that the person who starts it is in the class.
 */
import "server-only";
import { type ClassContent, isEmpty } from "@/lib/classroom/class-content/schema";
import type { Transaction } from "@/lib/data/database";
import { readRows, toContent } from "./rows";

/** Null when the class has the case as it is. */
export async function snapshotClassContent(
  db: Transaction,
  classId: string,
  caseSlug: string,
): Promise<ClassContent | null> {
  const content = toContent(await readRows(db, classId, caseSlug));
  return isEmpty(content) ? null : content;
}
