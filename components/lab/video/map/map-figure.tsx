"use client";

import { useMemo, useState } from "react";
import { useBoxSize } from "@/components/lab/use-box";
import { MapControls, type MapFocus } from "@/components/lab/video/map/map-controls";
import { MapDetails } from "@/components/lab/video/map/map-details";
import { MapDrawing, MapKey } from "@/components/lab/video/map/map-drawing";
import { MapMarks } from "@/components/lab/video/map/map-marks";
import { describePoint, slateOf } from "@/components/lab/video/map/map-words";
import type { DrawnMap } from "@/components/lab/video/map/use-map";
import { StatusLine } from "@/components/ui/status-line";
import { fitWindow, nearestPoint, type PixelSize, placeInWindow, zoomWindow } from "@/lib/charts/map-window";

const HOVER_REACH = 14;
const NOTHING: PixelSize = { width: 1, height: 1 };

/** The picture: dots for the catalogue, rings for candidates, diamonds for what was watched, numbers for the slate. */
export function MapFigure({ drawn, viewerLabel }: { drawn: DrawnMap; viewerLabel: string }) {
  const { map, recommendation } = drawn;
  const [ref, measured] = useBoxSize<HTMLDivElement>();
  const [focus, setFocus] = useState<MapFocus>({ kind: "all" });
  const [category, setCategory] = useState("");
  const [chosenItem, setChosenItem] = useState<number | null>(null);
  const [hoveredItem, setHoveredItem] = useState<number | null>(null);
  const [told, setTold] = useState("");

  const size = measured ?? NOTHING;
  const slate = useMemo(() => slateOf(map), [map]);
  const window = useMemo(() => {
    if (focus.kind === "own") return focus.window;
    return fitWindow(focus.kind === "slate" ? [...slate, map.user] : [...map.points, map.user], size);
  }, [focus, map, slate, size]);
  const placement = useMemo(() => placeInWindow(window, size), [window, size]);
  const viewer = useMemo(() => placement.place(map.user), [placement, map]);
  const placed = useMemo(
    () =>
      map.points
        .filter((point) => placement.shows(point, 6))
        .map((point) => ({ ...point, ...placement.place(point) })),
    [map, placement],
  );
  const shownItem = hoveredItem ?? chosenItem;
  const shown = map.points.find((point) => point.item === shownItem) ?? null;
  const chosen = map.points.find((point) => point.item === chosenItem);

  function hover(event: React.PointerEvent<HTMLDivElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    const place = { left: event.clientX - box.left, top: event.clientY - box.top };
    setHoveredItem(nearestPoint(placed, place, HOVER_REACH)?.item ?? null);
  }
  return (
    <figure className="m-0 grid grid-cols-[minmax(0,1fr)] gap-3">
      <MapControls
        focus={focus}
        onFocus={setFocus}
        onZoom={(factor) => setFocus({ kind: "own", window: zoomWindow(window, factor, chosen ?? map.user) })}
        categories={[...new Set(map.points.map((point) => point.category))].sort()}
        category={category}
        onCategory={setCategory}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-5 gap-y-3 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div
          ref={ref}
          className="relative h-[22rem] overflow-hidden rounded-lg border border-line bg-raised sm:h-[28rem]"
          onPointerMove={hover}
          onPointerLeave={() => setHoveredItem(null)}
        >
          {measured && (
            <>
              <MapDrawing
                placed={placed}
                size={size}
                viewer={viewer}
                category={category}
                shownItem={shownItem}
              />
              <MapMarks
                marks={placed.filter((point) => point.role === "slate")}
                size={size}
                viewer={viewer}
                chosenItem={chosenItem}
                onChoose={setChosenItem}
                onTell={(point) => setTold(describePoint(point, map, recommendation))}
              />
            </>
          )}
        </div>
        <figcaption className="grid content-start gap-4 text-sm">
          <MapKey map={map} category={category} viewerLabel={viewerLabel} />
          <MapDetails point={shown} drawn={drawn} />
        </figcaption>
      </div>
      <StatusLine hidden>{told}</StatusLine>
    </figure>
  );
}
