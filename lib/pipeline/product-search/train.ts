/** Trains towers and rankers on a scene, and says how the training goes on held-out queries. */
import { createRandom } from "@/lib/random";
import type { TwoTowerModel } from "../retrieval/two-tower-model";
import type { VectorIndex } from "../retrieval/vector-index";
import type { Checkpoint } from "../types";
import type { LearntRanker, SearchLabels } from "./names";
import { listQuality, meanOf, type QueryTruth, testTruths } from "./quality";
import { scoreRows, type TrainedRanker } from "./rankers";
import type { SearchScene } from "./scene";
import { indexTitles, type SearchServing } from "./serving";
import { meanNdcg, type TestQuery } from "./test-set";
import { contentWords, wordsOfTitle } from "./text-index";
import { encodeQuery, TextBags } from "./towers";
import type { SearchTrainingPoint } from "./trace";
import { trainRanker } from "./train-rankers";
import { trainTowers } from "./train-towers";
import { understand } from "./understand";

export type TrainHooks = { readonly checkpoint: Checkpoint; onPoint(point: SearchTrainingPoint): void };
export type TrainedTowers = { readonly towers: TwoTowerModel; readonly vectors: VectorIndex };

/** Held-out queries of the curve; a tenth of a second per epoch and hundred. */
const CURVE_QUERIES = 60;
const RECALL_DEPTH = 100;
/** The towers have seen enough in half as many rounds as a ranker: recall falls after the second. */
const TOWER_SHARE = 0.5;
const PLAIN = { spelling: true, synonyms: false };

function denseRecall(
  scene: SearchScene,
  { towers, vectors }: TrainedTowers,
  truths: readonly QueryTruth[],
): number {
  const bags = new TextBags();
  return meanOf(
    truths.map((truth) => {
      const { words } = understand(scene.linguist, scene.world.queries.text[truth.query] as string, PLAIN);
      const { items } = vectors.search(encodeQuery(towers, bags, words), RECALL_DEPTH);
      return listQuality(scene.world, truth, items).recall100;
    }),
  );
}

function bm25Recall({ world, linguist, index }: SearchScene, truths: readonly QueryTruth[]): number {
  return meanOf(
    truths.map((truth) => {
      const { weights } = understand(linguist, world.queries.text[truth.query] as string, PLAIN);
      return listQuality(world, truth, index.title.search(weights, RECALL_DEPTH).items).recall100;
    }),
  );
}

/** The caller closes the vectors. @throws what the checkpoint throws. */
export async function trainSearchTowers(
  scene: SearchScene,
  { seed, epochs }: { readonly seed: number; readonly epochs: number },
  { checkpoint, onPoint }: TrainHooks,
): Promise<TrainedTowers> {
  const { world, index } = scene;
  const truths = testTruths(world, CURVE_QUERIES);
  const bm25 = bm25Recall(scene, truths);
  const data = {
    pairs: scene.pairs,
    queryWords: (query: number) => contentWords(world.queries.text[query] as string),
    titleWords: (product: number) => wordsOfTitle(index, product),
    categoryOf: (product: number) => world.catalogue.category[product] as number,
  };
  let last: SearchTrainingPoint | null = null;
  let vectors: VectorIndex | null = null;
  const replaceVectors = async (towers: TwoTowerModel) => {
    const next = await indexTitles(scene, towers, checkpoint);
    vectors?.close();
    vectors = next;
    return next;
  };
  try {
    const rounds = Math.max(1, Math.round(epochs * TOWER_SHARE));
    const towers = await trainTowers(data, rounds, createRandom(seed).fork("towers"), {
      checkpoint,
      onPoint(point) {
        last = { model: "two-tower", ...point };
        onPoint(last);
      },
      async onEpoch(now) {
        const recallAt100 = denseRecall(scene, { towers: now, vectors: await replaceVectors(now) }, truths);
        if (last) onPoint({ ...last, recallAt100, bm25 });
      },
    });
    return { towers, vectors: vectors ?? (await replaceVectors(towers)) };
  } catch (error) {
    (vectors as VectorIndex | null)?.close();
    throw error;
  }
}

export type RankerPlan = {
  readonly ranker: LearntRanker;
  readonly labels: SearchLabels;
  readonly seed: number;
  readonly epochs: number;
};

/** `tests` measure the curve. @throws what the checkpoint throws. */
export function trainSearchRanker(
  serving: SearchServing,
  plan: RankerPlan,
  tests: readonly TestQuery[],
  { checkpoint, onPoint }: TrainHooks,
): Promise<TrainedRanker> {
  const bm25 = meanOf(tests.map((test) => test.bm25));
  let last: SearchTrainingPoint = { model: "ranker", step: 1, steps: 1, epoch: 0, loss: 0 };
  return trainRanker(serving, plan, {
    checkpoint,
    onPoint(point) {
      last = { model: "ranker", ...point };
      onPoint(last);
    },
    onEpoch(ranker) {
      const ndcgAt10 = meanNdcg(tests, (features, rows) => scoreRows(ranker, features, rows));
      onPoint({ ...last, ndcgAt10, bm25 });
    },
  });
}
