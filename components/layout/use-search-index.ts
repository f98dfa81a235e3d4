"use client";

import { useEffect, useState } from "react";
import { parseEntries, type SearchEntry } from "@/components/layout/search-entries";

export type SearchIndex = { status: "loading" | "ready" | "absent"; entries: readonly SearchEntry[] };

let loaded: Promise<SearchEntry[]> | null = null;

async function fetchEntries(): Promise<SearchEntry[]> {
  const response = await fetch("/search-index.json");
  if (!response.ok) throw new Error(`The search index answered ${response.status}.`);
  return parseEntries(await response.json());
}

/** Fetched when the palette first opens and kept for the life of the page; a failure is tried again next time. */
export function useSearchIndex(): SearchIndex {
  const [index, setIndex] = useState<SearchIndex>({ status: "loading", entries: [] });
  useEffect(() => {
    let isHere = true;
    loaded ??= fetchEntries();
    loaded
      .then((entries) => isHere && setIndex({ status: "ready", entries }))
      .catch(() => {
        loaded = null;
        if (isHere) setIndex({ status: "absent", entries: [] });
      });
    return () => {
      isHere = false;
    };
  }, []);
  return index;
}
