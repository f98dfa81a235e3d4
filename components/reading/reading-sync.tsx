"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { type ReadingActions, readingStore } from "@/components/reading/reading-store";

/** Fills in what is personal after the page is drawn, because pages are the same for everyone; again on each arrival. */
export function ReadingSync({ actions }: { actions: ReadingActions }) {
  const pathname = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: signing in and out both end with an arrival.
  useEffect(() => {
    void readingStore.refresh(actions);
  }, [pathname]);

  useEffect(() => {
    const onHide = () => document.visibilityState === "hidden" && readingStore.sendProgress();
    document.addEventListener("visibilitychange", onHide);
    return () => {
      document.removeEventListener("visibilitychange", onHide);
      readingStore.sendProgress();
    };
  }, []);
  return null;
}
