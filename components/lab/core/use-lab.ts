"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { CommonView } from "@/components/lab/core/lab-types";

type Observable<View> = {
  subscribe(listener: () => void): () => void;
  getView(): View;
  close(): void;
};

/** One lab for the life of a component. The worker starts with the first change and ends with the component. */
export function useLabStore<Lab extends Observable<unknown>>(
  create: () => Lab,
): { lab: Lab; view: ReturnType<Lab["getView"]> } {
  const [lab] = useState(create);
  useEffect(() => () => lab.close(), [lab]);
  const getView = lab.getView as () => ReturnType<Lab["getView"]>;
  return { lab, view: useSyncExternalStore(lab.subscribe, getView, getView) };
}

const SMALL_DEVICE_GIGABYTES = 4;

/** A phone, or a machine that says it has little memory. Browsers that do not tell their memory count as large. */
function isSmallDevice(): boolean {
  const { deviceMemory } = navigator as Navigator & { deviceMemory?: number };
  const isPhone = window.matchMedia("(pointer: coarse) and (max-width: 767px)").matches;
  return isPhone || (deviceMemory !== undefined && deviceMemory <= SMALL_DEVICE_GIGABYTES);
}

type Addressed = { adopt(search: string): Promise<void>; address(): string | null };

/**
 * Reads the address once, then keeps it equal to the lab's state, without entries in the browser's history.
 * `startSmall` is asked first on a small device; it must be one function for the life of the page.
 */
export function useLabAddress<Lab extends Addressed>(
  lab: Lab,
  view: Pick<CommonView, "phase">,
  startSmall?: (lab: Lab) => void,
): void {
  useEffect(() => {
    if (startSmall && isSmallDevice()) startSmall(lab);
    if (window.location.search !== "") void lab.adopt(window.location.search);
  }, [lab, startSmall]);
  useEffect(() => {
    const query = lab.address();
    if (query === null || view.phase === "starting" || view.phase === "failed") return;
    const path = window.location.pathname + (query && `?${query}`);
    if (path !== window.location.pathname + window.location.search)
      window.history.replaceState(null, "", path + window.location.hash);
  }, [lab, view]);
}
