/** A recommendation as the stages of a picture: the six steps, or the three stages that people talk about. */
import { formatCount } from "@/components/lab/format";
import type { FunnelStage } from "@/lib/charts/funnel-layout";
import type { DropReason, SourceName, StepName } from "@/lib/pipeline/video/names";
import type { Recommendation, StepTrace } from "@/lib/pipeline/video/trace";

export const STEP_LABELS: Record<StepName, string> = {
  retrieve: "Retrieve",
  merge: "Merge",
  filter: "Filter",
  rank: "Rank",
  rules: "Rules",
  diversify: "Diversify",
};

export const SOURCE_LABELS: Record<SourceName, string> = {
  "two-tower": "Two-tower",
  "item-to-item": "Item-to-item",
  subscriptions: "Subscriptions",
  fresh: "Fresh uploads",
  popularity: "Popularity",
  exploration: "Exploration",
};

export const DROP_LABELS: Record<DropReason, string> = {
  seen: "already watched",
  policy: "withheld by policy",
  region: "blocked in the viewer’s region",
  language: "another language",
  "below-rank-limit": "below the rank limit",
  duplicate: "a copy of a video above",
  "creator-cap": "creator has enough above",
  "below-slate": "below the slate",
};

const GROUPS: ReadonlyArray<{ id: string; label: string; steps: readonly StepName[] }> = [
  { id: "retrieve", label: "Retrieve", steps: ["retrieve", "merge", "filter"] },
  { id: "rank", label: "Rank", steps: ["rank"] },
  { id: "rerank", label: "Re-rank", steps: ["rules", "diversify"] },
];

export function stepStages(recommendation: Recommendation): FunnelStage[] {
  return recommendation.steps.map(({ step, itemsIn, itemsOut, milliseconds }) => ({
    id: step,
    label: STEP_LABELS[step],
    itemsIn,
    itemsOut,
    milliseconds,
  }));
}

export function groupedStages(steps: readonly StepTrace[]): FunnelStage[] {
  return GROUPS.flatMap(({ id, label, steps: names }) => {
    const members = steps.filter(({ step }) => names.includes(step));
    const [first, last] = [members[0], members[members.length - 1]];
    if (!first || !last) return [];
    const milliseconds = members.reduce((sum, step) => sum + step.milliseconds, 0);
    return [{ id, label, itemsIn: first.itemsIn, itemsOut: last.itemsOut, milliseconds }];
  });
}

/** "61 already watched, 8 withheld by policy"; in words too when nothing left or the step has no reasons of its own. */
export function describeDrops({ step, itemsIn, itemsOut, drops, wasSkipped }: StepTrace): string {
  if (wasSkipped) return "switched off";
  if (step === "retrieve") return "all that no source brought";
  if (step === "merge") return `${formatCount(itemsIn - itemsOut)} brought twice or more`;
  const reasons = Object.entries(drops)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => `${formatCount(count)} ${DROP_LABELS[reason as DropReason]}`);
  return reasons.join(", ") || "nothing";
}

/** Bands get stronger as the items get fewer. */
export function bandOpacity(index: number, count: number): number {
  return 0.16 + (0.74 * index) / Math.max(1, count - 1);
}

/** Sum over the steps, which is what the picture shows. */
export function stepsMilliseconds({ steps }: Pick<Recommendation, "steps">): number {
  return steps.reduce((sum, step) => sum + step.milliseconds, 0);
}
