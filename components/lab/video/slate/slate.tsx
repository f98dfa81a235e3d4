"use client";

import { memo, useState } from "react";
import { describeShifts } from "@/components/lab/core/slate/explain-item";
import { NearMisses } from "@/components/lab/core/slate/near-misses";
import { SlateItem } from "@/components/lab/video/slate/slate-item";
import { VIDEO_WORDS } from "@/components/lab/video/words";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { StatusLine } from "@/components/ui/status-line";
import type { Recommendation } from "@/lib/pipeline/video/trace";

const FEW = 5;
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

/** The slate, best first. A phone starts with five. Drawn again for another slate, not for each move of a knob. */
export const Slate = memo(function Slate(props: SlateProps) {
  const { recommendation, baseline, title, openItem, onOpen, hasAllStories } = props;
  const [isWhole, setWhole] = useState(false);
  const { slate } = recommendation;
  return (
    <section aria-label={title} className="min-w-0">
      <h2 className="mb-2 flex items-baseline justify-between gap-3 font-semibold">
        {title}
        <span className="text-xs font-normal text-ink-2">open one for its story</span>
      </h2>
      {slate.length === 0 ? (
        <p className="rounded-lg border border-line bg-raised p-4 text-sm text-ink-2">
          No video came through. Switch a source on, or let more candidates in.
        </p>
      ) : (
        <ol
          className={cx(
            "overflow-hidden rounded-lg border border-line bg-raised",
            !isWhole && "max-sm:[&>li:nth-child(n+6)]:hidden",
          )}
        >
          {slate.map((trace) => (
            <SlateItem
              key={trace.card.item}
              trace={trace}
              recommendation={recommendation}
              baseline={baseline}
              isOpen={trace.card.item === openItem}
              hasStory={hasAllStories || trace.card.item === openItem}
              onToggle={(isOpen) => {
                if (isOpen) onOpen(trace.card.item);
                else if (trace.card.item === openItem) onOpen(null);
              }}
            />
          ))}
        </ol>
      )}
      {slate.length > FEW && !isWhole && (
        <Button variant="quiet" size="small" className="mt-1 sm:hidden" onClick={() => setWhole(true)}>
          Show all {slate.length}
        </Button>
      )}
      <StatusLine className="mt-2 text-xs!">{describeShifts(recommendation, baseline)}</StatusLine>
      <NearMisses run={recommendation} words={VIDEO_WORDS} />
    </section>
  );
});
