import { shiftSince } from "@/components/lab/core/slate/explain-item";
import { ShiftMark } from "@/components/lab/core/slate/shift-mark";
import { SOURCE_LABELS } from "@/components/lab/video/words";
import type { Recommendation } from "@/lib/pipeline/video/trace";

const SHOWN = 5;

/** The first five of the slate, with who brought them and what a knob has moved. */
export function CompactSlate({
  recommendation,
  baseline,
}: {
  recommendation: Recommendation;
  baseline: Recommendation;
}) {
  return (
    <ol
      aria-label="The first five of the slate"
      className="divide-y divide-line border-y border-line text-sm"
    >
      {recommendation.slate.slice(0, SHOWN).map((trace, index) => (
        <li key={trace.card.item} className="flex min-h-9 items-center gap-3 py-1">
          <span className="w-4 shrink-0 text-right text-ink-2 tabular-nums">{index + 1}</span>
          <span className="min-w-0 flex-1 truncate">
            {trace.card.title} <span className="text-ink-2">{trace.card.creator}</span>
          </span>
          <ShiftMark shift={shiftSince(baseline, trace)} />
          <span className="hidden shrink-0 text-xs text-ink-2 sm:inline">
            {trace.sources[0] && SOURCE_LABELS[trace.sources[0].source]}
          </span>
        </li>
      ))}
      {recommendation.slate.length === 0 && <li className="py-3 text-ink-2">No video came through.</li>}
    </ol>
  );
}
