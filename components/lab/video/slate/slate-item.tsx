import { ChevronDown } from "lucide-react";
import { shiftSince } from "@/components/lab/core/slate/explain-item";
import { ShiftMark } from "@/components/lab/core/slate/shift-mark";
import { formatAge, formatDuration } from "@/components/lab/format";
import { ItemStory } from "@/components/lab/video/slate/item-story";
import type { ItemTrace, Recommendation } from "@/lib/pipeline/video/trace";

type SlateItemProps = {
  trace: ItemTrace;
  recommendation: Recommendation;
  baseline: Recommendation;
  isOpen: boolean;
  /** False leaves out what cannot be seen. */
  hasStory: boolean;
  onToggle: (isOpen: boolean) => void;
};

/** A row of the slate; opens its story. Native details: works before any script. */
export function SlateItem({ trace, recommendation, baseline, isOpen, hasStory, onToggle }: SlateItemProps) {
  const { card } = trace;
  return (
    <li className="border-b border-line last:border-0">
      <details
        className="group"
        open={isOpen}
        onToggle={(event) => event.currentTarget.open !== isOpen && onToggle(event.currentTarget.open)}
      >
        <summary className="flex cursor-pointer list-none items-center gap-2.5 px-3 py-1.5 hover:bg-sunken focus-visible:-outline-offset-2 [&::-webkit-details-marker]:hidden">
          <span className="w-5 shrink-0 text-right text-sm text-ink-2 tabular-nums">
            {trace.position.slate}
          </span>
          <span className="min-w-0 flex-1">
            <span className="line-clamp-2 text-sm leading-snug font-medium">{card.title}</span>
            <span className="block truncate text-xs text-ink-2 tabular-nums">
              {card.topic} · {formatAge(card.ageDays)} · {formatDuration(card.durationSeconds)} ·{" "}
              {card.creator}
            </span>
          </span>
          <ShiftMark shift={shiftSince(baseline, trace)} />
          <ChevronDown
            size={16}
            aria-hidden
            className="shrink-0 text-ink-2 transition-transform group-open:rotate-180"
          />
        </summary>
        <div className="border-t border-line bg-paper px-3 py-3 sm:pl-11">
          {hasStory && <ItemStory trace={trace} recommendation={recommendation} />}
        </div>
      </details>
    </li>
  );
}
