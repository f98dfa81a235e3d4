/**
 * Turns a run of any world into the stories that a lab shows: what became of each item, what each source brought, and
 * which items beside the slate are of interest. A world adds its cards and what else it tells.
 */
import type { PipelineRun, PipelineShape, ReasonOf, StepOf } from "./types";

const OTHERS_BY_RANK = 60;
const OTHERS_PER_REASON = 12;

/** 1-based positions of items in a list. */
const positions = (items: Int32Array) => new Map(Array.from(items, (item, i) => [item, i + 1]));

export type ItemStory<Shape extends PipelineShape, First extends string, Later extends string> = {
  sources: { source: Shape["source"]; rank: number; score: number }[];
  heads: Record<Shape["head"], number> | null;
  score: number | null;
  position: { [Key in First]: number } & { [Key in Later]: number | null };
  moves: { step: StepOf<Shape>; from: number; to: number; reason: string }[];
  left: { step: StepOf<Shape>; reason: ReasonOf<Shape> } | null;
};

/**
 * Returns the function that tells the story of one merged item, with a 1-based position in each named list: `first`
 * names the one among the merged candidates, `later` the lists of later steps.
 */
export function createStoryteller<Shape extends PipelineShape, First extends string, Later extends string>(
  run: PipelineRun<Shape>,
  first: First,
  later: Readonly<Record<Later, Int32Array>>,
) {
  const { merged, ranked } = run;
  const mergedAt = positions(merged.items);
  const rankedAt = positions(run.rankedOrder);
  const headRow = new Map(Array.from(ranked?.items ?? [], (item, i) => [item, i]));
  const laterAt = Object.entries<Int32Array>(later).map(([name, items]) => [name, positions(items)] as const);
  const width = merged.sources.length;

  function headsOf(item: number) {
    const row = headRow.get(item);
    if (!ranked || row === undefined) return null;
    const heads = Object.entries<Float32Array>(ranked.heads);
    return Object.fromEntries(heads.map(([head, values]) => [head, values[row]])) as Record<
      Shape["head"],
      number
    >;
  }

  return (item: number): ItemStory<Shape, First, Later> => {
    const row = (mergedAt.get(item) ?? 1) - 1;
    const place = rankedAt.get(item);
    return {
      sources: merged.sources.flatMap((source, s) => {
        const rank = merged.sourceRanks[row * width + s] as number;
        return rank > 0 ? [{ source, rank, score: merged.sourceScores[row * width + s] as number }] : [];
      }),
      heads: headsOf(item),
      score: place === undefined ? null : (run.rankedScores[place - 1] as number),
      position: {
        [first]: row + 1,
        ...Object.fromEntries(laterAt.map(([name, at]) => [name, at.get(item) ?? null])),
      } as ItemStory<Shape, First, Later>["position"],
      moves: run.moves.flatMap(({ item: moved, step, from, to, reason }) =>
        moved === item ? [{ step, from, to, reason }] : [],
      ),
      left: run.left.get(item) ?? null,
    };
  };
}

/** What each source was asked, brought, brought alone, and got into the slate. */
export function describeSources<Shape extends PipelineShape>({ merged, sources, slate }: PipelineRun<Shape>) {
  const masks = Array.from(merged.sourceMasks);
  const inSlate = new Set(slate);
  const ofSlate = masks.filter((_, row) => inSlate.has(merged.items[row] as number));
  return sources.map(({ source, asked, returned, milliseconds }) => {
    const bit = 1 << merged.sources.indexOf(source);
    return {
      source,
      asked,
      returned,
      milliseconds,
      onlyHere: masks.filter((mask) => mask === bit).length,
      inSlate: ofSlate.filter((mask) => (mask & bit) !== 0).length,
    };
  });
}

/** The best ranked that are not in the slate, then the first few that left before the ranker for each reason. */
export function chooseOthers<Shape extends PipelineShape>(run: PipelineRun<Shape>): number[] {
  const inSlate = new Set(run.slate);
  const isRanked = new Set(run.rankedOrder);
  const ranked = Array.from(run.rankedOrder)
    .filter((item) => !inSlate.has(item))
    .slice(0, OTHERS_BY_RANK);
  const perReason = new Map<string, number>();
  const removed: number[] = [];
  for (const [item, { reason }] of run.left) {
    const count = perReason.get(reason) ?? 0;
    if (isRanked.has(item) || count >= OTHERS_PER_REASON) continue;
    perReason.set(reason, count + 1);
    removed.push(item);
  }
  return [...ranked, ...removed];
}
