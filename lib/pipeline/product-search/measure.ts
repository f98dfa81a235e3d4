/** True quality of every stage on held-out queries, by slice, with bootstrap intervals over queries. */
import { createRandom, type Random } from "@/lib/random";
import { runPipeline } from "../run";
import { pairedBootstrap } from "../search/bootstrap";
import type { Checkpoint } from "../types";
import { sliceOf } from "./cards";
import { type StageLists, stageLists } from "./explain";
import type { SearchKnobs } from "./knobs";
import { MEASURED_STAGES, type SearchMetrics } from "./measures";
import { QUERY_SLICES } from "./names";
import { type ListQuality, listQuality, testTruths } from "./quality";
import type { SearchServing } from "./serving";
import type { Pipeline } from "./types";

const DRAWS = 1_000;

export type StageQualities = Record<keyof StageLists, ListQuality>;
type Measured = { readonly query: number; readonly stages: StageQualities };
export type MeasureHooks = { readonly checkpoint: Checkpoint; onProgress(fraction: number): void };

async function measureQueries(
  { scene: { world } }: SearchServing,
  pipeline: Pipeline,
  knobs: SearchKnobs,
  queries: number,
  { checkpoint, onProgress }: MeasureHooks,
): Promise<Measured[]> {
  const truths = testTruths(world, queries);
  const measured: Measured[] = [];
  for (const truth of truths) {
    const { query } = truth;
    const run = runPipeline(
      pipeline,
      { text: world.queries.text[query] as string, queryId: query, prepared: null },
      knobs,
    );
    const lists = stageLists(run);
    const stages = Object.fromEntries(
      MEASURED_STAGES.map((stage) => [stage, listQuality(world, truth, lists[stage])]),
    ) as StageQualities;
    measured.push({ query, stages });
    if (measured.length % 10 > 0) continue;
    onProgress(measured.length / truths.length);
    await checkpoint();
  }
  return measured;
}

/** Mean with its 95 % interval: a bootstrap of the values against nothing. */
const bootstrapMean = (values: readonly number[], random: Random) =>
  pairedBootstrap(
    values.map(() => 0),
    values,
    random,
    DRAWS,
  );

function summarise(measured: readonly Measured[], random: Random): SearchMetrics["stages"] {
  return MEASURED_STAGES.map((stage) => {
    const of = (key: keyof ListQuality) =>
      bootstrapMean(
        measured.map(({ stages }) => stages[stage][key]),
        random,
      );
    return { stage, ndcg10: of("ndcg10"), mrr10: of("mrr10"), recall100: of("recall100") };
  });
}

/** @throws what the checkpoint throws. */
export async function measureSearch(
  serving: SearchServing,
  pipeline: Pipeline,
  knobs: SearchKnobs,
  queries: number,
  hooks: MeasureHooks,
): Promise<SearchMetrics> {
  const { scene } = serving;
  const measured = await measureQueries(serving, pipeline, knobs, queries, hooks);
  const random = createRandom(1).fork("bootstrap");
  const { nameVariant } = scene.world.truth.intents;
  const otherWords = measured.filter(({ query }) => (nameVariant[query] as number) > 0);
  return {
    queries: measured.length,
    stages: summarise(measured, random),
    slices: QUERY_SLICES.map((slice) => {
      const inSlice = measured.filter(({ query }) => sliceOf(scene, query) === slice);
      return { slice, queries: inSlice.length, stages: summarise(inSlice, random) };
    }),
    gain: pairedBootstrap(
      measured.map(({ stages }) => stages.bm25.ndcg10),
      measured.map(({ stages }) => stages.reranked.ndcg10),
      random,
      DRAWS,
    ),
    synonymQueries: { queries: otherWords.length, stages: summarise(otherWords, random) },
  };
}
