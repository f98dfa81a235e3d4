/** Speed of each step over requests of the day. */
import type { Checkpoint } from "../types";
import { summariseTimes, type Timing } from "../workers/timing";
import { spreadRequests } from "./day-requests";
import type { AdKnobs } from "./knobs";
import { createAdQuery, runAdPipeline } from "./pipeline";
import type { AdServing } from "./serving";
import type { AdTiming } from "./study-schemas";
import type { AdPipeline } from "./types";

const WARM_UP = 10;
const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Times include making the query: who the user is, and how the budgets stand. */
export async function measureAdFunnel(
  serving: AdServing,
  pipeline: AdPipeline,
  requests: number,
  eligible: number,
  knobs: AdKnobs,
  checkpoint: Checkpoint,
): Promise<AdTiming> {
  const asked = { ...knobs, candidates: { ...knobs.candidates, targeting: eligible } };
  const steps = new Map<string, number[]>();
  const totals: number[] = [];
  const counts = { eligible: [] as number[], ranked: [] as number[] };
  const numbers = spreadRequests(serving.requests, requests);
  for (const [i, number] of [...numbers.slice(0, WARM_UP), ...numbers].entries()) {
    const start = performance.now();
    const query = createAdQuery(serving, number, asked);
    const run = runAdPipeline(pipeline, query, asked);
    const total = performance.now() - start;
    await checkpoint();
    if (i < Math.min(WARM_UP, numbers.length)) continue;
    totals.push(total);
    for (const { step, milliseconds, itemsIn, itemsOut } of run.steps) {
      steps.set(step, [...(steps.get(step) ?? []), milliseconds]);
      if (step === "filter") counts.eligible.push(itemsOut);
      if (step === "rank") counts.ranked.push(itemsIn);
    }
  }
  const timings: Record<string, Timing> = {};
  for (const [step, times] of steps) timings[step] = summariseTimes(times);
  return {
    requests: numbers.length,
    eligible: middle(counts.eligible),
    ranked: middle(counts.ranked),
    steps: timings,
    total: summariseTimes(totals),
  };
}
