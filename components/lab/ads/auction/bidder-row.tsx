import { formatMoney, formatRate } from "@/components/lab/ads/ads-format";
import { AdStory } from "@/components/lab/ads/auction/ad-story";
import { type AdShift, type Bidder, usedRate } from "@/components/lab/ads/auction/auction-words";
import { ItemRow } from "@/components/lab/core/slate/item-row";
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

/** One ad of the auction: bid times click rate as a bar; opens its story. */
export function BidderRow({ trace, run, shift, highest, isOpen, hasStory, onToggle }: BidderRowProps) {
  const { card, auction, position } = trace;
  const hasWon = position.slate !== null;
  return (
    <ItemRow
      place={position.auction}
      isOpen={isOpen}
      onToggle={onToggle}
      story={hasStory && <AdStory trace={trace} run={run} />}
      summary={
        <span className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)_auto] gap-x-2.5">
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
          <span aria-hidden className="col-span-2 mt-1 block h-1.5 rounded-full bg-sunken">
            <span
              className={cx("block h-full rounded-full", hasWon ? "bg-accent" : "bg-line-strong")}
              style={{ width: `${Math.min(100, (100 * auction.eCpm) / highest)}%` }}
            />
          </span>
          <Numbers trace={trace} shift={shift} />
        </span>
      }
    />
  );
}

function Numbers({ trace, shift }: Pick<BidderRowProps, "trace" | "shift">) {
  const { bid, pacing, price } = trace.auction;
  return (
    <span className="col-span-2 mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-2 tabular-nums">
      <span>
        bids {formatMoney(bid)}
        {pacing !== 1 && `, paced × ${pacing.toFixed(2)}`}
      </span>
      <span>
        click {formatRate(usedRate(trace))} predicted, {formatRate(trace.truth)} true
      </span>
      {price !== null && <Badge tone="accent">pays {formatMoney(price)} a click</Badge>}
      {shift === "new" && <Badge tone="accent">new</Badge>}
      {shift === "priced" && <Badge>other price</Badge>}
    </span>
  );
}
