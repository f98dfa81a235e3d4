import { shiftSince } from "@/components/lab/core/slate/explain-item";
import type { RowState } from "@/components/lab/core/slate/item-list";
import { ItemRow } from "@/components/lab/core/slate/item-row";
import { ShiftMark } from "@/components/lab/core/slate/shift-mark";
import { formatAge, formatDuration } from "@/components/lab/format";
import { ItemStory } from "@/components/lab/video/slate/item-story";
import type { ItemTrace, Recommendation } from "@/lib/pipeline/video/trace";

type SlateItemProps = RowState & {
  trace: ItemTrace;
  recommendation: Recommendation;
  baseline: Recommendation;
};

export function SlateItem({ trace, recommendation, baseline, isOpen, hasStory, onToggle }: SlateItemProps) {
  const { card } = trace;
  return (
    <ItemRow
      place={trace.position.slate}
      isOpen={isOpen}
      onToggle={onToggle}
      summary={
        <>
          <span className="min-w-0 flex-1">
            <span className="line-clamp-2 text-sm leading-snug font-medium">{card.title}</span>
            <span className="block truncate text-xs text-ink-2 tabular-nums">
              {card.topic} · {formatAge(card.ageDays)} · {formatDuration(card.durationSeconds)} ·{" "}
              {card.creator}
            </span>
          </span>
          <ShiftMark shift={shiftSince(baseline, trace)} />
        </>
      }
      story={hasStory && <ItemStory trace={trace} recommendation={recommendation} />}
    />
  );
}
