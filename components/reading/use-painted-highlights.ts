"use client";

import { type RefObject, useEffect, useMemo, useState } from "react";
import { PageText } from "@/components/reading/page-text";
import { useReading } from "@/components/reading/use-reading";
import { findPassage } from "@/lib/reading/passages";
import type { Highlight } from "@/lib/reading/reading";

/** A highlight with its place in the document as it is now. */
export type PlacedHighlight = { highlight: Highlight; ranges: readonly Range[] };
type Painted = { placed: readonly PlacedHighlight[]; lost: readonly Highlight[]; canPaint: boolean };

const NAMES = { plain: "reading", noted: "reading-noted" } as const;

function place(root: Element, highlights: readonly Highlight[]): Omit<Painted, "canPaint"> {
  const page = new PageText(root);
  const found: (PlacedHighlight & { start: number })[] = [];
  const lost: Highlight[] = [];
  for (const highlight of highlights) {
    const section = page.sections.find(({ anchor }) => anchor === highlight.anchor) ?? null;
    const span = findPassage(page.text, highlight, section);
    const ranges = span ? page.rangesOf(span) : [];
    if (span && ranges.length > 0) found.push({ highlight, ranges, start: span.start });
    else lost.push(highlight);
  }
  return { placed: found.sort((a, b) => a.start - b.start), lost };
}

/** Paints without touching the document: React owns its nodes (decision 23). */
function paint(placed: readonly PlacedHighlight[]): boolean {
  if (typeof Highlight === "undefined" || !CSS.highlights) return false;
  const rangesOf = (hasNote: boolean) =>
    placed.filter(({ highlight }) => (highlight.note !== "") === hasNote).flatMap(({ ranges }) => ranges);
  CSS.highlights.set(NAMES.plain, new window.Highlight(...rangesOf(false)));
  CSS.highlights.set(NAMES.noted, new window.Highlight(...rangesOf(true)));
  return true;
}

function unpaint() {
  for (const name of Object.values(NAMES)) CSS.highlights?.delete(name);
}

/** The boundary point under the pointer, by whichever of the two names the browser knows it. */
function pointAt(x: number, y: number): { node: Node; offset: number } | null {
  const position = document.caretPositionFromPoint?.(x, y);
  if (position) return { node: position.offsetNode, offset: position.offset };
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

/** Finds this page's highlights in its text, paints them, and opens the one that is pressed. */
export function usePaintedHighlights(
  root: RefObject<HTMLElement | null>,
  path: string,
  onPress: (highlight: Highlight) => void,
): Painted {
  const { reading } = useReading();
  const own = useMemo(
    () => reading.highlights.filter((one) => one.path === path),
    [reading.highlights, path],
  );
  const [painted, setPainted] = useState<Painted>({ placed: [], lost: [], canPaint: true });

  useEffect(() => {
    if (!root.current) return;
    const { placed, lost } = own.length > 0 ? place(root.current, own) : { placed: [], lost: [] };
    setPainted({ placed, lost, canPaint: paint(placed) });
    return unpaint;
  }, [root, own]);

  useEffect(() => {
    const element = root.current;
    const onClick = (event: MouseEvent) => {
      const isControl =
        event.target instanceof Element && event.target.closest("a, button, input, summary, figure");
      if (isControl || !document.getSelection()?.isCollapsed) return;
      const point = pointAt(event.clientX, event.clientY);
      const isIn = (range: Range) => point !== null && range.isPointInRange(point.node, point.offset);
      const pressed = painted.placed.find(({ ranges }) => ranges.some(isIn));
      if (pressed) onPress(pressed.highlight);
    };
    element?.addEventListener("click", onClick);
    return () => element?.removeEventListener("click", onClick);
  }, [root, painted, onPress]);

  return painted;
}
