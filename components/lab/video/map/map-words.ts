/** What the map says in words, from its own numbers. */
import { formatShare } from "@/components/lab/format";
import type { PlanePoint } from "@/lib/charts/map-window";
import type { Recommendation, SliceOfMap } from "@/lib/pipeline/video/trace";

export type MapPoint = SliceOfMap["points"][number];

export const mapDistance = (a: PlanePoint, b: PlanePoint): number => Math.hypot(a.x - b.x, a.y - b.y);

/** The point of a list that lies nearest on the map; null for an empty list. */
export function nearestOnMap<Point extends PlanePoint>(
  to: PlanePoint,
  points: readonly Point[],
): Point | null {
  return points.reduce<Point | null>(
    (best, point) => (best === null || mapDistance(to, point) < mapDistance(to, best) ? point : best),
    null,
  );
}

/** Best first. */
export function slateOf({ points }: SliceOfMap): MapPoint[] {
  return points
    .filter((point) => point.role === "slate")
    .sort((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity));
}

/** The two-tower's own score of a video, in all dimensions; null when another source brought it. */
export function similarityOf(recommendation: Recommendation, item: number): number | null {
  const trace = [...recommendation.slate, ...recommendation.others].find((one) => one.card.item === item);
  return trace?.sources.find(({ source }) => source === "two-tower")?.score ?? null;
}

export function describePlane({ explained }: SliceOfMap, dimensions: number): string {
  const [across, up] = explained;
  const rest = Math.max(0, 1 - across - up);
  return `Every video is ${dimensions} numbers. Of their variance, ${formatShare(across)} lies along the map’s width and ${formatShare(up)} along its height; ${formatShare(rest)} is not in the picture. Flattening only brings points closer: what lies far apart here is far apart, but what touches here need not be alike.`;
}

/** An example of what the plane hides: where the video most like the viewer lies. "" when there is nothing to compare. */
export function describeMisfit(map: SliceOfMap, recommendation: Recommendation, dimensions: number): string {
  const known = slateOf(map).flatMap((point) => {
    const similarity = similarityOf(recommendation, point.item);
    return similarity === null ? [] : [{ point, similarity }];
  });
  const best = known.toSorted((a, b) => b.similarity - a.similarity)[0];
  if (!best || known.length < 3) return "";
  const closer = known.filter(
    ({ point }) => mapDistance(point, map.user) < mapDistance(best.point, map.user),
  ).length;
  const where = closer === 0 ? "also the nearest" : `the ${ordinal(closer + 1)} nearest`;
  return `By all ${dimensions} numbers, video ${best.point.place ?? ""} is the one most like what the viewer watches; on the map it is ${where} of the ${known.length} that the two-tower brought to the slate.`;
}

/** "2nd", "3rd", "11th". */
export function ordinal(place: number): string {
  const ending = { one: "st", two: "nd", few: "rd" } as Partial<Record<Intl.LDMLPluralRule, string>>;
  return `${place}${ending[new Intl.PluralRules("en", { type: "ordinal" }).select(place)] ?? "th"}`;
}

/** One video of the slate, whole, for somebody who does not see the map. */
export function describePoint(point: MapPoint, map: SliceOfMap, recommendation: Recommendation): string {
  const similarity = similarityOf(recommendation, point.item);
  const watched = nearestOnMap(
    point,
    map.points.filter((other) => other.role === "history"),
  );
  return [
    `${point.place === null ? "" : `${point.place}. `}${point.title}.`,
    `${point.category}, ${point.topic}.`,
    similarity === null
      ? "Not brought by the two-tower."
      : `Similarity to the viewer ${similarity.toFixed(2)}.`,
    watched ? `Of what was watched, “${watched.title}” lies nearest on the map.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}
