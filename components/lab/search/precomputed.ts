/** The search that is drawn before anything is loaded. Read on the server only; a page gets the part that it draws. */
import type { SearchLabStart } from "@/components/lab/search/search-view";
import { searchLabCodec } from "@/lib/pipeline/product-search/lab-state";
import { precomputedSearch } from "@/lib/pipeline/product-search/precomputed";

/** The first of the stored searches. */
export function precomputedSearchStart(): SearchLabStart {
  const { card, runs } = precomputedSearch;
  const [trace] = runs;
  if (!trace) throw new Error("There is no stored search.");
  return { state: searchLabCodec.defaults, card, trace };
}
