"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import type { Heading } from "@/lib/content/markdown";

/** A heading is the present one from when it stands in the upper third. */
const PRESENT_AT = 0.33;

/** The anchor of the section that is being read; null before the first, and on the server. */
function usePresentAnchor(headings: readonly Heading[]): string | null {
  const [present, setPresent] = useState<string | null>(null);
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const line = window.innerHeight * PRESENT_AT;
      const reached = headings.filter(({ anchor }) => {
        const rect = document.getElementById(anchor)?.getBoundingClientRect();
        return rect && rect.height > 0 && rect.top <= line;
      });
      setPresent(reached.at(-1)?.anchor ?? null);
    };
    const onScroll = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    window.addEventListener("scroll", onScroll, { passive: true });
    window.addEventListener("resize", onScroll);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("scroll", onScroll);
      window.removeEventListener("resize", onScroll);
    };
  }, [headings]);
  return present;
}

/** A long list scrolls inside its column: the present entry stays in sight, and the page does not move for it. */
function useKeepInSight(list: RefObject<HTMLElement | null>, present: string | null) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another entry is the present one.
  useEffect(() => {
    const entry = list.current?.querySelector('[aria-current="location"]')?.getBoundingClientRect();
    const column = list.current?.parentElement;
    if (!entry || !column || column.scrollHeight <= column.clientHeight) return;
    const { top, bottom } = column.getBoundingClientRect();
    if (entry.top < top) column.scrollTop += entry.top - top;
    if (entry.bottom > bottom) column.scrollTop += entry.bottom - bottom;
  }, [list, present]);
}

/** The headings of a page as links; the section that is being read is marked. Without JavaScript just a list. */
export function HeadingLinks({ label, headings }: { label: string; headings: readonly Heading[] }) {
  const present = usePresentAnchor(headings);
  const list = useRef<HTMLElement>(null);
  useKeepInSight(list, present);
  return (
    <nav aria-label={label} ref={list}>
      <ul className="border-l border-line">
        {headings.map(({ anchor, text, depth }) => (
          <li key={anchor}>
            <a
              href={`#${anchor}`}
              aria-current={anchor === present ? "location" : undefined}
              className={`-ml-px block border-l border-transparent py-1 text-ink-2 no-underline hover:border-accent hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink ${depth === 3 ? "pl-7" : "pl-4"}`}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
