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
  | { kind: "missed"; at: Date }
  | { kind: "made"; at: Date }
  | { kind: "graded"; itemId: string; recalled: boolean; at: Date }
  | { kind: "transfer"; right: boolean; at: Date };

export type PointProgress = {
  status: PointStatus;
  /** When it got this status. */
  since: Date;
  /** When its question from another case may be asked; null while there is none to ask. */
  transferDueAt: Date | null;
};

type Following = { status: PointStatus; since: Date; recalled: ReadonlySet<string> };

const NONE: ReadonlySet<string> = new Set();

/** A change of status begins anew; the same status keeps its beginning. */
const become = (
  state: Following,
  status: PointStatus,
  at: Date,
  recalled: ReadonlySet<string>,
): Following => ({
  status,
  since: status === state.status ? state.since : at,
  recalled,
});

function follow(state: Following, event: PointEvent, cardIds: readonly string[]): Following {
  const { status, recalled } = state;
  switch (event.kind) {
    case "missed":
      return become(state, "missed", event.at, NONE);
    case "made":
      return become(state, status === "missed" ? "demonstrated" : status, event.at, recalled);
    case "transfer":
      return become(state, event.right ? "retained" : "missed", event.at, event.right ? recalled : NONE);
    case "graded": {
      const others = [...recalled].filter((id) => id !== event.itemId);
      // A failed card takes the point back; its other cards keep what they showed.
      if (!event.recalled) return become(state, "missed", event.at, new Set(others));
      const now = new Set([...others, event.itemId]);
      const isWhole = cardIds.every((id) => now.has(id));
      return become(state, status === "missed" && isWhole ? "demonstrated" : status, event.at, now);
    }
  }
}

/**
 * @param cardIds the point's cards; without any, only interviews and transfer move it
 * @param events in any order; the first in time is the report that missed the point
 */
export function followPoint(cardIds: readonly string[], events: readonly PointEvent[]): PointProgress {
  const sorted = [...events].sort((a, b) => a.at.getTime() - b.at.getTime());
  const start: Following = { status: "missed", since: sorted[0]?.at ?? new Date(0), recalled: NONE };
  const { status, since } = sorted.reduce((state, event) => follow(state, event, cardIds), start);
  const transferDueAt =
    status === "demonstrated" ? new Date(since.getTime() + TRANSFER_DELAY_DAYS * DAY_MS) : null;
  return { status, since, transferDueAt };
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
