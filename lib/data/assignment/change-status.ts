/** A draft is published; unpublished while nobody has started; deleted as a draft; and any assignment duplicated. */
import "server-only";
import { appendClassLog } from "@/lib/data/class/append-log";
import { database } from "@/lib/data/database";
import type { AssignmentIds } from "@/lib/data/grading/graded-assignment";
import { conflict } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import { toColumns, toSettings } from "./assignment-row";
import { assignmentToChange, requireRevision } from "./assignment-to-change";

export type AssignmentStatus = "draft" | "published";

/**
 * Setting the status that it has changes nothing.
 * @throws AppError conflict when somebody has started and it would be taken back, or when it was changed meanwhile
 */
export async function setStatus(
  viewer: Viewer,
  key: AssignmentIds,
  revision: number,
  status: AssignmentStatus,
  now: Date,
): Promise<void> {
  const db = await database();
  await db.$transaction(async (tx) => {
    const { assignment } = await assignmentToChange(tx, viewer, key);
    if (assignment.status === status) return;
    requireRevision(assignment, revision);
    if (status === "draft" && assignment._count.submissions > 0)
      throw conflict("Somebody has started: it cannot be taken back any more. Move its dates instead.");
    await tx.assignment.update({
      where: { id: key.assignmentId },
      data: { status, revision: { increment: 1 } },
      select: { id: true },
    });
    const act = {
      ...key,
      kind: "assignment-changed",
      before: { status: assignment.status },
      after: { status },
    } as const;
    await appendClassLog(tx, viewer, [act], now);
  });
}

/** @throws AppError conflict when it is published */
export async function deleteDraft(viewer: Viewer, key: AssignmentIds, now: Date): Promise<void> {
  const db = await database();
  await db.$transaction(async (tx) => {
    const { assignment } = await assignmentToChange(tx, viewer, key);
    if (assignment.status !== "draft" || assignment._count.submissions > 0)
      throw conflict("Only a draft can be deleted. Take it back to a draft first, while nobody has started.");
    await tx.assignment.delete({ where: { id: key.assignmentId } });
    const act = { ...key, kind: "assignment-deleted", before: toSettings(assignment) } as const;
    await appendClassLog(tx, viewer, [act], now);
  });
}

/** A draft with the same settings and dates; extensions stay with the first. */
export async function duplicateAssignment(
  viewer: Viewer,
  key: AssignmentIds,
  now: Date,
): Promise<{ assignmentId: string }> {
  const db = await database();
  return db.$transaction(async (tx) => {
    const { assignment } = await assignmentToChange(tx, viewer, key);
    const settings = toSettings(assignment);
    const copy = { ...settings, title: `${settings.title.slice(0, 113)} (copy)` };
    const { id: assignmentId } = await tx.assignment.create({
      data: { classId: key.classId, ...toColumns(copy), createdAt: now },
      select: { id: true },
    });
    const { classId } = key;
    const act = { classId, kind: "assignment-created", assignmentId, after: copy } as const;
    await appendClassLog(tx, viewer, [act], now);
    return { assignmentId };
  });
}
