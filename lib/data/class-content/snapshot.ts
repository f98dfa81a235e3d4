/**
 * What a class has changed of a case, at this moment, for the row of an interview that starts now: later changes are for
 * later interviews. The caller has checked that the person who starts it is in the class.
 */
import "server-only";
import { type ClassContent, classContentSchema } from "@/lib/classroom/class-content/schema";
import type { Transaction } from "@/lib/data/database";

/** Null when the class has the case as it is. */
export async function snapshotClassContent(
  db: Transaction,
  classId: string,
  caseSlug: string,
): Promise<ClassContent | null> {
  const where = { classId, caseSlug };
  const points = await db.classPoint.findMany({ where, orderBy: { pointId: "asc" } });
  const facts = await db.classFact.findMany({ where, orderBy: { factId: "asc" } });
  if (points.length + facts.length === 0) return null;
  return classContentSchema.parse({
    points: points.map(({ pointId: id, content }) => ({ id, content })),
    facts: facts.map(({ factId: id, content }) => ({ id, content })),
  });
}
