/**
 * A point that a report found missing, followed until it is retained.
 *
 * missed -> demonstrated: every one of its cards has been recalled since, or a later interview made the point.
 * demonstrated -> retained: a week or more later, a question from another case that needs the same idea was answered
 * right. Each can fall back to missed: by a failed card, a wrong answer, or an interview that misses the point again.
 * Knowing a card is no proof of use: hence the question from elsewhere (transfer; Barnett and Ceci, 2002), and hence
 * the delay (Cepeda and others, 2006).
 */
import type { Level } from "@/lib/framework/stages";
import { LEVELS } from "@/lib/framework/stages";
import { DAY_MS } from "./day";

export const TRANSFER_DELAY_DAYS = 7;

export const POINT_STATUSES = ["missed", "demonstrated", "retained"] as const;
export type PointStatus = (typeof POINT_STATUSES)[number];

export type PointEvent =
  | { kind: "missed" | "made"; at: Date }
  | { kind: "graded"; itemId: string; recalled: boolean; at: Date }
  | { kind: "transfer"; right: boolean; at: Date };

export type PointProgress = {
  status: PointStatus;
  /** When it got this status. */
  since: Date;
  /** When its question from another case may be asked; null while there is none to ask. */
  transferDueAt: Date | null;
};

const dueAfter = (since: Date): Date => new Date(since.getTime() + TRANSFER_DELAY_DAYS * DAY_MS);

/**
 * @param cardIds the point's cards; without any, only interviews and transfer move it
 * @param events in any order; the first in time is the report that missed the point
 */
export function followPoint(cardIds: readonly string[], events: readonly PointEvent[]): PointProgress {
  const sorted = [...events].sort((a, b) => a.at.getTime() - b.at.getTime());
  const recalled = new Set<string>();
  let status: PointStatus = "missed";
  let since = sorted[0]?.at ?? new Date(0);
  const become = (next: PointStatus, at: Date) => {
    if (next === "missed") recalled.clear();
    if (status !== next) since = at;
    status = next;
  };
  for (const event of sorted) {
    if (event.kind === "missed") become("missed", event.at);
    else if (event.kind === "made") become(status === "missed" ? "demonstrated" : status, event.at);
    else if (event.kind === "transfer") become(event.right ? "retained" : "missed", event.at);
    else if (!event.recalled) {
      // The other cards of the point keep what they showed.
      recalled.delete(event.itemId);
      if (status !== "missed") since = event.at;
      status = "missed";
    } else {
      recalled.add(event.itemId);
      if (status === "missed" && cardIds.every((id) => recalled.has(id))) become("demonstrated", event.at);
    }
  }
  return { status, since, transferDueAt: status === "demonstrated" ? dueAfter(since) : null };
}

/** A point of a report, as far as learning needs it. */
export type JudgedPoint = { id: string; credit: number; isExpected: boolean; weight: number };

/** Below this a point counts as missing; the report draws the same line. */
const MADE_CREDIT = 0.5;

/** The expected points that a report found missing, the heaviest loss first. */
export function missedOf<Point extends JudgedPoint>(points: readonly Point[]): Point[] {
  const loss = ({ weight, credit }: JudgedPoint) => weight * (1 - credit);
  return points
    .filter(({ isExpected, credit }) => isExpected && credit < MADE_CREDIT)
    .sort((a, b) => loss(b) - loss(a));
}

export const madeOf = <Point extends JudgedPoint>(points: readonly Point[]): Point[] =>
  points.filter(({ credit }) => credit >= MADE_CREDIT);

/** A question of a case, with where its point is explained. */
export type Application = { deck: string; itemId: string; level: Level; chapter: string };
export type TransferQuery = { deck: string; level: Level; chapter: string };
/** What is known of a question: asked for transfer before (never again), or seen in practice (only when nothing else is there). */
export type Acquaintance = {
  isAsked: (question: Application) => boolean;
  isSeen: (question: Application) => boolean;
};

const pageOf = (chapter: string): string => chapter.split("#")[0] ?? chapter;

/**
 * The question that tests whether a missed point carries over: of another case, its point explained on the same
 * chapter page; unseen before seen, the same heading before another, the nearest level first. Null when none is left.
 */
export function transferQuestion(
  point: TransferQuery,
  applications: readonly Application[],
  { isAsked, isSeen }: Acquaintance,
): Application | null {
  const distance = (other: Application) =>
    Math.abs(LEVELS.indexOf(other.level) - LEVELS.indexOf(point.level));
  const rank = (other: Application) =>
    [isSeen(other) ? 1 : 0, other.chapter === point.chapter ? 0 : 1, distance(other)] as const;
  const candidates = applications
    .filter((other) => other.deck !== point.deck && pageOf(other.chapter) === pageOf(point.chapter))
    .filter((other) => !isAsked(other))
    .map((other) => ({ other, rank: rank(other), key: `${other.deck}#${other.itemId}` }));
  candidates.sort((a, b) => {
    for (const i of [0, 1, 2] as const) if (a.rank[i] !== b.rank[i]) return a.rank[i] - b.rank[i];
    return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
  });
  return candidates[0]?.other ?? null;
}
