import { Plus } from "lucide-react";
import type { KeyboardEvent, PointerEvent } from "react";
import { cx } from "@/components/ui/cx";
import { cellPaths } from "@/lib/charts/cell-layout";
import { dotPath, ringPath } from "@/lib/charts/map-window";
import type { InvertedLists, ListSearch } from "@/lib/evaluation/inverted-lists";

const SIZE = 320;
const KEY_STEP = 0.02;

export type Place = { x: number; y: number };

/** Points, cells and a query that can be dragged or moved by the arrow keys. */
export function PlanePicture({
  index,
  search,
  query,
  onMove,
  description,
}: {
  index: InvertedLists;
  search: ListSearch;
  query: Place;
  onMove: (place: Place) => void;
  description: string;
}) {
  const sites = index.lists.map((_, cell) => ({
    x: index.centroids[cell * 2] ?? 0,
    y: index.centroids[cell * 2 + 1] ?? 0,
  }));
  const pixel = (row: number) => ({
    left: round((index.rows[row * 2] ?? 0) * SIZE),
    top: round((1 - (index.rows[row * 2 + 1] ?? 0)) * SIZE),
  });
  const isFound = new Set(search.found);
  const found = search.exact.filter((row) => isFound.has(row)).map(pixel);
  const missed = search.exact.filter((row) => !isFound.has(row)).map(pixel);
  const probed = new Set(search.probed);

  function follow(event: PointerEvent<SVGSVGElement>) {
    if (event.type === "pointermove" && event.buttons === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    onMove({
      x: inUnit((event.clientX - box.left) / box.width),
      y: inUnit(1 - (event.clientY - box.top) / box.height),
    });
  }
  function step(event: KeyboardEvent) {
    const move = MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    onMove({ x: inUnit(query.x + move[0] * KEY_STEP), y: inUnit(query.y + move[1] * KEY_STEP) });
  }
  return (
    <div className="relative mx-auto w-full max-w-96">
      <svg
        role="img"
        aria-label={description}
        viewBox={`0 0 ${SIZE} ${SIZE}`}
        onPointerDown={follow}
        onPointerMove={follow}
        className="block aspect-square w-full cursor-crosshair touch-pan-y border border-line"
      >
        {cellPaths(sites, SIZE).map((path, cell) => (
          <path
            key={path}
            d={path}
            className={cx("stroke-line-strong", probed.has(cell) ? "fill-accent-soft" : "fill-paper")}
            strokeWidth={0.8}
          />
        ))}
        <path
          d={dotPath([...index.membership.keys()].map(pixel))}
          className="stroke-ink-2"
          strokeWidth={3}
          strokeLinecap="round"
          opacity={0.55}
        />
        <path d={dotPath(found)} stroke="var(--series-1)" strokeWidth={8} strokeLinecap="round" />
        <path d={ringPath(missed, 4.5)} stroke="var(--series-2)" strokeWidth={2.4} fill="none" />
      </svg>
      {/* For the keyboard; the hand drags on the drawing itself. */}
      <button
        type="button"
        aria-label={`The query, ${query.x} across and ${query.y} up. Arrow keys move it.`}
        onKeyDown={step}
        className="pointer-events-none absolute grid size-7 -translate-x-1/2 -translate-y-1/2 place-items-center rounded-full text-ink"
        style={{ left: `${round(query.x * 100)}%`, top: `${round((1 - query.y) * 100)}%` }}
      >
        <Plus size={22} strokeWidth={3} aria-hidden />
      </button>
    </div>
  );
}

const MOVES: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

const inUnit = (value: number) => round(Math.min(1, Math.max(0, value)));
const round = (value: number) => Math.round(value * 100) / 100;
