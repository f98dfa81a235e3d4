/**
 * The search world: a catalogue, queries with what they mean, the log of an old ranker's results, and judgements, all from one
 * seed. `buildSearchWorld` yields progress so that a worker can stay responsive; `createSearchWorld` runs it through.
 */
import { createRandom } from "@/lib/random";
import { columnsOf, hashColumns } from "../hash-columns";
import { createExamination } from "./behaviour";
import { createCatalogue } from "./catalogue";
import { groupBy } from "./grouping";
import { judgeTrainingQueries, sampleTestQueries } from "./judgements";
import { createQueries } from "./queries";
import { simulateSearches } from "./simulate";
import type { SearchWorld, SearchWorldConfig, WorldProgress } from "./types";
import { PRODUCT_TYPES } from "./vocabulary";

/** Time of a product's row, of a query and of a search, in the same unit: what makes progress move evenly. */
const PRODUCT_COST = 1;
const QUERY_COST = 10;
const SEARCH_COST = 2;

/** Hands on a part's own progress as a stretch of the whole. */
function* stretch<Result>(
  part: Generator<number, Result>,
  activity: string,
  from: number,
  to: number,
): Generator<WorldProgress, Result> {
  let step = part.next();
  while (!step.done) {
    yield { activity, fraction: from + step.value * (to - from) };
    step = part.next();
  }
  return step.value;
}

export function* buildSearchWorld(config: SearchWorldConfig): Generator<WorldProgress, SearchWorld> {
  const random = createRandom(config.seed).fork("search-world");
  const costs = [config.products * PRODUCT_COST, config.queries * QUERY_COST, config.searches * SEARCH_COST];
  const total = costs.reduce((sum, cost) => sum + cost, 0);
  const afterProducts = (costs[0] as number) / total;
  const afterQueries = afterProducts + (costs[1] as number) / total;
  const building = createCatalogue(config.products, config.days, random.fork("catalogue"));
  const shop = yield* stretch(building, "Filling the shelves", 0, afterProducts);
  const asking = createQueries(shop, config.queries, random.fork("queries"));
  const { queries, intents } = yield* stretch(asking, "Thinking up queries", afterProducts, afterQueries);
  const truth = {
    ...shop.truth,
    intents,
    examination: createExamination(),
    byType: groupBy(shop.titles.type, PRODUCT_TYPES.length),
  };
  const world = { config, catalogue: shop.catalogue, titles: shop.titles, queries, truth };
  const searching = simulateSearches(world, random.fork("log"));
  const log = yield* stretch(searching, "Simulating searches", afterQueries, 1);
  const logged = { ...world, log };
  const judgements = judgeTrainingQueries(logged, random.fork("judgements"));
  yield { activity: "Judging results", fraction: 1 };
  return { ...logged, judgements, testQueries: sampleTestQueries(queries, random.fork("test queries")) };
}

/** The same config gives the same world. */
export function createSearchWorld(config: SearchWorldConfig): SearchWorld {
  const building = buildSearchWorld(config);
  let step = building.next();
  while (!step.done) step = building.next();
  return step.value;
}

/** Hash of the catalogue, the titles' columns, the queries, the log and the judgements. */
export function hashWorld({ catalogue, titles, queries, log, judgements, testQueries }: SearchWorld): string {
  const texts = new Uint16Array(Array.from(queries.text.join("\n"), (letter) => letter.charCodeAt(0)));
  return hashColumns(columnsOf([catalogue, titles, queries, log, judgements, { texts, testQueries }]));
}
