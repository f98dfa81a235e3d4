/**
 * What a change of the knobs does to one request: the slate of each variant in numbers, against the slate as it is.
 * The simulator's own expectation is among them, since only it can tell whether a change was good.
 */
import { intraListDiversity } from "@/lib/evaluation/ranking";
import { expectedSlateWatch } from "@/lib/worlds/video/behaviour";
import { isBlocked } from "@/lib/worlds/video/logging-policy";
import { videoTitle } from "@/lib/worlds/video/titles";
import { POLICY_ALLOWED } from "@/lib/worlds/video/types";
import { runPipeline } from "../run";
import type { Checkpoint } from "../types";
import type { Knobs } from "./knobs";
import type { VideoServing } from "./serving";
import type { SlateEffect } from "./trace";
import type { Pipeline, Query } from "./types";

export type Variant = { readonly id: string; readonly knobs: Knobs };
export const BASE_VARIANT = "base";

/** Already watched, withheld by policy, or blocked in the user's region: what a filter should have removed. */
function countViolations({ world: { catalogue } }: VideoServing, query: Query, slate: readonly number[]) {
  const seen = new Set(query.history);
  return slate.filter(
    (item) =>
      seen.has(item) || catalogue.policy[item] !== POLICY_ALLOWED || isBlocked(catalogue, item, query.region),
  ).length;
}

function describeEffect(
  serving: VideoServing,
  query: Query,
  { id, knobs }: Variant,
  slate: readonly number[],
  base: ReadonlySet<number>,
  milliseconds: number,
): SlateEffect {
  const { world, index, day } = serving;
  const { catalogue } = world;
  const distinct = (column: ArrayLike<number>) => new Set(slate.map((item) => column[item])).size;
  return {
    id,
    slate: [...slate],
    titles: slate.map((item) => videoTitle(catalogue, item)),
    kept: slate.filter((item) => base.has(item)).length,
    expectedWatch: query.userId === null ? null : expectedSlateWatch(world, query.userId, slate, day),
    diversity: intraListDiversity(slate, (a, b) => 1 - index.cosine(a, b)),
    topics: distinct(catalogue.topic),
    creators: distinct(catalogue.creator),
    freshItems: slate.filter((item) => day - (catalogue.uploadDay[item] as number) <= knobs.freshDays).length,
    unloggedItems: slate.filter((item) => item >= catalogue.loggedSize).length,
    duplicates: slate.length - distinct(catalogue.fingerprint),
    violations: countViolations(serving, query, slate),
    milliseconds,
  };
}

/** The request itself (id "base") and then each variant, in order. */
export async function compareVariants(
  serving: VideoServing,
  pipeline: Pipeline,
  query: Query,
  knobs: Knobs,
  variants: readonly Variant[],
  checkpoint: Checkpoint,
): Promise<SlateEffect[]> {
  const effects: SlateEffect[] = [];
  let base: ReadonlySet<number> | null = null;
  for (const variant of [{ id: BASE_VARIANT, knobs }, ...variants]) {
    const run = runPipeline(pipeline, query, variant.knobs);
    const slate = Array.from(run.slate);
    base ??= new Set(slate);
    effects.push(describeEffect(serving, query, variant, slate, base, run.totalMilliseconds));
    await checkpoint();
  }
  return effects;
}
