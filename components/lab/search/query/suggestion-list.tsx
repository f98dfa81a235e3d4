import { formatMany } from "@/components/lab/format";
import type { Suggestions } from "@/components/lab/search/query/use-suggestions";
import { Badge } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { StatusLine } from "@/components/ui/status-line";

type SuggestionListProps = {
  /** Of the box: the list is `id-list`, an option `id-0`. */
  id: string;
  isOpen: boolean;
  suggestions: Suggestions;
  active: number;
  onChoose: (text: string) => void;
};

const HINTS: Record<Suggestions["state"], string> = {
  waiting: "Suggestions come once the shop is there. Enter searches what is typed.",
  failed: "Suggestions could not be had. Enter searches what is typed.",
  there: "Nobody asked that in this world. Enter searches it all the same.",
};

function spoken(isOpen: boolean, { state, queries }: Suggestions): string {
  if (!isOpen || state !== "there") return "";
  return queries.length === 0 ? "No suggestion" : formatMany(queries.length, "suggestion");
}

/** The suggestions of the query box, each with the slice of traffic that it belongs to. */
export function SuggestionList({ id, isOpen, suggestions, active, onChoose }: SuggestionListProps) {
  const { queries, state } = suggestions;
  return (
    <>
      <StatusLine hidden>{spoken(isOpen, suggestions)}</StatusLine>
      <div
        hidden={!isOpen}
        className="absolute inset-x-0 top-full z-20 mt-1 overflow-hidden rounded-lg border border-line-strong/60 bg-raised shadow-lg"
      >
        {queries.length === 0 && <p className="px-3 py-2 text-sm text-ink-2">{HINTS[state]}</p>}
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label="Queries of this world"
          className="max-h-80 overflow-y-auto"
        >
          {queries.map(({ queryId, text, slice, searches, isHeldOut }, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the box's own, which keeps the focus.
            // biome-ignore lint/a11y/useFocusableInteractive: the box points at it.
            <div
              key={queryId}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(text)}
              className={cx(
                "flex min-h-9 cursor-pointer flex-wrap items-center gap-x-3 px-3 py-1 text-sm hover:bg-sunken",
                index === active && "bg-accent-soft",
              )}
            >
              <span className="min-w-0 flex-1">{text}</span>
              <span className="flex items-center gap-2 text-xs text-ink-2 tabular-nums">
                {formatMany(searches, "search", "searches")}
                {isHeldOut && <span>held out</span>}
                <Badge>{slice}</Badge>
              </span>
            </div>
          ))}
        </div>
      </div>
    </>
  );
}
