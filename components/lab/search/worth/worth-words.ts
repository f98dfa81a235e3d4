/** What a part is worth for one search, in a sentence. */
import { formatMany } from "@/components/lab/format";
import { signed } from "@/components/lab/search/results/product-words";
import { PART_LABELS, type PartVariant } from "@/components/lab/search/worth/variants";
import type { SearchEffect } from "@/lib/pipeline/product-search/trace";

export type WorthRow = PartVariant & { effect: SearchEffect };

/** Change of the true NDCG@10; null for a text without a truth. */
export const changeOf = ({ ndcg10 }: SearchEffect, base: SearchEffect): number | null =>
  ndcg10 === null || base.ndcg10 === null ? null : ndcg10 - base.ndcg10;

/** What the page without a part shows that it should not. */
function describeFaults({ effect }: WorthRow, base: SearchEffect): string {
  const faults = [
    effect.outOfStock > base.outOfStock && `${formatMany(effect.outOfStock, "product")} sold out`,
    effect.duplicates > base.duplicates && `${formatMany(effect.duplicates, "listing")} shown twice`,
  ].filter(Boolean);
  return faults.join(" and ");
}

/** The part that is missed most, and what goes wrong without another. */
export function describeWorth(rows: readonly WorthRow[], base: SearchEffect): string {
  const judged = rows.filter((row) => row.isOnNow && changeOf(row.effect, base) !== null);
  const worst = judged.toSorted(
    (a, b) => (changeOf(a.effect, base) ?? 0) - (changeOf(b.effect, base) ?? 0),
  )[0];
  const change = worst ? changeOf(worst.effect, base) : null;
  if (!worst || change === null) {
    const moved = rows.toSorted((a, b) => a.effect.kept - b.effect.kept)[0];
    return moved
      ? `${PART_LABELS[moved.id]} changes most: ${moved.effect.kept} of ${base.slate.length} stay.`
      : "";
  }
  const faulty = rows.find((row) => describeFaults(row, base) !== "");
  const warning = faulty
    ? ` Without ${PART_LABELS[faulty.id].toLowerCase()}: ${describeFaults(faulty, base)}.`
    : "";
  if (change >= 0)
    return `No part is missed by this query: each page is as good or better without.${warning}`;
  return `${PART_LABELS[worst.id]} is missed most: NDCG@10 ${signed(change)}, ${worst.effect.kept} of ${base.slate.length} products stay.${warning}`;
}
