"use client";

import { useEffect } from "react";
import { KeptWhere } from "@/components/reading/kept-where";
import type { PlacedHighlight } from "@/components/reading/use-painted-highlights";
import { useReading } from "@/components/reading/use-reading";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { readable } from "@/lib/reading/passages";
import type { Highlight } from "@/lib/reading/reading";

type HighlightPanelProps = {
  placed: readonly PlacedHighlight[];
  lost: readonly Highlight[];
  canPaint: boolean;
  onEdit: (highlight: Highlight) => void;
};

/** Scrolls to the block that a passage begins in and puts the focus there, so that a screen reader reads on from it. */
function goTo([range]: readonly Range[]) {
  const block = range?.startContainer.parentElement?.closest<HTMLElement>("p, li, h2, h3, h4, td, th, div");
  if (!block) return;
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  block.scrollIntoView({ block: "center", behavior });
  block.tabIndex = -1;
  block.focus({ preventScroll: true });
}

/** `#highlight-<id>` in the address leads to the passage, once it is found. */
function useAddressedHighlight(placed: readonly PlacedHighlight[]) {
  const wanted = placed.find(({ highlight }) => location.hash === `#highlight-${highlight.id}`);
  const id = wanted?.highlight.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each address, not for each new range.
  useEffect(() => {
    if (wanted) goTo(wanted.ranges);
  }, [id]);
}

function Entry({ highlight, children }: { highlight: Highlight; children: React.ReactNode }) {
  return (
    <li className="grid gap-1.5 py-3">
      <blockquote className="line-clamp-3 border-l-2 border-warn pl-3 font-serif text-ink-2">
        {readable(highlight.quote)}
      </blockquote>
      {highlight.note && <p className="text-sm whitespace-pre-wrap">{highlight.note}</p>}
      <div className="-ml-2 flex flex-wrap gap-1">{children}</div>
    </li>
  );
}

/** The page's highlights as a list: what paint alone would tell only to those who see it. */
export function HighlightPanel({ placed, lost, canPaint, onEdit }: HighlightPanelProps) {
  const { problem } = useReading();
  useAddressedHighlight(placed);
  if (placed.length + lost.length === 0 && !problem) return null;
  return (
    <section
      aria-labelledby="your-highlights"
      className="mt-12 max-w-[38rem] border-t border-line pt-6 font-sans print:hidden"
    >
      <h2 id="your-highlights" className="text-base font-semibold">
        Your highlights here
      </h2>
      {problem && (
        <p role="alert" className="mt-2 text-sm text-bad">
          {problem}
        </p>
      )}
      {!canPaint && placed.length > 0 && (
        <p className="mt-2 text-sm text-ink-2">
          This browser cannot show them in the text; they are listed here.
        </p>
      )}
      <ul className="mt-1 divide-y divide-line">
        {placed.map(({ highlight, ranges }) => (
          <Entry key={highlight.id} highlight={highlight}>
            <Button size="small" variant="quiet" onClick={() => goTo(ranges)}>
              Show in the text
            </Button>
            <Button size="small" variant="quiet" onClick={() => onEdit(highlight)}>
              {highlight.note ? "Change the note" : "Add a note"}
            </Button>
          </Entry>
        ))}
        {lost.map((highlight) => (
          <Entry key={highlight.id} highlight={highlight}>
            <p className="px-2 py-1 text-sm text-warn">No longer found: the text has changed.</p>
            <Button size="small" variant="quiet" onClick={() => onEdit(highlight)}>
              Note or delete
            </Button>
          </Entry>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <LinkButton href="/reading" size="small">
          All your reading
        </LinkButton>
        <KeptWhere />
      </div>
    </section>
  );
}
