/** Turns a run into the story that the lab shows: the funnel, the slate, and what became of each item of interest. */

import { videoTitle } from "@/lib/worlds/video/titles";
import { chooseOthers, createStoryteller, describeSources } from "../explain";
import { videoCard } from "./cards";
import type { Knobs } from "./knobs";
import type { VideoServing } from "./serving";
import type { ItemTrace, Recommendation } from "./trace";
import type { Pipeline, PipelineRun, Query } from "./types";

const REASONS_SHOWN = 2;
const CROSSES_SHOWN = 3;

type Because = ItemTrace["because"];

/** Watched videos that speak for `item`: strongest co-watch first, else same creator, else same topic. */
function findReasons(
  { neighbours, world: { catalogue } }: VideoServing,
  query: Query,
  item: number,
): Because {
  const coWatched: { item: number; similarity: number }[] = [];
  const related: { item: number; reason: "same-creator" | "same-topic" }[] = [];
  for (const watched of new Set(Array.from(query.history).reverse())) {
    let similarity = 0;
    // Only logged videos have neighbours.
    const end = neighbours.offsets[watched + 1] ?? 0;
    for (let n = neighbours.offsets[watched] ?? 0; n < end; n++)
      if (neighbours.items[n] === item) similarity = neighbours.similarities[n] as number;
    if (similarity > 0) coWatched.push({ item: watched, similarity });
    else if (catalogue.creator[watched] === catalogue.creator[item])
      related.push({ item: watched, reason: "same-creator" });
    else if (catalogue.topic[watched] === catalogue.topic[item])
      related.push({ item: watched, reason: "same-topic" });
  }
  coWatched.sort((a, b) => b.similarity - a.similarity);
  related.sort((a, b) => a.reason.localeCompare(b.reason));
  const reasons = [
    ...coWatched.map((entry) => ({ item: entry.item, reason: "co-watched" as const })),
    ...related,
  ];
  return reasons
    .slice(0, REASONS_SHOWN)
    .map((entry) => ({ ...entry, title: videoTitle(catalogue, entry.item) }));
}

function createTracer(serving: VideoServing, query: Query, run: PipelineRun) {
  const tell = createStoryteller(run, "retrieved", {
    ranked: run.rankedOrder,
    ruled: run.after.get("rules")?.items ?? new Int32Array(0),
    slate: run.slate,
  });
  return (item: number): ItemTrace => ({
    card: videoCard(serving, item),
    ...tell(item),
    crosses: [],
    because: findReasons(serving, query, item),
  });
}

/** The slate with its stories; the ranker tells which pairs of features it crossed. */
function traceSlate(
  pipeline: Pipeline,
  query: Query,
  knobs: Knobs,
  run: PipelineRun,
  trace: (item: number) => ItemTrace,
): ItemTrace[] {
  const ranker = run.ranked && pipeline.ranker(knobs);
  const crosses = ranker?.crosses?.(query, run.slate, CROSSES_SHOWN) ?? [];
  return Array.from(run.slate, (item, i) => ({ ...trace(item), crosses: [...(crosses[i] ?? [])] }));
}

/** What the search of the index looked at. */
function describeSearch({ index }: VideoServing, knobs: Knobs, run: PipelineRun): Recommendation["search"] {
  const scanned = run.sources.find(({ source }) => source === "two-tower")?.scanned ?? 0;
  const byLists = knobs.index === "lists";
  return {
    kind: knobs.index,
    lists: byLists ? index.lists : 0,
    probes: byLists ? Math.min(knobs.probes, index.lists) : 0,
    scanned,
  };
}

export function explainRun(
  serving: VideoServing,
  pipeline: Pipeline,
  query: Query,
  knobs: Knobs,
  run: PipelineRun,
  backend: string,
): Recommendation {
  const trace = createTracer(serving, query, run);
  const slate = traceSlate(pipeline, query, knobs, run, trace);
  const catalogueSize = serving.world.catalogue.size;
  return {
    knobs,
    catalogueSize,
    ranker: knobs.ranker,
    search: describeSearch(serving, knobs, run),
    totalMilliseconds: run.totalMilliseconds,
    steps: run.steps.map((step) =>
      step.step === "retrieve" ? { ...step, itemsIn: catalogueSize } : { ...step },
    ),
    sources: describeSources(run),
    slate,
    others: chooseOthers(run).map(trace),
    backend,
  };
}
