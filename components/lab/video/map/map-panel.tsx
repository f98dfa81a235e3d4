"use client";

import { TaskStatus } from "@/components/lab/task-status";
import { useIsOnScreen } from "@/components/lab/use-box";
import { MapFigure } from "@/components/lab/video/map/map-figure";
import { MapTable } from "@/components/lab/video/map/map-table";
import { describeMisfit, describePlane } from "@/components/lab/video/map/map-words";
import { useMap } from "@/components/lab/video/map/use-map";
import type { VideoLabStore } from "@/components/lab/video/video-store";
import type { VideoLabView } from "@/components/lab/video/video-view";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** Where viewer, candidates and slate lie among the vectors of the catalogue. Follows the slate while it is on the screen. */
export function MapPanel({ lab, view }: { lab: VideoLabStore; view: VideoLabView }) {
  const [ref, isOnScreen] = useIsOnScreen<HTMLDivElement>();
  const task = useMap(lab, view, isOnScreen);
  const draw = () => (view.phase === "live" ? task.start() : void lab.run());
  const drawn = task.result;
  const dimensions = view.card.embeddingSize;
  const isWaiting = task.isBusy || view.phase === "starting";
  const drawButton = (
    <Button variant="primary" onClick={draw} {...(isWaiting && { busyLabel: "Drawing…" })}>
      Draw the map
    </Button>
  );
  return (
    <div ref={ref} className="grid min-h-40 grid-cols-[minmax(0,1fr)] content-start gap-4">
      {drawn ? (
        <>
          <p className="max-w-3xl text-sm text-ink-2 tabular-nums">
            {describePlane(drawn.map, dimensions)}{" "}
            {describeMisfit(drawn.map, drawn.recommendation, dimensions)}
          </p>
          <MapFigure drawn={drawn} viewerLabel={view.user.label} />
          <MapTable drawn={drawn} />
        </>
      ) : (
        <EmptyState title="The catalogue as the two-tower sees it" action={drawButton}>
          Videos that are watched by the same people lie close together, and the viewer lies among them. The
          map needs the models: the button starts them here, in your browser.
        </EmptyState>
      )}
      <TaskStatus
        task={task}
        activity="Drawing the map"
        done={drawn ? "The map shows the present slate." : ""}
      />
      {drawn && task.error && <div>{drawButton}</div>}
    </div>
  );
}
