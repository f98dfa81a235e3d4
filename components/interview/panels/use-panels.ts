"use client";

import { useEffect, useState } from "react";

export type Side = "thread" | "bench";
export type PanelSizes = Record<Side, { widthPx: number; isOpen: boolean }>;

const STORAGE_KEY = "interview-panels";
const DEFAULTS: PanelSizes = {
  thread: { widthPx: 320, isOpen: true },
  bench: { widthPx: 400, isOpen: true },
};
export const WIDTH_LIMITS_PX: Record<Side, [number, number]> = { thread: [240, 520], bench: [300, 760] };

const clampWidth = (side: Side, widthPx: number): number => {
  const [least, most] = WIDTH_LIMITS_PX[side];
  return Math.round(Math.min(most, Math.max(least, widthPx)));
};

function readSizes(): PanelSizes {
  try {
    const stored = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "{}") as Partial<PanelSizes>;
    const read = (side: Side) => ({
      widthPx: clampWidth(side, Number(stored[side]?.widthPx) || DEFAULTS[side].widthPx),
      isOpen: stored[side]?.isOpen !== false,
    });
    return { thread: read("thread"), bench: read("bench") };
  } catch {
    return DEFAULTS;
  }
}

/** Widths of the side panels and whether they are open, kept in this browser. */
export function usePanels() {
  const [sizes, setSizes] = useState(DEFAULTS);
  useEffect(() => setSizes(readSizes()), []);
  function change(side: Side, part: Partial<PanelSizes[Side]>) {
    setSizes((before) => {
      const merged = { ...before[side], ...part };
      const after = { ...before, [side]: { ...merged, widthPx: clampWidth(side, merged.widthPx) } };
      try {
        localStorage.setItem(STORAGE_KEY, JSON.stringify(after));
      } catch {
        // Without storage the widths last as long as the page.
      }
      return after;
    });
  }
  return { sizes, change };
}
