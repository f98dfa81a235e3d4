/**
 * What raters judged: for a sample of training queries, the pooled results of both old rankers with some relevant products that
 * neither found and some that have nothing to do with it (pooling: Sparck Jones & van Rijsbergen, 1975). Raters err. For
 * evaluation there is a disjoint sample of test queries, graded by the truth.
 */
import { type Random, shuffleInPlace } from "@/lib/random";
import { type GradedWorld, gradeOf, HIGHEST_GRADE, relevantProducts } from "./grades";
import {
  PAGE_SIZE,
  type SearchJudgements,
  type SearchLog,
  type SearchQueries,
  SLICES,
  TEST_QUERY,
  TRAIN_QUERY,
} from "./types";

const TRAIN_QUERIES_PER_SLICE = 150;
const TEST_QUERIES_PER_SLICE = 200;
const UNSEEN_RELEVANT = 12;
const UNRELATED = 4;
/** Chance that a rater is one grade off. */
const RATER_ERROR = 0.15;

/** Up to `count` queries of one side and each slice, drawn without replacement, in the order of their number. */
export function sampleQueries(
  queries: SearchQueries,
  side: number,
  count: number,
  random: Random,
): Int32Array {
  const chosen = SLICES.flatMap((_, slice) => {
    const all = [...queries.split.keys()].filter(
      (query) => queries.split[query] === side && queries.slice[query] === slice,
    );
    shuffleInPlace(all, random);
    return all.slice(0, count);
  });
  return Int32Array.from(chosen).sort();
}

export const sampleTestQueries = (queries: SearchQueries, random: Random): Int32Array =>
  sampleQueries(queries, TEST_QUERY, TEST_QUERIES_PER_SLICE, random);

/** Products that were shown for each of the queries. */
function poolShown(log: SearchLog, queries: Int32Array): Map<number, Set<number>> {
  const pools = new Map(Array.from(queries, (query) => [query, new Set<number>()]));
  for (let search = 0; search < log.size; search++) {
    const pool = pools.get(log.query[search] as number);
    if (!pool) continue;
    for (const product of log.product.subarray(search * PAGE_SIZE, (search + 1) * PAGE_SIZE))
      if (product >= 0) pool.add(product);
  }
  return pools;
}

function rate(grade: number, random: Random): number {
  if (random.next() >= RATER_ERROR) return grade;
  const step = random.next() < 0.5 ? -1 : 1;
  return Math.min(HIGHEST_GRADE, Math.max(0, grade + step));
}

export function judgeTrainingQueries(
  world: GradedWorld & { readonly queries: SearchQueries; readonly log: SearchLog },
  random: Random,
): SearchJudgements {
  const sample = sampleQueries(world.queries, TRAIN_QUERY, TRAIN_QUERIES_PER_SLICE, random);
  const rows: { query: number; product: number; grade: number }[] = [];
  for (const [query, pool] of poolShown(world.log, sample)) {
    const { products } = relevantProducts(world, query, 2);
    for (let more = 0; more < UNSEEN_RELEVANT && products.length > 0; more++)
      pool.add(products[random.integer(products.length)] as number);
    for (let more = 0; more < UNRELATED; more++) pool.add(random.integer(world.catalogue.size));
    for (const product of pool)
      rows.push({ query, product, grade: rate(gradeOf(world, query, product), random) });
  }
  return {
    size: rows.length,
    query: Int32Array.from(rows, ({ query }) => query),
    product: Int32Array.from(rows, ({ product }) => product),
    grade: Uint8Array.from(rows, ({ grade }) => grade),
  };
}
