import { shiftSince } from "@/components/lab/core/slate/explain-item";
import type { RowState } from "@/components/lab/core/slate/item-list";
import { ItemRow } from "@/components/lab/core/slate/item-row";
import { ShiftMark } from "@/components/lab/core/slate/shift-mark";
import { GradeMark } from "@/components/lab/search/results/grade-mark";
import { HitStory } from "@/components/lab/search/results/hit-story";
import { MarkedTitle } from "@/components/lab/search/results/marked-title";
import { describeRating, formatPrice } from "@/components/lab/search/results/product-words";
import type { Hit, SearchTrace } from "@/lib/pipeline/product-search/trace";

type ResultItemProps = RowState & { hit: Hit; trace: SearchTrace; baseline: SearchTrace };

export function ResultItem({ hit, trace, baseline, isOpen, hasStory, onToggle }: ResultItemProps) {
  const { card } = hit;
  return (
    <ItemRow
      place={hit.position.slate}
      isOpen={isOpen}
      onToggle={onToggle}
      summary={
        <>
          <span className="min-w-0 flex-1">
            <span className="line-clamp-2 text-sm leading-snug">
              <MarkedTitle hit={hit} />
            </span>
            <span className="block text-xs text-ink-2 tabular-nums">
              <span className="font-medium text-ink">{formatPrice(card.price)}</span> · {card.brand} ·{" "}
              {describeRating(card)} · {card.seller}
            </span>
          </span>
          <span className="flex shrink-0 flex-col items-end gap-1">
            <GradeMark grade={hit.grade} />
            <ShiftMark shift={shiftSince(baseline, hit)} />
          </span>
        </>
      }
      story={hasStory && <HitStory hit={hit} trace={trace} />}
    />
  );
}
