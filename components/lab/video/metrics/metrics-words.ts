/** What the offline metrics can and cannot tell, in sentences made from their numbers. */

import { formatCount, formatShare } from "@/components/lab/format";
import type { VideoLabView } from "@/components/lab/video/video-view";
import type { OfflineMetrics } from "@/lib/pipeline/video/trace";

export const SYSTEMS = [
  ["popularity", "Popularity for everyone"],
  ["itemToItem", "Item-to-item alone"],
  ["twoTower", "Two-tower alone"],
  ["ranked", "All sources, ranked"],
  ["pipeline", "The whole pipeline, re-ranked"],
] as const;
export type SystemName = (typeof SYSTEMS)[number][0];

/** The system that is best by a metric. */
export function bestBy(
  metrics: OfflineMetrics,
  key: keyof OfflineMetrics["pipeline"],
): (typeof SYSTEMS)[number] {
  return SYSTEMS.reduce((best, one) => (metrics[one[0]][key] > metrics[best[0]][key] ? one : best));
}

export function describeLog(metrics: OfflineMetrics): string {
  return `By the log: NDCG, recall and hits count what people watched among what the old recommender showed them, so they favour whoever imitates it; ${formatShare(metrics.candidateRecall)} of the held-out watches are among all candidates, and the ranker cannot do better than that.`;
}

/** Says when log and truth disagree about the best system: that is what the last column is for. */
export function describeTruth(metrics: OfflineMetrics): string {
  const [byLog, byTruth] = [bestBy(metrics, "ndcgAt10"), bestBy(metrics, "expectedWatch")];
  const truth =
    "By the truth: the simulator, which no model sees, says how many videos of a slate would be watched, each counted by its watched share.";
  if (byLog[0] === byTruth[0]) return `${truth} Here both name the same winner: ${lower(byLog[1])}.`;
  return `${truth} The two disagree: the log prefers ${lower(byLog[1])}, and the truth ${lower(byTruth[1])}, with ${metrics[byTruth[0]].expectedWatch.toFixed(2)} against ${metrics[byLog[0]].expectedWatch.toFixed(2)} watches a slate.`;
}

const lower = (label: string) => label.charAt(0).toLowerCase() + label.slice(1);

/** How much of the catalogue the log can say anything about; "" when it knows all of it. */
export function describeUnlogged(items: number, loggedItems: number): string {
  if (items <= loggedItems) return "";
  return `Of the ${formatCount(items)} videos, the log knows ${formatCount(loggedItems)}, ${formatShare(loggedItems / items)}. The other ${formatCount(items - loggedItems)} have never been shown to anybody: each that enters a slate counts as a miss in the log, however good it is. Only the truth can tell whether a slate with such videos is worse.`;
}

/** What the whole catalogue does to the two kinds of metrics, against the logged videos alone. */
export function describeGrowth({ metrics, loggedMetrics }: VideoLabView["card"]): string {
  const [all, logged] = [metrics.pipeline, loggedMetrics.pipeline];
  return `From the logged videos alone to all of them, the whole pipeline goes from ${logged.ndcgAt10.toFixed(3)} to ${all.ndcgAt10.toFixed(3)} in NDCG@10 by the log, and from ${logged.expectedWatch.toFixed(2)} to ${all.expectedWatch.toFixed(2)} watches a slate by the truth.`;
}

/** "Measured here just now: 500 viewers, …"; says when it was measured with other knobs than the present ones. */
export function describeSource({ measured, card }: VideoLabView, isOfNow: boolean): string {
  const metrics = measured?.metrics ?? card.metrics;
  const who = `${formatCount(metrics.users)} viewers, their watches of the last ${metrics.heldOutDays} days held out`;
  if (!measured) return `As shipped, with ${formatCount(card.world.items)} videos: ${who}`;
  return `${isOfNow ? "Measured here with these knobs" : "Measured here with other knobs, models or videos than the present ones"}: ${who}`;
}
