"use client";

import { useCallback, useSyncExternalStore } from "react";

const CHANGE_EVENT = "shortlist:switch";

function subscribe(onChange: () => void): () => void {
  window.addEventListener("storage", onChange);
  window.addEventListener(CHANGE_EVENT, onChange);
  return () => {
    window.removeEventListener("storage", onChange);
    window.removeEventListener(CHANGE_EVENT, onChange);
  };
}

/** A switch that this browser remembers; off until it is turned on, and while nothing can be stored. */
export function useStoredSwitch(key: string): [boolean, (isOn: boolean) => void] {
  const read = () => {
    try {
      return localStorage.getItem(key) === "on";
    } catch {
      return false;
    }
  };
  const isOn = useSyncExternalStore(subscribe, read, () => false);
  const set = useCallback(
    (next: boolean) => {
      try {
        localStorage.setItem(key, next ? "on" : "off");
      } catch {
        return;
      }
      window.dispatchEvent(new Event(CHANGE_EVENT));
    },
    [key],
  );
  return [isOn, set];
}
