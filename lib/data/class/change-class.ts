/** Its instructors rename a class, archive it, open it again, and delete it when it is archived. */
import "server-only";
import type { ClassSettings } from "@/lib/classroom/class-settings";
import { INSTRUCTORS } from "@/lib/classroom/roles";
import { database } from "@/lib/data/database";
import { conflict, invalidInput } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import { appendClassLog } from "./append-log";
import { requireMember } from "./membership";

/** A new zone moves no date: dates are instants, and only how they are shown and entered changes. */
export async function changeClass(
  viewer: Viewer,
  classId: string,
  settings: ClassSettings,
  now: Date,
): Promise<void> {
  const db = await database();
  await db.$transaction(async (tx) => {
    const { className, timeZone } = await requireMember(tx, viewer, classId, INSTRUCTORS, true);
    const before = { name: className, timeZone };
    if (before.name === settings.name && before.timeZone === settings.timeZone) return;
    await tx.class.update({ where: { id: classId }, data: settings });
    await appendClassLog(tx, viewer, [{ classId, kind: "class-changed", before, after: settings }], now);
  });
}

export async function archiveClass(
  viewer: Viewer,
  classId: string,
  isArchived: boolean,
  now: Date,
): Promise<void> {
  const db = await database();
  await db.$transaction(async (tx) => {
    const before = await requireMember(tx, viewer, classId, INSTRUCTORS);
    if (before.isArchived === isArchived) return;
    await tx.class.update({ where: { id: classId }, data: { archivedAt: isArchived ? now : null } });
    const change = { before: { archived: before.isArchived }, after: { archived: isArchived } };
    await appendClassLog(tx, viewer, [{ classId, kind: "class-changed", ...change }], now);
  });
}

/**
 * Deletes the class with its assignments, submissions and grades. The interviews stay with who took them.
 * @param typedName the class's name, typed to confirm
 */
export async function deleteClass(viewer: Viewer, classId: string, typedName: string): Promise<void> {
  const db = await database();
  await db.$transaction(async (tx) => {
    const { className, isArchived } = await requireMember(tx, viewer, classId, INSTRUCTORS);
    if (!isArchived) throw conflict("Archive the class first; then it can be deleted.");
    if (typedName.trim() !== className)
      throw invalidInput("That is not the name of the class.", { name: [`Type “${className}”.`] });
    await tx.class.delete({ where: { id: classId } });
  });
}
