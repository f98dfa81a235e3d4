"use client";

import { memo } from "react";
import {
  bidders,
  describeOutcome,
  describeRevenue,
  describeShifts,
  shiftSince,
} from "@/components/lab/ads/auction/auction-words";
import { BidderRow } from "@/components/lab/ads/auction/bidder-row";
import { formatCount } from "@/components/lab/format";
import { StatusLine } from "@/components/ui/status-line";
import type { AdRun } from "@/lib/pipeline/ads/trace";

/** Losers drawn below the winners. */
const LOSERS = 6;

type AuctionProps = {
  run: AdRun;
  baseline: AdRun;
  /** The ad whose story is open; at most one. */
  openItem: number | null;
  onOpen: (item: number | null) => void;
  /** Every story is in the page, for those who read it before any script. */
  hasAllStories: boolean;
};

/** The auction: winners with their price, those who came next, and why. Drawn again for another run only. */
export const Auction = memo(function Auction({
  run,
  baseline,
  openItem,
  onOpen,
  hasAllStories,
}: AuctionProps) {
  const all = bidders(run);
  const rows = all.slice(0, run.slate.length + LOSERS);
  const inAuction = run.steps.find(({ step }) => step === "auction")?.itemsIn ?? all.length;
  const highest = Math.max(1e-9, ...rows.map(({ auction }) => auction.eCpm));
  return (
    <section aria-label="The auction" className="min-w-0">
      <h2 className="mb-2 flex items-baseline justify-between gap-3 font-semibold">
        {run.slate.length === 0
          ? "Nothing is shown"
          : run.slate.length === 1
            ? "The ad shown"
            : "The ads shown"}
        <span className="text-xs font-normal text-ink-2">open one for its story</span>
      </h2>
      <p className="mb-2 text-sm">{describeOutcome(run)}</p>
      {rows.length > 0 && (
        <ol className="overflow-hidden rounded-lg border border-line bg-raised">
          {rows.map((trace) => (
            <BidderRow
              key={trace.card.ad}
              trace={trace}
              run={run}
              shift={shiftSince(baseline, trace)}
              highest={highest}
              isOpen={trace.card.ad === openItem}
              hasStory={hasAllStories || trace.card.ad === openItem}
              onToggle={(isOpen) => {
                if (isOpen) onOpen(trace.card.ad);
                else if (trace.card.ad === openItem) onOpen(null);
              }}
            />
          ))}
        </ol>
      )}
      <p className="mt-2 text-xs text-ink-2 tabular-nums">
        eCPM: what an ad brings per thousand impressions, 1,000 × bid × click probability.{" "}
        {formatCount(inAuction)} ads took part. {describeRevenue(run)}
      </p>
      <StatusLine className="mt-2 text-sm!">{describeShifts(run, baseline)}</StatusLine>
    </section>
  );
});
