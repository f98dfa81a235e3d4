/** Its instructors give a class a new code, switch it off, and set how long and for whom it opens the class. */
import "server-only";
import type { JoinSettings } from "@/lib/classroom/class-settings";
import { INSTRUCTORS } from "@/lib/classroom/roles";
import { database, type Transaction } from "@/lib/data/database";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Viewer } from "@/lib/viewer";
import { appendClassLog } from "./append-log";
import { lockClass } from "./lock-class";
import { requireMember } from "./membership";
import { newJoinCode } from "./new-join-code";

const DAY_MS = 86_400_000;

/** The code itself is a secret of the staff and stays out of the log. */
async function change(
  viewer: Viewer,
  classId: string,
  now: Date,
  make: (tx: Transaction) => Promise<{ data: Prisma.ClassUpdateInput; after: Prisma.InputJsonObject }>,
): Promise<void> {
  const db = await database();
  await db.$transaction(async (tx) => {
    await requireMember(tx, viewer, classId, INSTRUCTORS, true);
    await lockClass(tx, classId);
    const { data, after } = await make(tx);
    await tx.class.update({ where: { id: classId }, data });
    await appendClassLog(tx, viewer, [{ classId, kind: "join-code-changed", after }], now);
  });
}

/** The code before it stops working at once. A date that is over is taken off, or the new one would be dead as well. */
export const rotateJoinCode = (viewer: Viewer, classId: string, now: Date): Promise<void> =>
  change(viewer, classId, now, async (tx) => {
    const row = await tx.class.findUniqueOrThrow({
      where: { id: classId },
      select: { joinCodeExpiresAt: true },
    });
    const isOver = row.joinCodeExpiresAt !== null && row.joinCodeExpiresAt <= now;
    const data = { joinCode: newJoinCode(), joinCodeUses: 0, ...(isOver && { joinCodeExpiresAt: null }) };
    return { data, after: { code: "new" } };
  });

export const switchOffJoinCode = (viewer: Viewer, classId: string, now: Date): Promise<void> =>
  change(viewer, classId, now, async () => ({ data: { joinCode: null }, after: { code: "off" } }));

function expiryOf(expiry: JoinSettings["expiry"], now: Date): { joinCodeExpiresAt?: Date | null } {
  if (expiry === "keep") return {};
  if (expiry === "never") return { joinCodeExpiresAt: null };
  return { joinCodeExpiresAt: new Date(now.getTime() + Number(expiry) * DAY_MS) };
}

export const changeJoinSettings = (
  viewer: Viewer,
  classId: string,
  { expiry, limit, isRosterOnly }: JoinSettings,
  now: Date,
): Promise<void> =>
  change(viewer, classId, now, async () => {
    const until = expiryOf(expiry, now);
    const expires = until.joinCodeExpiresAt;
    return {
      data: { ...until, joinCodeLimit: limit, isRosterOnly },
      after: {
        limit,
        rosterOnly: isRosterOnly,
        ...(expires !== undefined && { until: expires?.toISOString() ?? "no end" }),
      },
    };
  });
