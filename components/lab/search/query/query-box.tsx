"use client";

import { Search } from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import { SuggestionList } from "@/components/lab/search/query/suggestion-list";
import { useSuggestions } from "@/components/lab/search/query/use-suggestions";
import type { SearchLabStore } from "@/components/lab/search/search-store";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/inputs";
import type { QuerySlice } from "@/lib/pipeline/product-search/names";

type QueryBoxProps = {
  lab: SearchLabStore;
  /** What is searched now. */
  text: string;
  /** Suggestions come from here; null is all. */
  slice: QuerySlice | null;
};

/** Any text, or a query of the world from the list below: arrows choose, Enter searches, Escape closes. */
export function QueryBox({ lab, text, slice }: QueryBoxProps) {
  const id = useId();
  const [draft, setDraft] = useState(text);
  const [shown, setShown] = useState(text);
  if (shown !== text) {
    setShown(text);
    setDraft(text);
  }
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  // An untouched box offers a spread of what is asked instead of what begins alike.
  const suggestions = useSuggestions(lab, draft === text ? "" : draft, slice, isOpen);
  const { queries } = suggestions;
  const chosen = isOpen ? queries[active] : undefined;

  function close() {
    setOpen(false);
    setActive(-1);
  }
  function search(asked: string) {
    setDraft(asked);
    close();
    lab.search(asked);
  }
  function onKeyDown(event: KeyboardEvent) {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined) {
      event.preventDefault();
      setOpen(true);
      const count = queries.length + 1;
      if (isOpen) setActive(((active + 1 + move + count) % count) - 1);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      close();
    }
  }
  return (
    <form
      className="relative flex gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        search(chosen?.text ?? draft);
      }}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && close()}
    >
      <label htmlFor={id} className="sr-only">
        Search the products
      </label>
      <TextInput
        id={id}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={chosen ? `${id}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        maxLength={120}
        value={draft}
        onChange={(event) => {
          setDraft(event.target.value);
          setOpen(true);
          setActive(-1);
        }}
        onKeyDown={onKeyDown}
      />
      <Button type="submit" variant="primary" icon={<Search size={15} aria-hidden />}>
        Search
      </Button>
      <SuggestionList id={id} isOpen={isOpen} suggestions={suggestions} active={active} onChoose={search} />
    </form>
  );
}
