/** The same request, or the same requests of a day, with other knobs: what each change is worth in clicks and money. */
import { adTitle } from "@/lib/worlds/ads/titles";
import type { Checkpoint } from "../types";
import { spreadRequests } from "./day-requests";
import type { AdKnobs } from "./knobs";
import { createAdQuery, runAdPipeline } from "./pipeline";
import type { AdServing } from "./serving";
import type { AdEffect, AdRequestEdits } from "./trace";
import { judgeRun } from "./truth-of-request";
import type { AdPipeline } from "./types";

export type AdVariant = { readonly id: string; readonly knobs: AdKnobs };
/** A request of the day, as it was or changed. */
export type AskedRequest = { readonly number: number; readonly edits?: AdRequestEdits };
export const BASE_VARIANT = "base";

function effectOf(
  serving: AdServing,
  pipeline: AdPipeline,
  { number, edits }: AskedRequest,
  { id, knobs }: AdVariant,
): AdEffect {
  const query = createAdQuery(serving, number, knobs, edits);
  const run = runAdPipeline(pipeline, query, knobs);
  const { predictedRevenue, expectedRevenue, expectedClicks } = judgeRun(serving, query, run);
  const winners = Array.from(run.slate);
  return {
    id,
    winners,
    titles: winners.map((ad) => adTitle(serving.world.catalogue, ad)),
    kept: 0,
    eligible: run.steps.find(({ step }) => step === "filter")?.itemsOut ?? 0,
    predictedRevenue,
    expectedRevenue,
    expectedClicks: 1000 * expectedClicks,
    milliseconds: run.totalMilliseconds,
  };
}

/** The first entry is the request itself. */
export async function compareAdVariants(
  serving: AdServing,
  pipeline: AdPipeline,
  asked: AskedRequest,
  knobs: AdKnobs,
  variants: readonly AdVariant[],
  checkpoint: Checkpoint,
): Promise<AdEffect[]> {
  const effects: AdEffect[] = [];
  for (const variant of [{ id: BASE_VARIANT, knobs }, ...variants]) {
    const effect = effectOf(serving, pipeline, asked, variant);
    const base = effects[0] ?? effect;
    effects.push({ ...effect, kept: effect.winners.filter((ad) => base.winners.includes(ad)).length });
    await checkpoint();
  }
  return effects;
}

/** Means over requests of the day; `kept` is the mean number of winners shared with the base. */
export async function compareAdDay(
  serving: AdServing,
  pipeline: AdPipeline,
  requests: number,
  knobs: AdKnobs,
  variants: readonly AdVariant[],
  checkpoint: Checkpoint,
  onProgress: (fraction: number) => void,
): Promise<Omit<AdEffect, "winners" | "titles">[]> {
  const numbers = spreadRequests(serving.requests, requests);
  const sums = new Map<string, Omit<AdEffect, "winners" | "titles">>();
  for (const [i, number] of numbers.entries()) {
    for (const effect of await compareAdVariants(
      serving,
      pipeline,
      { number },
      knobs,
      variants,
      checkpoint,
    )) {
      const { winners: _, titles: __, id, ...amounts } = effect;
      const before = sums.get(id);
      const share = 1 / numbers.length;
      const add = (name: keyof typeof amounts) => (before?.[name] ?? 0) + amounts[name] * share;
      sums.set(id, {
        id,
        kept: add("kept"),
        eligible: add("eligible"),
        predictedRevenue: add("predictedRevenue"),
        expectedRevenue: add("expectedRevenue"),
        expectedClicks: add("expectedClicks"),
        milliseconds: add("milliseconds"),
      });
    }
    onProgress((i + 1) / numbers.length);
  }
  return [...sums.values()];
}
