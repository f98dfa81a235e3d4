"use client";

import { memo } from "react";
import { ItemList } from "@/components/lab/core/slate/item-list";
import { SlateItem } from "@/components/lab/video/slate/slate-item";
import { VIDEO_WORDS } from "@/components/lab/video/words";
import type { Recommendation } from "@/lib/pipeline/video/trace";

type SlateProps = {
  recommendation: Recommendation;
  baseline: Recommendation;
  title: string;
  /** The video whose story is open; at most one. */
  openItem: number | null;
  onOpen: (item: number | null) => void;
  /** Every story is in the page, for those who read it before any script. */
  hasAllStories: boolean;
};

/** The slate. Drawn again for another slate, not for each move of a knob. */
export const Slate = memo(function Slate({ recommendation, baseline, ...list }: SlateProps) {
  return (
    <ItemList
      {...list}
      run={recommendation}
      baseline={baseline}
      words={VIDEO_WORDS}
      empty="No video came through. Switch a source on, or let more candidates in."
    >
      {(trace, row) => (
        <SlateItem
          key={trace.card.item}
          trace={trace}
          recommendation={recommendation}
          baseline={baseline}
          {...row}
        />
      )}
    </ItemList>
  );
});
