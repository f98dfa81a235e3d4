"use client";

import { useEffect, useState } from "react";
import type { SearchLabStore } from "@/components/lab/search/search-store";
import type { QuerySlice } from "@/lib/pipeline/product-search/names";
import type { QuerySummary } from "@/lib/pipeline/product-search/trace";

const TYPING_PAUSE_MS = 120;

export type Suggestions = {
  queries: readonly QuerySummary[];
  /** Not there yet, and will not come. */
  state: "waiting" | "there" | "failed";
};
const NONE: Suggestions = { queries: [], state: "waiting" };

/** Known queries that begin with `text`, while `isOpen`; the last ones stay until the next are there. */
export function useSuggestions(
  lab: SearchLabStore,
  text: string,
  slice: QuerySlice | null,
  isOpen: boolean,
): Suggestions {
  const [suggestions, setSuggestions] = useState<Suggestions>(NONE);
  useEffect(() => {
    if (!isOpen) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      lab.suggest(text, slice).then(
        (queries) => isCurrent && setSuggestions({ queries, state: "there" }),
        () => isCurrent && setSuggestions({ queries: [], state: "failed" }),
      );
    }, TYPING_PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [lab, text, slice, isOpen]);
  return suggestions;
}
