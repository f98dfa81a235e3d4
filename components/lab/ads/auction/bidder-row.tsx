import { ChevronDown } from "lucide-react";
import { formatMoney, formatRate } from "@/components/lab/ads/ads-format";
import { AdStory } from "@/components/lab/ads/auction/ad-story";
import { type AdShift, type Bidder, usedRate } from "@/components/lab/ads/auction/auction-words";
import { formatAge } from "@/components/lab/format";
import { Badge } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import type { AdRun } from "@/lib/pipeline/ads/trace";

type BidderRowProps = {
  trace: Bidder;
  run: AdRun;
  shift: AdShift;
  /** Of all bidders drawn: the full width of a bar. */
  highest: number;
  isOpen: boolean;
  /** False leaves out what cannot be seen. */
  hasStory: boolean;
  onToggle: (isOpen: boolean) => void;
};

/** One ad of the auction: bid times click rate as a bar; opens its story. Native details: works before any script. */
export function BidderRow({ trace, run, shift, highest, isOpen, hasStory, onToggle }: BidderRowProps) {
  const { card, auction, position } = trace;
  const hasWon = position.slate !== null;
  return (
    <li className="border-b border-line last:border-0">
      <details
        className="group"
        open={isOpen}
        onToggle={(event) => event.currentTarget.open !== isOpen && onToggle(event.currentTarget.open)}
      >
        <summary className="grid cursor-pointer list-none grid-cols-[1.25rem_minmax(0,1fr)_auto_auto] items-start gap-x-2.5 px-3 py-2 hover:bg-sunken focus-visible:-outline-offset-2 [&::-webkit-details-marker]:hidden">
          <span className="text-right text-sm text-ink-2 tabular-nums">{position.auction}</span>
          <span className="min-w-0">
            <span className={cx("line-clamp-2 text-sm leading-snug", hasWon && "font-semibold")}>
              {card.title}
            </span>
            <span className="block truncate text-xs text-ink-2">
              {card.advertiser} · {card.category} · {card.format} · {formatAge(card.ageDays)}
            </span>
          </span>
          <span className="text-right text-sm tabular-nums">
            <span className={cx("block", hasWon && "font-semibold")}>{formatMoney(auction.eCpm)}</span>
            <span className="block text-xs text-ink-2">eCPM</span>
          </span>
          <ChevronDown
            size={16}
            aria-hidden
            className="mt-0.5 text-ink-2 transition-transform group-open:rotate-180"
          />
          <span className="col-span-3 col-start-2 mt-1 grid gap-1">
            <span aria-hidden className="h-1.5 rounded-full bg-sunken">
              <span
                className={cx("block h-full rounded-full", hasWon ? "bg-accent" : "bg-line-strong")}
                style={{ width: `${Math.min(100, (100 * auction.eCpm) / highest)}%` }}
              />
            </span>
            <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-2 tabular-nums">
              <span>
                bids {formatMoney(auction.bid)}
                {auction.pacing !== 1 && `, paced × ${auction.pacing.toFixed(2)}`}
              </span>
              <span>
                click {formatRate(usedRate(trace))} predicted, {formatRate(trace.truth)} true
              </span>
              {auction.price !== null && (
                <Badge tone="accent">pays {formatMoney(auction.price)} a click</Badge>
              )}
              {shift === "new" && <Badge tone="accent">new</Badge>}
              {shift === "priced" && <Badge>other price</Badge>}
            </span>
          </span>
        </summary>
        <div className="border-t border-line bg-paper px-3 py-3 sm:pl-11">
          {hasStory && <AdStory trace={trace} run={run} />}
        </div>
      </details>
    </li>
  );
}
