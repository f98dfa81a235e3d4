"use client";

import { useSyncExternalStore } from "react";
import { type ReadingState, readingStore } from "@/components/reading/reading-store";

/** What the person of this browser has read and marked; `loading` on the server and until it is asked for. */
export const useReading = (): ReadingState =>
  useSyncExternalStore(readingStore.subscribe, readingStore.snapshot, readingStore.serverSnapshot);
