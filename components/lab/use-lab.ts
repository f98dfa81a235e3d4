"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { LabStore } from "@/components/lab/lab-store";
import type { LabStart, LabView } from "@/components/lab/lab-view";

const loadLive = () => import("@/components/lab/live").then((module) => module.live);

/** One lab for the life of a component. The worker starts with the first change and ends with the component. */
export function useLab(start: LabStart): { lab: LabStore; view: LabView } {
  const [lab] = useState(() => new LabStore(start, loadLive));
  useEffect(() => () => lab.close(), [lab]);
  const view = useSyncExternalStore(lab.subscribe, lab.getView, lab.getView);
  return { lab, view };
}

/** Reads the address once, then keeps it equal to the lab's state, without entries in the browser's history. */
export function useLabAddress(lab: LabStore, view: LabView): void {
  useEffect(() => {
    if (window.location.search !== "") void lab.adopt(window.location.search);
  }, [lab]);
  useEffect(() => {
    if (view.phase !== "live") return;
    const query = lab.address();
    const path = window.location.pathname + (query && `?${query}`);
    if (path !== window.location.pathname + window.location.search)
      window.history.replaceState(null, "", path);
  }, [lab, view]);
}
