"use client";

import { createContext } from "react";

/** What a heading needs to know of the text around it; null where nothing is kept. */
export type ReadingAreaValue = { path: string; chooseSentences: (anchor: string) => void };

export const ReadingAreaContext = createContext<ReadingAreaValue | null>(null);
