"use client";

import { memo } from "react";
import { ItemList } from "@/components/lab/core/slate/item-list";
import { ResultItem } from "@/components/lab/search/results/result-item";
import { SEARCH_WORDS } from "@/components/lab/search/search-words";
import type { SearchTrace } from "@/lib/pipeline/product-search/trace";

type ResultsProps = {
  trace: SearchTrace;
  baseline: SearchTrace;
  /** The product whose story is open; at most one. */
  openItem: number | null;
  onOpen: (item: number | null) => void;
  /** Every story is in the page, for those who read it before any script. */
  hasAllStories: boolean;
};

/** How good the page is, by the truth; "" for a text without one. */
function describeQuality({ quality, slate }: SearchTrace): string {
  if (!quality || slate.length === 0) return "";
  const { bm25, slate: page } = quality;
  return `NDCG@10 of this page ${page.ndcg10.toFixed(2)}, of BM25 alone ${bm25.ndcg10.toFixed(2)}; 1 is the ideal order. The strokes: true grades 0 to 4, which no model sees.`;
}

/** The results page. Drawn again for another page, not for each move of a knob. */
export const Results = memo(function Results({ trace, baseline, ...list }: ResultsProps) {
  const quality = describeQuality(trace);
  return (
    <>
      <ItemList
        {...list}
        run={trace}
        baseline={baseline}
        words={SEARCH_WORDS}
        title={`The ${trace.slate.length} products shown`}
        empty="No product came through. Switch a source on, or search other words."
      >
        {(hit, row) => (
          <ResultItem key={hit.card.item} hit={hit} trace={trace} baseline={baseline} {...row} />
        )}
      </ItemList>
      {quality && <p className="mt-2 text-xs text-ink-2 tabular-nums">{quality}</p>}
    </>
  );
});
