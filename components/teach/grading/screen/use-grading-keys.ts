"use client";

import { useEffect, useLayoutEffect, useRef } from "react";
import { isBusyElsewhere, useSingleKeysEnabled } from "@/components/layout/use-shortcuts";

/** "g" and a second key go to another part of the site: the second one is not ours. */
const PREFIX = "g";
const PREFIX_MS = 1_200;

/**
 * Single keys of this screen, by `event.key`. They do nothing while somebody types or a dialog is open, and they can be
 * switched off (WCAG 2.1.4). Heard before the site's own single keys, which they replace here.
 */
export function useGradingKeys(keys: Readonly<Record<string, () => void>>): void {
  const isEnabled = useSingleKeysEnabled();
  const latest = useRef(keys);
  useLayoutEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!isEnabled) return;
    let prefixedAt = Number.NEGATIVE_INFINITY;
    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusyElsewhere(event.target)) return;
      const isPrefixed = event.timeStamp - prefixedAt < PREFIX_MS;
      prefixedAt = event.key === PREFIX ? event.timeStamp : Number.NEGATIVE_INFINITY;
      const action = isPrefixed ? undefined : latest.current[event.key];
      if (!action) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      action();
    }
    document.addEventListener("keydown", onKeyDown, { capture: true });
    return () => document.removeEventListener("keydown", onKeyDown, { capture: true });
  }, [isEnabled]);
}
