"use client";

import { useEffect, useId, useState, useSyncExternalStore } from "react";
import { TextInput } from "@/components/ui/inputs";

const never = () => () => {};

/**
 * Hides the entries of a list that do not hold what was typed. The list stays the server's: entries carry their words
 * in `data-words`. Without JavaScript there is no box and the whole list.
 */
export function GlossaryFilter({ listId }: { listId: string }) {
  const [query, setQuery] = useState("");
  const [shown, setShown] = useState<number | null>(null);
  const isInBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const inputId = useId();

  useEffect(() => {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const section of document.querySelectorAll<HTMLElement>(`#${listId} [data-letter]`)) {
      let kept = 0;
      for (const entry of section.querySelectorAll<HTMLElement>("[data-words]")) {
        entry.hidden = !words.every((word) => entry.dataset.words?.includes(word));
        if (!entry.hidden) kept += 1;
      }
      section.hidden = kept === 0;
      count += kept;
    }
    setShown(words.length > 0 ? count : null);
  }, [query, listId]);

  if (!isInBrowser) return <div className="mb-6 h-16" aria-hidden />;
  return (
    <div className="mb-6 flex max-w-3xl flex-wrap items-end gap-x-4 gap-y-2 print:hidden">
      <div className="w-full max-w-sm">
        <label htmlFor={inputId} className="mb-1 block text-sm font-medium">
          Find a word
        </label>
        <TextInput
          id={inputId}
          type="search"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </div>
      <p role="status" className="min-h-6 text-sm text-ink-2 tabular-nums">
        {shown !== null &&
          (shown === 0 ? "No word holds this." : `${shown} ${shown === 1 ? "word" : "words"}`)}
      </p>
    </div>
  );
}
