"use client";
import { useSyncExternalStore } from "react";
import { ownTimeZone } from "@/components/learning/learning-actions";

const subscribe = () => () => {};

/** The zone of the reader's own clock; null until the browser has said it, as the server cannot know. */
export const useOwnZone = (): string | null => useSyncExternalStore(subscribe, ownTimeZone, () => null);
