import { type MapPoint, nearestOnMap, similarityOf } from "@/components/lab/video/map/map-words";
import type { DrawnMap } from "@/components/lab/video/map/use-map";

const ROLES: Record<MapPoint["role"], string> = {
  slate: "In the slate",
  history: "Watched",
  candidate: "Candidate",
  catalogue: "From the catalogue",
};

/** The video under the pointer or in focus. Keeps its height, so that nothing jumps while the pointer wanders. */
export function MapDetails({ point, drawn }: { point: MapPoint | null; drawn: DrawnMap }) {
  if (!point)
    return (
      <p className="min-h-36 border-t border-line pt-3 text-ink-2">
        Point at a video, or reach the numbers with Tab and the arrow keys. Enter reads one aloud to a screen
        reader.
      </p>
    );
  const similarity = similarityOf(drawn.recommendation, point.item);
  const watched = drawn.map.points.filter((other) => other.role === "history" && other.item !== point.item);
  const nearest = nearestOnMap(point, watched);
  return (
    <dl className="grid min-h-36 content-start gap-1 border-t border-line pt-3 [&_dd]:m-0 [&_dt]:text-xs [&_dt]:text-ink-2">
      <dt>
        {ROLES[point.role]}
        {point.place !== null && `, place ${point.place}`}
      </dt>
      <dd className="leading-snug font-medium">{point.title}</dd>
      <dd className="text-ink-2">
        {point.category}, {point.topic}
      </dd>
      {point.role !== "history" && point.role !== "catalogue" && (
        <dd className="tabular-nums">
          {similarity === null
            ? "Not among the two-tower’s best"
            : `Similarity to the viewer ${similarity.toFixed(2)}, in all dimensions`}
        </dd>
      )}
      {nearest && <dd className="text-ink-2">Nearest watched on the map: {nearest.title}</dd>}
    </dl>
  );
}
