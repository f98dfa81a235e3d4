/** Turns a run into the story that the lab shows: the funnel, the slate, and what became of each item of interest. */

import { videoTitle } from "@/lib/worlds/video/titles";
import { videoCard } from "./cards";
import type { Knobs } from "./knobs";
import { SOURCE_NAMES } from "./names";
import type { VideoServing } from "./serving";
import type { ItemTrace, Recommendation } from "./trace";
import type { Pipeline, PipelineRun, Query } from "./types";

const OTHERS_BY_RANK = 60;
const OTHERS_PER_FILTER = 12;
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

/** 1-based positions of items in a list. */
const positions = (items: Int32Array) => new Map(Array.from(items, (item, i) => [item, i + 1]));

function createTracer(serving: VideoServing, query: Query, run: PipelineRun) {
  const retrievedAt = positions(run.merged.items);
  const rankedAt = positions(run.rankedOrder);
  const ruledAt = positions(run.after.get("rules")?.items ?? new Int32Array(0));
  const slateAt = positions(run.slate);
  const headRow = new Map(Array.from(run.ranked?.items ?? [], (item, i) => [item, i]));
  const width = SOURCE_NAMES.length;

  function headsOf(item: number): ItemTrace["heads"] {
    const row = headRow.get(item);
    if (!run.ranked || row === undefined) return null;
    const { click, watch, like, hide } = run.ranked.heads;
    return {
      click: click[row] as number,
      watch: watch[row] as number,
      like: like[row] as number,
      hide: hide[row] as number,
    };
  }

  return (item: number): ItemTrace => {
    const row = (retrievedAt.get(item) ?? 1) - 1;
    const ranked = rankedAt.get(item) ?? null;
    return {
      card: videoCard(serving, item),
      sources: SOURCE_NAMES.flatMap((source, s) => {
        const rank = run.merged.sourceRanks[row * width + s] as number;
        return rank > 0 ? [{ source, rank, score: run.merged.sourceScores[row * width + s] as number }] : [];
      }),
      heads: headsOf(item),
      score: ranked === null ? null : (run.rankedScores[ranked - 1] as number),
      crosses: [],
      position: {
        retrieved: row + 1,
        ranked,
        ruled: ruledAt.get(item) ?? null,
        slate: slateAt.get(item) ?? null,
      },
      moves: run.moves.flatMap(({ item: moved, step, from, to, reason }) =>
        moved === item ? [{ step, from, to, reason }] : [],
      ),
      left: run.left.get(item) ?? null,
      because: findReasons(serving, query, item),
    };
  };
}

/** The best ranked that are not in the slate, then the first few that each filter removed. */
function chooseOthers(run: PipelineRun): number[] {
  const inSlate = new Set(run.slate);
  const ranked = Array.from(run.rankedOrder)
    .filter((item) => !inSlate.has(item))
    .slice(0, OTHERS_BY_RANK);
  const perReason = new Map<string, number>();
  const filtered: number[] = [];
  for (const [item, { step, reason }] of run.left) {
    const count = perReason.get(reason) ?? 0;
    if (step !== "filter" || count >= OTHERS_PER_FILTER) continue;
    perReason.set(reason, count + 1);
    filtered.push(item);
  }
  return [...ranked, ...filtered];
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
  const masks = Array.from(run.merged.sourceMasks);
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
    sources: run.sources.map(({ source, asked, returned, milliseconds }) => ({
      source,
      asked,
      returned,
      milliseconds,
      onlyHere: masks.filter((mask) => mask === 1 << SOURCE_NAMES.indexOf(source)).length,
      inSlate: slate.filter((item) => item.sources.some((entry) => entry.source === source)).length,
    })),
    slate,
    others: chooseOthers(run).map(trace),
    backend,
  };
}
