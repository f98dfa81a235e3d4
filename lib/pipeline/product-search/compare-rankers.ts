/** Every ranker that is there, on the same candidates of the same held-out queries. */
import { orderByScore } from "../retrieval/merge";
import type { Checkpoint } from "../types";
import { SEARCH_FEATURES } from "./features";
import type { SearchModelCard } from "./measures";
import { LEARNT_RANKERS, SEARCH_LABELS } from "./names";
import { listQuality, meanOf } from "./quality";
import { scoreRows } from "./rankers";
import { rankerKey, type SearchServing } from "./serving";
import { prepareTestSet, type RowScorer, type TestQuery } from "./test-set";

type RankerRow = SearchModelCard["rankers"][number];

function qualityOf({ scene: { world } }: SearchServing, tests: readonly TestQuery[], score: RowScorer) {
  const qualities = tests.map(({ truth, items, features }) => {
    const order = orderByScore(score(features, items.length));
    return listQuality(
      world,
      truth,
      order.map((row) => items[row] as number),
    );
  });
  const mean = (key: "ndcg10" | "mrr10" | "recall100") => meanOf(qualities.map((quality) => quality[key]));
  return { ndcg10: mean("ndcg10"), mrr10: mean("mrr10"), recall100: mean("recall100") };
}

/** @throws what the checkpoint throws. */
export async function compareRankers(
  serving: SearchServing,
  queries: number,
  checkpoint: Checkpoint,
): Promise<RankerRow[]> {
  const tests = await prepareTestSet(serving, queries, checkpoint);
  const width = SEARCH_FEATURES.length;
  const titleScore: RowScorer = (features, rows) =>
    Float32Array.from({ length: rows }, (_, row) => features[row * width] as number);
  const rows: RankerRow[] = [
    { ranker: "bm25", labels: null, quality: qualityOf(serving, tests, titleScore) },
  ];
  for (const ranker of LEARNT_RANKERS)
    for (const labels of SEARCH_LABELS) {
      const trained = serving.rankers.get(rankerKey(ranker, labels));
      if (!trained) continue;
      const quality = qualityOf(serving, tests, (features, count) => scoreRows(trained, features, count));
      rows.push({ ranker, labels, quality });
      await checkpoint();
    }
  return rows;
}
