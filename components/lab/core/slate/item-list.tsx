"use client";

import { type ReactNode, useState } from "react";
import { describeShifts } from "@/components/lab/core/slate/explain-item";
import { NearMisses } from "@/components/lab/core/slate/near-misses";
import type { TracedItem, TracedRun } from "@/components/lab/core/traced";
import type { PipelineWords } from "@/components/lab/core/words";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { StatusLine } from "@/components/ui/status-line";

const FEW = 5;

/** How one row stands: whether its story is open, and what to do when that changes. */
export type RowState = { isOpen: boolean; hasStory: boolean; onToggle: (isOpen: boolean) => void };

type ItemListProps<Item extends TracedItem> = {
  run: TracedRun<Item>;
  baseline: TracedRun<Item>;
  words: PipelineWords;
  title: string;
  /** Said in place of an empty list. */
  empty: string;
  /** The item whose story is open; at most one. */
  openItem: number | null;
  onOpen: (item: number | null) => void;
  /** Every story is in the page, for those who read it before any script. */
  hasAllStories: boolean;
  children: (item: Item, row: RowState) => ReactNode;
};

/** The slate, best first, with what changed and what nearly was. A phone starts with five. */
export function ItemList<Item extends TracedItem>(props: ItemListProps<Item>) {
  const { run, baseline, words, title, empty, openItem, onOpen, hasAllStories, children } = props;
  const [isWhole, setWhole] = useState(false);
  const { slate } = run;
  return (
    <section aria-label={title} className="min-w-0">
      <h2 className="mb-2 flex items-baseline justify-between gap-3 font-semibold">
        {title}
        <span className="text-xs font-normal text-ink-2">open one for its story</span>
      </h2>
      {slate.length === 0 ? (
        <p className="rounded-lg border border-line bg-raised p-4 text-sm text-ink-2">{empty}</p>
      ) : (
        <ol
          className={cx(
            "overflow-hidden rounded-lg border border-line bg-raised",
            !isWhole && "max-sm:[&>li:nth-child(n+6)]:hidden",
          )}
        >
          {slate.map((trace) => {
            const { item } = trace.card;
            return children(trace, {
              isOpen: item === openItem,
              hasStory: hasAllStories || item === openItem,
              onToggle(isOpen) {
                if (isOpen) onOpen(item);
                else if (item === openItem) onOpen(null);
              },
            });
          })}
        </ol>
      )}
      {slate.length > FEW && !isWhole && (
        <Button variant="quiet" size="small" className="mt-1 sm:hidden" onClick={() => setWhole(true)}>
          Show all {slate.length}
        </Button>
      )}
      <StatusLine className="mt-2 text-xs!">{describeShifts(run, baseline)}</StatusLine>
      <NearMisses run={run} words={words} />
    </section>
  );
}
