import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

type ItemRowProps = {
  /** Its place in the slate. */
  place: number | null;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  /** The item in a few words, and its marks. */
  summary: ReactNode;
  /** Unfolded below; null leaves out what cannot be seen. */
  story: ReactNode;
};

/** A row of the slate; opens its story. Native details: works before any script. */
export function ItemRow({ place, isOpen, onToggle, summary, story }: ItemRowProps) {
  return (
    <li className="border-b border-line last:border-0">
      <details
        className="group/item"
        open={isOpen}
        onToggle={(event) => event.currentTarget.open !== isOpen && onToggle(event.currentTarget.open)}
      >
        <summary className="flex cursor-pointer list-none items-center gap-2.5 px-3 py-1.5 hover:bg-sunken focus-visible:-outline-offset-2 [&::-webkit-details-marker]:hidden">
          <span className="w-5 shrink-0 text-right text-sm text-ink-2 tabular-nums">{place}</span>
          {summary}
          <ChevronDown
            size={16}
            aria-hidden
            className="shrink-0 text-ink-2 transition-transform group-open/item:rotate-180"
          />
        </summary>
        <div className="border-t border-line bg-paper px-3 py-3 sm:pl-11">{story}</div>
      </details>
    </li>
  );
}
