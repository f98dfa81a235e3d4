/**
 * Trains the towers on clicked pairs of query and title from the history days: in-batch softmax with logQ correction
 * (Yi et al., 2019). A product that was also clicked for a row's query is neither its positive nor its negative.
 */
import { type Random, shuffleInPlace } from "@/lib/random";
import type { TwoTowerModel } from "../retrieval/two-tower-model";
import type { RowLists } from "../training/sampled-softmax";
import type { Checkpoint } from "../types";
import type { ClickedPair } from "./category-shares";
import { createTowers, TextBags } from "./towers";

export type TowerData = {
  readonly pairs: readonly ClickedPair[];
  readonly queryWords: (query: number) => readonly string[];
  readonly titleWords: (product: number) => readonly string[];
  readonly categoryOf: (product: number) => number;
};
export type TowerPoint = { step: number; steps: number; epoch: number; loss: number };
export type TowerHooks = {
  readonly checkpoint: Checkpoint;
  onPoint(point: TowerPoint): void;
  onEpoch?(towers: TwoTowerModel, epoch: number): Promise<void> | void;
};

const BATCH = 512;
const LEARNING_RATE = 0.01;
const DECAY = 1e-6;
const STEPS_PER_CHECKPOINT = 4;

/** Pairs by the root of their clicks, in random order, in whole batches where there are enough. */
function drawExamples(pairs: readonly ClickedPair[], random: Random): ClickedPair[] {
  const examples = pairs.flatMap((pair) =>
    new Array<ClickedPair>(Math.round(Math.sqrt(pair.clicks))).fill(pair),
  );
  shuffleInPlace(examples, random);
  return examples;
}

/** Columns that a row must not learn from: the same product again, and others clicked for its query. */
function excludedColumns(
  batch: readonly ClickedPair[],
  clicked: ReadonlyMap<number, ReadonlySet<number>>,
): RowLists {
  const columnsOf = new Map<number, number[]>();
  batch.forEach(({ product }, column) => {
    columnsOf.set(product, [...(columnsOf.get(product) ?? []), column]);
  });
  const offsets = new Int32Array(batch.length + 1);
  const columns: number[] = [];
  batch.forEach(({ query }, row) => {
    for (const product of clicked.get(query) ?? [])
      for (const column of columnsOf.get(product) ?? []) if (column !== row) columns.push(column);
    offsets[row + 1] = columns.length;
  });
  return { offsets, columns: Int32Array.from(columns) };
}

function groupByQuery(pairs: readonly ClickedPair[]): Map<number, Set<number>> {
  const clicked = new Map<number, Set<number>>();
  for (const { query, product } of pairs) {
    const products = clicked.get(query) ?? new Set<number>();
    products.add(product);
    clicked.set(query, products);
  }
  return clicked;
}

/** log of how often each product is expected in a batch. */
function logShares(examples: readonly ClickedPair[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { product } of examples) counts.set(product, (counts.get(product) ?? 0) + 1);
  return new Map(
    [...counts].map(([product, count]) => [product, Math.log((count * BATCH) / examples.length)]),
  );
}

export async function trainTowers(
  data: TowerData,
  epochs: number,
  random: Random,
  { checkpoint, onPoint, onEpoch }: TowerHooks,
): Promise<TwoTowerModel> {
  const towers = createTowers(random.fork("weights"));
  const order = random.fork("order");
  const clicked = groupByQuery(data.pairs);
  const bags = { queries: new TextBags(), titles: new TextBags() };
  const learn = (batch: readonly ClickedPair[], logQ: ReadonlyMap<number, number>, rate: number) => {
    bags.queries.builder.clear();
    bags.titles.builder.clear();
    for (const { query, product } of batch) {
      bags.queries.addQuery(data.queryWords(query));
      bags.titles.addTitle(data.titleWords(product), data.categoryOf(product));
    }
    const rows = Int32Array.from({ length: batch.length + 1 }, (_, row) => row);
    const targets = {
      positives: { offsets: rows, columns: rows.subarray(0, batch.length) },
      excluded: excludedColumns(batch, clicked),
      logQ: Float32Array.from(batch, ({ product }) => logQ.get(product) as number),
    };
    const input = { users: bags.queries.builder.bags(), items: bags.titles.builder.bags(), targets };
    return towers.trainStep(input, { learningRate: rate, tableDecay: DECAY, denseDecay: 0 });
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    const examples = drawExamples(data.pairs, order);
    const logQ = logShares(examples);
    const perEpoch = Math.max(1, Math.floor(examples.length / BATCH));
    const steps = perEpoch * epochs;
    for (let s = 0; s < perEpoch; s++) {
      const step = epoch * perEpoch + s;
      const loss = learn(
        examples.slice(s * BATCH, (s + 1) * BATCH),
        logQ,
        LEARNING_RATE * (1 - (0.9 * step) / steps),
      );
      if (step % STEPS_PER_CHECKPOINT > 0) continue;
      onPoint({ step: step + 1, steps, epoch, loss });
      await checkpoint();
    }
    await onEpoch?.(towers, epoch);
  }
  return towers;
}
