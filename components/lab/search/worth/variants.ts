/** The same search with one part switched the other way, for each part: what the comparison is asked for. */
import { isOn, withPart } from "@/components/lab/core/knobs/knob-change";
import { SOURCE_LABELS } from "@/components/lab/search/search-words";
import type { SearchKnobs } from "@/lib/pipeline/product-search/knobs";
import { SEARCH_ABLATIONS, type SearchAblation } from "@/lib/pipeline/product-search/names";

const WORD_PARTS = ["spelling", "synonyms"] as const;
export type SearchPart = SearchAblation | (typeof WORD_PARTS)[number];

export const PART_LABELS: Record<SearchPart, string> = {
  spelling: "Spelling",
  synonyms: "Synonyms",
  ...SOURCE_LABELS,
  filter: "Filter",
  ranker: "Ranker",
  rules: "Rules",
  diversify: "Diversity",
};

export type PartVariant = { id: SearchPart; knobs: SearchKnobs; isOnNow: boolean };

/** In the order of the funnel. A part that is off now is switched on, so that its worth shows either way. */
export function partVariants(knobs: SearchKnobs): PartVariant[] {
  return [
    ...WORD_PARTS.map((id) => ({ id, knobs: { ...knobs, [id]: !knobs[id] }, isOnNow: knobs[id] })),
    ...SEARCH_ABLATIONS.map((id) => {
      const isOnNow = isOn(knobs, id);
      return { id, knobs: withPart(knobs, id, !isOnNow), isOnNow };
    }),
  ];
}
