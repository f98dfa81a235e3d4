/** The one way into a class's log; called in the transaction that makes the change, so that neither stands alone. */
import "server-only";
import type { ClassLogKind } from "@/lib/classroom/class-log";
import type { Transaction } from "@/lib/data/database";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Viewer } from "@/lib/viewer";

export type ClassAct = {
  classId: string;
  kind: ClassLogKind;
  assignmentId?: string;
  submissionId?: string;
  studentId?: string;
  pointId?: string;
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
};

/** `viewer` is null for what the server does by itself, at a deadline. */
export async function appendClassLog(
  db: Transaction,
  viewer: Pick<Viewer, "userId"> | null,
  acts: readonly ClassAct[],
  now: Date,
): Promise<void> {
  await db.classLogEntry.createMany({
    data: acts.map((act) => ({ ...act, actorId: viewer?.userId ?? null, at: now })),
  });
}
