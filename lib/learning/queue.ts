/**
 * What a person reviews today, in a total order: cards of the minutes first (they are due by the clock), then missed
 * points, then the rest; reviews before new cards, the longest due first. New cards are limited a day.
 */
import { type Item, keyOf } from "./items";

/** With nothing else left, a failed card is shown again this much before its minute. */
export const LEARN_AHEAD_MINUTES = 20;

export type QueueLimits = {
  now: Date;
  /** End of the person's day: what is due before it is due today. */
  endsAt: Date;
  /** New cards that today may still bring. */
  newLeft: number;
};

const inMinutes = ({ memory }: Item): boolean => memory.phase === "learning" || memory.phase === "relearning";
const isNew = ({ memory }: Item): boolean => memory.phase === "new";

/** Neither suspended nor put off beyond `at`. */
export const isOpen = (item: Item, at: Date): boolean =>
  !item.isSuspended && (item.buriedUntil === null || item.buriedUntil <= at);

const RANKS = ["minutes", "missed-review", "missed-new", "review", "new", "ahead"] as const;
type Rank = (typeof RANKS)[number];

/** Null when the item is not for today. */
function rankOf(item: Item, { now, endsAt }: QueueLimits): Rank | null {
  if (!isOpen(item, now)) return null;
  const { dueAt } = item.memory;
  if (inMinutes(item)) {
    if (dueAt <= now) return "minutes";
    return dueAt.getTime() <= now.getTime() + LEARN_AHEAD_MINUTES * 60_000 ? "ahead" : null;
  }
  if (isNew(item)) return item.isMissed ? "missed-new" : "new";
  if (dueAt >= endsAt) return null;
  return item.isMissed ? "missed-review" : "review";
}

/** When an item began to wait: new cards keep the order in which they were added. */
const waitsSince = (item: Item): number => (isNew(item) ? item.addedAt : item.memory.dueAt).getTime();

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The items of today in their order; the same items in any order give the same queue. */
export function buildQueue(items: readonly Item[], limits: QueueLimits): Item[] {
  const ranked = items.flatMap((item) => {
    const rank = rankOf(item, limits);
    return rank === null ? [] : [{ item, rank: RANKS.indexOf(rank) }];
  });
  ranked.sort(
    (a, b) =>
      a.rank - b.rank || waitsSince(a.item) - waitsSince(b.item) || byText(keyOf(a.item), keyOf(b.item)),
  );
  let newLeft = Math.max(0, limits.newLeft);
  return ranked.flatMap(({ item }) => {
    if (!isNew(item)) return [item];
    newLeft -= 1;
    return newLeft >= 0 ? [item] : [];
  });
}

/** How many open items that were reviewed before fall due before an instant, those that wait already among them. */
export const countFallingDue = (items: readonly Item[], before: Date): number =>
  items.filter((item) => isOpen(item, before) && !isNew(item) && item.memory.dueAt < before).length;

/** How many items tomorrow will ask for, were nothing more done today: what falls due, and its share of new cards. */
export function countTomorrow(
  items: readonly Item[],
  limits: { endsAt: Date; tomorrowEndsAt: Date; newLeft: number; newPerDay: number },
): number {
  const open = items.filter((item) => isOpen(item, limits.endsAt));
  const fallsDue = open.filter((item) => !isNew(item) && item.memory.dueAt < limits.tomorrowEndsAt).length;
  const leftNew = Math.max(0, open.filter(isNew).length - Math.max(0, limits.newLeft));
  return fallsDue + Math.min(leftNew, limits.newPerDay);
}
