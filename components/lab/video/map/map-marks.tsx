"use client";

import { type KeyboardEvent, useMemo, useRef } from "react";
import type { PlacedPoint } from "@/components/lab/video/map/map-drawing";
import { cx } from "@/components/ui/cx";
import type { PixelPoint, PixelSize } from "@/lib/charts/map-window";
import { spreadMarks } from "@/lib/charts/spread-marks";

/** Pixels between the centres of two marks; a mark is 24 wide. */
const DISTANCE = 25;
const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

type MapMarksProps = {
  /** The slate as far as it is in the window. */
  marks: readonly PlacedPoint[];
  size: PixelSize;
  /** Stays free. */
  viewer: PixelPoint;
  chosenItem: number | null;
  onChoose: (item: number) => void;
  /** Enter, Space or a press: say it all. */
  onTell: (mark: PlacedPoint) => void;
};

/** The slate as numbered buttons, moved apart where they would cover each other. Arrows go from place to place. */
export function MapMarks({ marks, size, viewer, chosenItem, onChoose, onTell }: MapMarksProps) {
  const buttons = useRef(new Map<number, HTMLButtonElement>());
  const ordered = useMemo(() => [...marks].sort((a, b) => (a.place ?? 0) - (b.place ?? 0)), [marks]);
  const places = useMemo(() => spreadMarks(ordered, DISTANCE, size, [viewer]), [ordered, size, viewer]);
  const reachable = ordered.some((mark) => mark.item === chosenItem) ? chosenItem : ordered[0]?.item;

  function onKeyDown(event: KeyboardEvent) {
    const index = ordered.findIndex((mark) => mark.item === reachable);
    const last = ordered.length - 1;
    const step = STEPS[event.key];
    const ends: Record<string, number> = { Home: 0, End: last };
    const target =
      ordered[step === undefined ? (ends[event.key] ?? -1) : Math.min(last, Math.max(0, index + step))];
    if (!target) return;
    event.preventDefault();
    buttons.current.get(target.item)?.focus();
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form controls; these are marks on a map.
    <div
      role="group"
      aria-label={`The ${ordered.length} videos of the slate on the map. Arrow keys move between them, Enter tells about one.`}
      onKeyDown={onKeyDown}
    >
      <svg
        aria-hidden
        viewBox={`0 0 ${size.width} ${size.height}`}
        className="pointer-events-none absolute inset-0 size-full stroke-accent"
      >
        {ordered.map((mark, index) => (
          <path
            key={mark.item}
            d={`M${mark.left} ${mark.top}L${places[index]?.left ?? mark.left} ${places[index]?.top ?? mark.top}`}
          />
        ))}
      </svg>
      {ordered.map((mark, index) => (
        <button
          key={mark.item}
          ref={(element) => {
            if (element) buttons.current.set(mark.item, element);
            else buttons.current.delete(mark.item);
          }}
          type="button"
          tabIndex={mark.item === reachable ? 0 : -1}
          aria-label={`${mark.place}: ${mark.title}`}
          onFocus={() => onChoose(mark.item)}
          onClick={() => {
            onChoose(mark.item);
            onTell(mark);
          }}
          className={cx(
            "absolute grid size-6 -translate-x-1/2 -translate-y-1/2 cursor-pointer place-items-center rounded-full text-xs font-semibold tabular-nums ring-2 focus-visible:outline-offset-2",
            mark.item === chosenItem
              ? "bg-ink text-paper ring-accent"
              : "bg-accent text-accent-ink ring-raised hover:bg-accent-strong",
          )}
          style={{ left: places[index]?.left ?? mark.left, top: places[index]?.top ?? mark.top }}
        >
          {mark.place}
        </button>
      ))}
    </div>
  );
}
