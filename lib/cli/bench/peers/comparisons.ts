/** Turns what the tasks measured into pairs: one figure of ours, the same of a peer, and the ratio. */

import type { Timing } from "@/lib/pipeline/workers/timing";
import type { NeighboursResult, NeighboursSearch } from "./neighbours.worker";
import { hasFailed, type Outcome } from "./outcome";
import type { RankingResult } from "./ranking.worker";
import type { TrainingResult } from "./training.worker";

export type Comparison = {
  readonly what: string;
  readonly unit: "ms" | "MB" | "KB gzip";
  readonly ours: number;
  readonly peer: string;
  /** Null where the peer has nothing to measure; `note` says why. */
  readonly theirs: number | null;
  /** Theirs / ours: above 1, ours is faster or smaller. */
  readonly ratio: number | null;
  /** The same of the best runs, which a busy machine disturbs less; null where nothing was repeated. */
  readonly bestRatio: number | null;
  readonly note: string;
};

export type StartResult = { readonly ms: number; readonly kilobytes: number };
export type Starts = Readonly<Record<string, Outcome<StartResult>>>;

type Pair = Pick<Comparison, "what" | "unit" | "ours" | "peer">;
type Label = Pick<Comparison, "what" | "peer">;

const divide = (theirs: number, ours: number) => (ours > 0 ? theirs / ours : null);

export const compare = (pair: Pair, theirs: number, note = ""): Comparison => ({
  ...pair,
  theirs,
  ratio: divide(theirs, pair.ours),
  bestRatio: null,
  note,
});

/** Medians side by side, and the ratio of the best runs. */
export const compareTimes = (label: Label, ours: Timing, theirs: Timing, note = ""): Comparison => ({
  ...compare({ ...label, unit: "ms", ours: ours.p50 }, theirs.p50, note),
  bestRatio: divide(theirs.min, ours.min),
});

export const missing = (pair: Pair, reason: string): Comparison => ({
  ...pair,
  theirs: null,
  ratio: null,
  bestRatio: null,
  note: reason,
});

const MEGABYTE = 1e6;
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/** Recall counts as equal up to this. */
const RECALL_SLACK = 0.005;

/** The peer's search beside our exact scan, and beside the fastest of our ways that finds as much, if that is another. */
function compareSearch(theirs: NeighboursSearch, searches: readonly NeighboursSearch[]): Comparison[] {
  const own = searches.filter(
    ({ way, k, items }) => way !== theirs.way && k === theirs.k && items === theirs.items,
  );
  const fastest = own
    .filter(({ recall }) => recall >= theirs.recall - RECALL_SLACK)
    .reduce<NeighboursSearch | null>((best, one) => (best && best.ms.p50 <= one.ms.p50 ? best : one), null);
  const shown = own.filter((ours) => ours.way === "ours exact" || ours === fastest);
  return shown.map((ours) =>
    compareTimes(
      {
        what: `nearest ${theirs.k} of ${theirs.items}, ${ours.setting} / ${theirs.setting}`,
        peer: theirs.way,
      },
      ours.ms,
      theirs.ms,
      `recall ${percent(ours.recall)} / ${percent(theirs.recall)}`,
    ),
  );
}

export function compareNeighbours({ builds, searches }: NeighboursResult, graphItems: number): Comparison[] {
  const peer = "hnswlib-wasm";
  const ours = builds.lists;
  const build = {
    what: `index of ${graphItems} built, with lists / graph`,
    unit: "ms",
    ours: ours.ms,
    peer,
  } as const;
  const memory = {
    what: `memory of the index of ${graphItems}`,
    unit: "MB",
    ours: ours.bytes / MEGABYTE,
    peer,
  } as const;
  const { graph } = builds;
  if (hasFailed(graph)) return [missing(build, graph.error), missing(memory, graph.error)];
  return [
    compare(build, graph.ms, `${((1000 * graph.ms) / graphItems).toFixed(0)} µs per vector of the graph`),
    compare(memory, graph.bytes / MEGABYTE, "int8 rows / float32 rows, links and what was reserved"),
    ...searches
      .filter(({ way }) => way === "hnswlib-wasm")
      .flatMap((theirs) => compareSearch(theirs, searches)),
  ];
}

type Timed = { readonly ms: Timing };

/** One row per peer out of rows named "peer, how it was used": its fastest way, or the first failure if all failed. */
function fastestWays<Row extends Timed>(rows: Readonly<Record<string, Outcome<Row>>>) {
  const best = new Map<string, { how: string; row: Outcome<Row> }>();
  for (const [name, row] of Object.entries(rows)) {
    const [peer = name, ...how] = name.split(", ");
    const known = best.get(peer);
    const isBetter = !known || (!hasFailed(row) && (hasFailed(known.row) || row.ms.p50 < known.row.ms.p50));
    if (isBetter) best.set(peer, { how: how.join(", "), row });
  }
  return [...best].map(([peer, { how, row }]) => ({ peer, how, row }));
}

const joinNotes = (...notes: string[]) => notes.filter(Boolean).join("; ");

export function compareRanking({ candidates, rows }: RankingResult): Comparison[] {
  const { ours, ...peers } = rows;
  if (!ours || hasFailed(ours)) return [];
  return fastestWays(peers).map(({ peer, how, row }) => {
    const pair = {
      what: `rank ${candidates} candidates with a DCN-v2`,
      unit: "ms",
      ours: ours.ms.p50,
      peer,
    } as const;
    if (hasFailed(row)) return missing(pair, row.error);
    const difference = row.largestDifference;
    const agreement =
      difference === 0 ? "equal logits" : `logits differ by ${difference.toExponential(0)} at most`;
    return compareTimes(pair, ours.ms, row.ms, joinNotes(how, agreement));
  });
}

/** `withoutTraining`: peers that cannot train, with the reason. */
export function compareTraining(
  { batchSize, dimension, rows }: TrainingResult,
  withoutTraining: Readonly<Record<string, string>>,
): Comparison[] {
  const { ours, ...peers } = rows;
  if (!ours || hasFailed(ours)) return [];
  const pairWith = (peer: string) =>
    ({ what: `two-tower step, ${batchSize} x ${dimension}`, unit: "ms", ours: ours.ms.p50, peer }) as const;
  const lossOf = (row: { readonly firstLoss: number }) => row.firstLoss.toFixed(4);
  return [
    ...fastestWays(peers).map(({ peer, how, row }) =>
      hasFailed(row)
        ? missing(pairWith(peer), row.error)
        : compareTimes(
            pairWith(peer),
            ours.ms,
            row.ms,
            joinNotes(how, `first loss ${lossOf(ours)} / ${lossOf(row)}`),
          ),
    ),
    ...Object.entries(withoutTraining).map(([peer, reason]) => missing(pairWith(peer), reason)),
  ];
}

/** `rivals`: which of our starts does what each peer does. */
export function compareStarts(starts: Starts, rivals: Readonly<Record<string, string>>): Comparison[] {
  return Object.entries(rivals).flatMap(([peer, own]) => {
    const ours = starts[own];
    const theirs = starts[peer];
    if (!ours || !theirs || hasFailed(ours)) return [];
    const download = {
      what: `download, ${own.replace("our ", "")}`,
      unit: "KB gzip",
      ours: ours.kilobytes,
      peer,
    } as const;
    const start = {
      what: `start in a worker, ${own.replace("our ", "")}`,
      unit: "ms",
      ours: ours.ms,
      peer,
    } as const;
    if (hasFailed(theirs)) return [missing(download, theirs.error), missing(start, theirs.error)];
    return [compare(download, theirs.kilobytes), compare(start, theirs.ms)];
  });
}
