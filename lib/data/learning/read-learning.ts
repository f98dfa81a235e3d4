/** Where a person's learning stands, in numbers: for the progress page. */
import "server-only";
import { database } from "@/lib/data/database";
import { DAY_MS } from "@/lib/learning/day";
import { type Grade, isRecalled } from "@/lib/learning/grades";
import { POINT_STATUSES, type PointStatus } from "@/lib/learning/missed-points";
import { buildQueue, countFallingDue } from "@/lib/learning/queue";
import { memorySchema } from "@/lib/learning/schedule";
import type { Viewer } from "@/lib/viewer";
import { dueTransfers } from "./due-transfers";
import { readDay } from "./read-day";
import { dropUndone } from "./review-log";

export type FollowedPoint = {
  caseSlug: string;
  pointId: string;
  status: PointStatus;
  since: Date;
  transferDueAt: Date | null;
  /** Demonstrated or retained once, and missing again since: a card or a question was failed. */
  hasSlipped: boolean;
};

export type Learning = {
  owned: number;
  /** Waiting today, questions of transfer included, and done today. */
  due: number;
  doneToday: number;
  /** Reviews that fall due within seven days, today among them; new cards are not counted. */
  dueThisWeek: number;
  /** Of reviews of known cards in the last 30 days: how many there were, and how many were recalled. */
  retention: { reviews: number; recalled: number };
  /** Points that reports found missing and whose cards were taken up, the newest change first. */
  points: FollowedPoint[];
};

const RETENTION_DAYS = 30;

export async function readLearning(viewer: Viewer, now: Date): Promise<Learning> {
  const db = await database();
  const ownerId = viewer.userId;
  const [day, transfers, log, points] = await Promise.all([
    readDay(db, ownerId, now),
    dueTransfers(db, ownerId, now),
    db.review.findMany({
      where: { ownerId, at: { gte: new Date(now.getTime() - RETENTION_DAYS * DAY_MS) } },
      select: { id: true, undoesId: true, grade: true, before: true },
    }),
    db.missedPoint.findMany({
      where: { ownerId },
      orderBy: [{ since: "desc" }, { pointId: "asc" }],
      select: {
        caseSlug: true,
        pointId: true,
        status: true,
        since: true,
        transferDueAt: true,
        missedAt: true,
      },
    }),
  ]);
  const known = dropUndone(log).filter(({ before }) => memorySchema.parse(before).phase === "review");
  const queue = buildQueue(day.items, { now, endsAt: day.endsAt, newLeft: day.newLeft });
  return {
    owned: day.items.length,
    due: transfers.length + queue.length,
    doneToday: day.doneToday,
    dueThisWeek: transfers.length + countFallingDue(day.items, new Date(day.startsAt.getTime() + 7 * DAY_MS)),
    retention: {
      reviews: known.length,
      recalled: known.filter(({ grade }) => isRecalled(grade as Grade)).length,
    },
    points: points.map(({ missedAt, ...point }) => {
      const status = POINT_STATUSES.find((known) => known === point.status) ?? "missed";
      return { ...point, status, hasSlipped: status === "missed" && point.since > missedAt };
    }),
  };
}
