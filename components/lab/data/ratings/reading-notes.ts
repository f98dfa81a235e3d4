/** What a reader should know about the ratings before training on them, in words, from the numbers of the summary. */
import { formatCount, formatMany, formatShare } from "@/components/lab/format";
import type { RatingsReading } from "@/lib/pipeline/workers/calls/ratings-calls";

type Summary = RatingsReading["summary"];

/** Up to here the closed forms and the two-tower cover all items; beyond, those with enough ratings, up to the second. */
const COVERED_ITEMS = 1_800;
const MOST_COVERED_ITEMS = 3_000;
/** Users count with their latest ratings up to this many. */
const LONGEST_HISTORY = 1_500;
/** Rows above which training takes minutes in a tab. */
const MANY_ROWS = 3_000_000;

function noteIsolated({ count, examples }: Summary["isolated"]): string {
  const names = examples.map(({ user, item }) => `user ${user} with item ${item}`).join(", ");
  const rest = count > examples.length ? " and others" : "";
  return `${formatMany(count, "row joins", "rows join")} a user and an item that appear nowhere else (${names}${rest}). A valid rating by form, but nothing can be learnt from it.`;
}

export function readingNotes(summary: Summary): string[] {
  const notes: string[] = [];
  const { isolated, duplicates, singleRatingUsers, singleRatingItems, items } = summary;
  if (isolated.count > 0) notes.push(noteIsolated(isolated));
  if (duplicates > 0)
    notes.push(
      `${formatMany(duplicates, "row repeats", "rows repeat")} a user and an item rated before; of each pair the latest counts.`,
    );
  if (singleRatingUsers > 0)
    notes.push(
      `${formatMany(singleRatingUsers, "user has", "users have")} a single rating: it is learnt from or asked for, never both.`,
    );
  if (singleRatingItems > 0.2 * items)
    notes.push(
      `${formatShare(singleRatingItems / items)} of the items have a single rating. Held out, they cannot be found: nothing in training names them.`,
    );
  if (items > COVERED_ITEMS)
    notes.push(
      `Of ${formatCount(items)} items those with most ratings, ${formatCount(COVERED_ITEMS)} to ${formatCount(MOST_COVERED_ITEMS)} of them, get item-to-item weights and vectors; the others are reached through users with the same taste.`,
    );
  if (summary.largestUser > LONGEST_HISTORY)
    notes.push(
      `The longest history has ${formatCount(summary.largestUser)} ratings; the latest ${formatCount(LONGEST_HISTORY)} of a user count for item-to-item.`,
    );
  if (summary.histogram.length === 1)
    notes.push("All ratings are alike, so each row says only that somebody chose something.");
  if (!summary.timeRange)
    notes.push("There are no times to tell rows apart: only the random split is possible.");
  if (summary.rows > MANY_ROWS)
    notes.push(
      "With this many rows training takes minutes; a part of the users stands for all in the slowest steps.",
    );
  return notes;
}
