/** What to practise next: the three places in the framework where the most expected weight was lost. */
import { STAGE_INFO, type Stage } from "@/lib/framework/stages";
import type { Report, ReportPoint } from "./schema";

const MOST = 3;
/** Below this a gap is not worth a study session. */
const LEAST_LOSS = 0.75;

const lossOf = (point: ReportPoint): number => point.weight * (1 - point.credit);

function reasonFor(points: readonly ReportPoint[]): string {
  const open = points.filter((point) => point.credit < 0.5);
  const first = [...(open.length > 0 ? open : points)].sort((a, b) => lossOf(b) - lossOf(a))[0];
  const more = open.length - 1;
  return `${first?.text ?? ""}${more > 0 ? ` And ${more} more ${more === 1 ? "point" : "points"} there.` : ""}`;
}

export type LostPlace = { href: string; stage: Stage; points: ReportPoint[]; loss: number };

/** The chapter headings under which expected weight was lost, the most first. */
export function lostPlaces(points: readonly ReportPoint[]): LostPlace[] {
  const byPlace = new Map<string, ReportPoint[]>();
  for (const point of points.filter(({ isExpected }) => isExpected)) {
    byPlace.set(point.chapter, [...(byPlace.get(point.chapter) ?? []), point]);
  }
  return [...byPlace.entries()]
    .map(([href, group]) => ({
      href,
      stage: group[0]?.stage ?? "clarify",
      points: group,
      loss: group.reduce((sum, point) => sum + lossOf(point), 0),
    }))
    .sort((a, b) => b.loss - a.loss || a.href.localeCompare(b.href));
}

/** @param headings title of each heading by its address (/framework/data#labels) */
export function nextSteps(
  points: readonly ReportPoint[],
  headings: ReadonlyMap<string, string>,
): Report["nextSteps"] {
  return lostPlaces(points)
    .filter(({ loss }) => loss >= LEAST_LOSS)
    .slice(0, MOST)
    .map(({ href, stage, points: group }) => {
      return { href, title: headings.get(href) ?? STAGE_INFO[stage].title, reason: reasonFor(group) };
    });
}
