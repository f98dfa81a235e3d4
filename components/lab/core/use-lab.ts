"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { LabStore } from "@/components/lab/core/lab-store";
import type { LabStart, LabView } from "@/components/lab/core/lab-types";

const loadLive = () => import("@/components/lab/video/live").then((module) => module.live);

/**
 * One lab for the life of a component. The worker starts with the first change and ends with the component.
 * `items`: run over so many videos, where the stored run has more.
 */
export function useLab(start: LabStart, items?: number): { lab: LabStore; view: LabView } {
  const [lab] = useState(() => {
    const made = new LabStore(start, loadLive);
    if (items !== undefined) made.startWith(items);
    return made;
  });
  useEffect(() => () => lab.close(), [lab]);
  const view = useSyncExternalStore(lab.subscribe, lab.getView, lab.getView);
  return { lab, view };
}

const SMALL_DEVICE_ITEMS = 100_000;
const SMALL_DEVICE_GIGABYTES = 4;

/** A phone, or a machine that says it has little memory. Browsers that do not tell their memory count as large. */
function isSmallDevice(): boolean {
  const { deviceMemory } = navigator as Navigator & { deviceMemory?: number };
  const isPhone = window.matchMedia("(pointer: coarse) and (max-width: 767px)").matches;
  return isPhone || (deviceMemory !== undefined && deviceMemory <= SMALL_DEVICE_GIGABYTES);
}

/** Reads the address once, then keeps it equal to the lab's state, without entries in the browser's history. */
export function useLabAddress(lab: LabStore, view: LabView): void {
  useEffect(() => {
    if (isSmallDevice())
      lab.startWith(
        SMALL_DEVICE_ITEMS,
        "This device starts with 100,000 of the 1,000,000 videos; Catalogue changes that.",
      );
    if (window.location.search !== "") void lab.adopt(window.location.search);
  }, [lab]);
  useEffect(() => {
    const query = lab.address();
    if (query === null || view.phase === "starting" || view.phase === "failed") return;
    const path = window.location.pathname + (query && `?${query}`);
    if (path !== window.location.pathname + window.location.search)
      window.history.replaceState(null, "", path + window.location.hash);
  }, [lab, view]);
}
