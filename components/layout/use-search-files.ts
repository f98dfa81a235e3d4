"use client";

import { useEffect, useState } from "react";
import { parseSearchFile, parseTexts, type SearchFile } from "@/lib/search/index-file";

export type SearchFiles = {
  status: "loading" | "ready" | "absent";
  file: SearchFile | null;
  /** The texts behind the index; results are listed before they are here. */
  texts: readonly string[];
};

/** Fetched once for the life of the page; a failure is tried again next time. */
function once<T>(path: string, parse: (body: unknown) => T): () => Promise<T> {
  let loaded: Promise<T> | null = null;
  return () => {
    loaded ??= fetch(path)
      .then((response) => {
        if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
        return response.json();
      })
      .then(parse)
      .catch((error: unknown) => {
        loaded = null;
        throw error;
      });
    return loaded;
  };
}

const loadFile = once("/search-index.json", parseSearchFile);
const loadTexts = once("/search-texts.json", parseTexts);

/** The index of the site, loaded when the palette first opens. */
export function useSearchFiles(): SearchFiles {
  const [files, setFiles] = useState<SearchFiles>({ status: "loading", file: null, texts: [] });
  useEffect(() => {
    let isHere = true;
    const change = (part: Partial<SearchFiles>) => isHere && setFiles((before) => ({ ...before, ...part }));
    loadFile()
      .then((file) => change({ status: "ready", file }))
      .catch(() => change({ status: "absent" }));
    // Without the texts, results have no sentence under them; nothing else is missing.
    loadTexts()
      .then((texts) => change({ texts }))
      .catch(() => undefined);
    return () => {
      isHere = false;
    };
  }, []);
  return files;
}
