/** Where a search has the products of its ideal list. */
import { reasonWords, stepLabel } from "@/components/lab/core/words";
import { SEARCH_WORDS } from "@/components/lab/search/search-words";
import type { SearchTrace } from "@/lib/pipeline/product-search/trace";

type Graded = { card: { item: number }; grade: number };

/** "on the page at 3", why it left, or that it was not followed: only the best of what is not shown are. */
export function fateOf(item: number, { slate, others }: Pick<SearchTrace, "slate" | "others">): string {
  const hit = [...slate, ...others].find(({ card }) => card.item === item);
  if (!hit) return "not among those followed";
  if (hit.position.slate !== null) return `on the page at ${hit.position.slate}`;
  if (!hit.left) return "not shown";
  return `left at ${stepLabel(SEARCH_WORDS, hit.left.step).toLowerCase()}: ${reasonWords(SEARCH_WORDS, hit.left.reason)}`;
}

/** How many of the best the page shows, and how good its own ten are. */
export function describeIdeal(items: readonly Graded[], trace: SearchTrace): string {
  const shown = new Set(trace.slate.map(({ card }) => card.item));
  const found = items.filter(({ card }) => shown.has(card.item)).length;
  const best = Math.max(0, ...items.map(({ grade }) => grade));
  const asGood = trace.slate.filter(({ grade }) => grade === best).length;
  return `${found} of these ${items.length} are on the page; ${asGood} of the ${trace.slate.length} on the page ${asGood === 1 ? "has" : "have"} the highest grade that there is, ${best}.`;
}
