"use client";

import { useSyncExternalStore } from "react";
import { ownTimeZone } from "@/components/learning/learning-actions";

const subscribe = () => () => {};

/** The IANA zone of this browser; null on the server, which does not know it. */
export const useReaderZone = (): string | null =>
  useSyncExternalStore<string | null>(subscribe, ownTimeZone, () => null);
