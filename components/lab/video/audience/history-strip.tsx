import { X } from "lucide-react";
import { memo } from "react";
import type { VideoCard } from "@/lib/pipeline/video/trace";

/** What was watched, newest first, sideways. Press a cross and the slate changes. Drawn again for another history only. */
export const HistoryStrip = memo(function HistoryStrip({
  history,
  onRemove,
}: {
  history: readonly VideoCard[];
  onRemove: (index: number) => void;
}) {
  if (history.length === 0) {
    return (
      <p className="mt-3 text-sm text-ink-2">
        Nothing watched yet: only popularity, fresh uploads and exploration can speak for a video.
      </p>
    );
  }
  return (
    <ul aria-label="Watched, newest first" className="-mx-3.5 mt-3 flex gap-2 overflow-x-auto px-3.5 pb-1.5">
      {history.map((card, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a video can be watched twice, and rows hold no state.
          key={`${card.item}-${history.length - index}`}
          className="relative w-44 shrink-0 rounded-md border border-line bg-paper py-1.5 pr-7 pl-2.5 text-xs"
        >
          <span className="block truncate font-medium" title={card.title}>
            {card.title}
          </span>
          <span className="block truncate text-ink-2">{card.topic}</span>
          <button
            type="button"
            aria-label={`Take “${card.title}” out of the history`}
            onClick={() => onRemove(index)}
            className="absolute top-1 right-1 grid size-6 cursor-pointer place-items-center rounded text-ink-2 hover:bg-bad-soft hover:text-bad"
          >
            <X size={14} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
});
