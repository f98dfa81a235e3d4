/** A class is made with a code to join it and with its maker as its instructor. */
import "server-only";
import { type ClassMakers, type ClassSettings, mayMakeClass } from "@/lib/classroom/class-settings";
import { database } from "@/lib/data/database";
import { AppError } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import { appendClassLog } from "./append-log";
import { newJoinCode } from "./new-join-code";

/** @throws AppError forbidden when `makers`, the host's setting, does not include the viewer. */
export async function createClass(
  viewer: Viewer,
  settings: ClassSettings,
  makers: ClassMakers,
  now: Date,
): Promise<{ classId: string }> {
  if (!mayMakeClass(viewer, makers))
    throw new AppError(
      "forbidden",
      "Here only instructors make classes. Ask an administrator of this Shortlist for the role.",
    );
  const db = await database();
  return db.$transaction(async (tx) => {
    const { id: classId } = await tx.class.create({
      data: { ...settings, createdAt: now, joinCode: newJoinCode() },
      select: { id: true },
    });
    await tx.classMember.create({
      data: { classId, userId: viewer.userId, role: "instructor", joinedAt: now },
    });
    await appendClassLog(tx, viewer, [{ classId, kind: "class-created", after: settings }], now);
    return { classId };
  });
}
