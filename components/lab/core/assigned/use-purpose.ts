"use client";

import { useMemo, useSyncExternalStore } from "react";
import { type LabPurpose, readPurpose } from "@/lib/classroom/evidence/lab-address";

function subscribe(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}
const readHash = (): string => window.location.hash;

/** What the lab was opened for, as its address says behind #; null for the plain lab, and while the server draws it. */
export function usePurpose(): LabPurpose | null {
  const hash = useSyncExternalStore(subscribe, readHash, () => "");
  return useMemo(() => readPurpose(hash), [hash]);
}

const NONE: readonly string[] = [];

/** Groups of knobs that an assignment does not show. */
export function useHiddenControls(): readonly string[] {
  const purpose = usePurpose();
  return purpose?.kind === "attach" ? purpose.hidden : NONE;
}
