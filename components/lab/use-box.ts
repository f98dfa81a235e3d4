"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import type { PixelSize } from "@/lib/charts/map-window";

/** The size of an element in CSS pixels, kept up to date; null before the first measurement. */
export function useBoxSize<Element extends HTMLElement>(): [RefObject<Element | null>, PixelSize | null] {
  const ref = useRef<Element>(null);
  const [size, setSize] = useState<PixelSize | null>(null);
  useEffect(() => {
    if (!ref.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      setSize(width > 0 && height > 0 ? { width, height } : null);
    });
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}

/** Whether an element is on the screen: false in a closed tab and far below the fold. */
export function useIsOnScreen<Element extends HTMLElement>(): [RefObject<Element | null>, boolean] {
  const ref = useRef<Element>(null);
  const [isOnScreen, setOnScreen] = useState(false);
  useEffect(() => {
    if (!ref.current) return;
    const observer = new IntersectionObserver(([entry]) => setOnScreen(entry?.isIntersecting ?? false));
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return [ref, isOnScreen];
}
