import { memo } from "react";
import { Badge } from "@/components/ui/badge";
import type { AdRequestProfile } from "@/lib/pipeline/ads/trace";

/** "20 min ago", "3 h ago", "2 days ago". */
function ago(hours: number): string {
  if (hours < 1) return `${Math.max(1, Math.round(hours * 60))} min ago`;
  return hours < 48 ? `${Math.round(hours)} h ago` : `${Math.round(hours / 24)} days ago`;
}

/** What this person saw before, newest first, sideways: what the frequency cap counts. */
export const SeenAds = memo(function SeenAds({
  history,
  isOptedOut,
}: Pick<AdRequestProfile, "history" | "isOptedOut">) {
  if (history.length === 0)
    return (
      <p className="mt-3 text-sm text-ink-2">
        {isOptedOut
          ? "What this person saw before is not kept, so no frequency cap can hold."
          : "This person has not been shown an ad in the log."}
      </p>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form controls, and there are none.
    <div
      role="group"
      aria-label="Ads seen, newest first"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
      tabIndex={0}
      className="-mx-3.5 mt-3 overflow-x-auto px-3.5 pb-1.5 focus-visible:-outline-offset-2"
    >
      <ul className="flex gap-2">
        {history.map(({ card, hoursAgo, clicked }, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: an ad can be seen twice, and rows hold no state.
            key={`${card.ad}-${index}`}
            className="w-44 shrink-0 rounded-md border border-line bg-paper px-2.5 py-1.5 text-xs"
          >
            <span className="block truncate font-medium" title={card.title}>
              {card.title}
            </span>
            <span className="flex items-center justify-between gap-2 text-ink-2">
              {ago(hoursAgo)}
              {clicked && <Badge tone="accent">clicked</Badge>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
});
