/** What training on clicks does to a ranker, against grades: which features it trusts, and what it puts first. */
import { gradeOf } from "@/lib/worlds/search/grades";
import { ARRANGEMENTS, NOTHING, PAGE_SIZE, type SearchLog } from "@/lib/worlds/search/types";
import { orderByScore } from "../retrieval/merge";
import { productCard } from "./cards";
import type { StudyHooks } from "./compare-labels";
import { SEARCH_FEATURE_COUNT, SEARCH_FEATURE_NAMES } from "./features";
import type { ClicksStudy } from "./measures";
import { type LearntRanker, SEARCH_LABELS, type SearchLabels } from "./names";
import { meanOf } from "./quality";
import { disposeRanker, explainScore, scoreRows, type TrainedRanker } from "./rankers";
import { rankerKey, type SearchServing } from "./serving";
import { expectClicks } from "./shoppers";
import { ndcgOf, prepareTestSet, type TestQuery } from "./test-set";
import { trainRanker } from "./train-rankers";

const EPOCHS = 4;
const EXAMPLES = 6;
const EXPLAINED_ROWS = 12;
const SHUFFLED = ARRANGEMENTS.indexOf("shuffled");

type Rankers = Record<SearchLabels, TrainedRanker>;

/** Click rate by position of all pages, and of the shuffled ones. */
function clickRates(log: SearchLog): ClicksStudy["clickRates"] {
  const counts = () => ({ shown: new Float64Array(PAGE_SIZE), clicked: new Float64Array(PAGE_SIZE) });
  const all = counts();
  const shuffled = counts();
  for (let at = 0; at < log.product.length; at++) {
    if ((log.product[at] as number) < 0) continue;
    const column = at % PAGE_SIZE;
    const isShuffled = log.arrangement[Math.floor(at / PAGE_SIZE)] === SHUFFLED;
    for (const { shown, clicked } of isShuffled ? [all, shuffled] : [all]) {
      shown[column] = (shown[column] as number) + 1;
      if (log.outcome[at] !== NOTHING) clicked[column] = (clicked[column] as number) + 1;
    }
  }
  const rate = ({ shown, clicked }: ReturnType<typeof counts>, column: number) =>
    (clicked[column] as number) / Math.max(1, shown[column] as number);
  return Array.from({ length: PAGE_SIZE }, (_, column) => ({
    position: column + 1,
    rate: rate(all, column),
    randomisedRate: rate(shuffled, column),
  }));
}

/** Mean size of what each feature adds to a score, as a share of all. */
function importancesOf(ranker: TrainedRanker, tests: readonly TestQuery[]): Float64Array {
  const sums = new Float64Array(SEARCH_FEATURE_COUNT);
  for (const { features, items } of tests)
    for (let row = 0; row < Math.min(EXPLAINED_ROWS, items.length); row++) {
      const values = features.subarray(row * SEARCH_FEATURE_COUNT, (row + 1) * SEARCH_FEATURE_COUNT);
      explainScore(ranker, values).contributions.forEach((value, k) => {
        sums[k] = (sums[k] as number) + Math.abs(value);
      });
    }
  const total = sums.reduce((sum, value) => sum + value, 0);
  return sums.map((value) => (total > 0 ? value / total : 0));
}

const orderOf = (ranker: TrainedRanker, { features, items }: TestQuery): Int32Array =>
  orderByScore(scoreRows(ranker, features, items.length)).map((row) => items[row] as number);

function outcomeOf(
  { scene: { world } }: SearchServing,
  labels: SearchLabels,
  ranker: TrainedRanker,
  tests: readonly TestQuery[],
): ClicksStudy["outcomes"][number] {
  const pages = tests.map((test) => ({
    query: test.truth.query,
    page: orderOf(ranker, test).subarray(0, PAGE_SIZE),
  }));
  const gradesOf = ({ query, page }: (typeof pages)[number]) =>
    meanOf(Array.from(page, (item) => gradeOf(world, query, item)));
  return {
    labels,
    ndcg10: meanOf(tests.map((test) => ndcgOf(test, (features, rows) => scoreRows(ranker, features, rows)))),
    meanGrade: meanOf(pages.map(gradesOf)),
    expectedClicks: meanOf(pages.map(({ query, page }) => expectClicks(world, query, page).clicks)),
    popularity: meanOf(
      pages.map(({ page }) =>
        meanOf(Array.from(page, (item) => Math.log1p(world.catalogue.salesBefore[item] as number))),
      ),
    ),
  };
}

/** The products that clicks lift most over where grades put them, one a query. */
function findExamples(
  { scene }: SearchServing,
  rankers: Rankers,
  tests: readonly TestQuery[],
): ClicksStudy["examples"] {
  const { world } = scene;
  const lifted = tests.flatMap((test) => {
    const { query } = test.truth;
    const [byGrades, byClicks, byIps] = SEARCH_LABELS.map((labels) => orderOf(rankers[labels], test)) as [
      Int32Array,
      Int32Array,
      Int32Array,
    ];
    const places = Array.from(byClicks.subarray(0, PAGE_SIZE), (item, i) => ({
      item,
      byClicks: i + 1,
      byGrades: byGrades.indexOf(item) + 1,
      byClicksIps: byIps.indexOf(item) + 1,
      grade: gradeOf(world, query, item),
    }));
    const worst = places.sort((a, b) => a.grade - b.grade || b.byGrades - a.byGrades)[0];
    return worst ? [{ query: world.queries.text[query] as string, ...worst }] : [];
  });
  return lifted
    .sort((a, b) => a.grade - b.grade || b.byGrades - b.byClicks - (a.byGrades - a.byClicks))
    .slice(0, EXAMPLES)
    .map(({ item, ...rest }) => ({ ...rest, card: productCard(scene, item) }));
}

/** Rankers that are there are used; the others are trained for the study and go with it. @throws what the checkpoint throws. */
export async function studyClicks(
  serving: SearchServing,
  ranker: LearntRanker,
  queries: number,
  { checkpoint, onProgress }: StudyHooks,
): Promise<ClicksStudy> {
  const tests = await prepareTestSet(serving, queries, checkpoint);
  const rankers: Partial<Rankers> = {};
  const made: TrainedRanker[] = [];
  try {
    for (const [i, labels] of SEARCH_LABELS.entries()) {
      const there = serving.rankers.get(rankerKey(ranker, labels));
      const used =
        there ?? (await trainRanker(serving, { ranker, labels, seed: 1, epochs: EPOCHS }, { checkpoint }));
      if (!there) made.push(used);
      rankers[labels] = used;
      onProgress((i + 1) / (SEARCH_LABELS.length + 1));
    }
    return summarise(serving, rankers as Rankers, tests);
  } finally {
    for (const one of made) disposeRanker(one);
  }
}

function summarise(serving: SearchServing, rankers: Rankers, tests: readonly TestQuery[]): ClicksStudy {
  const { log } = serving.scene.world;
  const shares = SEARCH_LABELS.map((labels) => importancesOf(rankers[labels], tests));
  return {
    pages: log.size,
    clicks: log.outcome.reduce((count, outcome) => count + Number(outcome !== NOTHING), 0),
    clickRates: clickRates(log),
    importances: SEARCH_FEATURE_NAMES.map((name, k) => ({
      name,
      grades: shares[0]?.[k] ?? 0,
      clicks: shares[1]?.[k] ?? 0,
      clicksIps: shares[2]?.[k] ?? 0,
    })),
    outcomes: SEARCH_LABELS.map((labels) => outcomeOf(serving, labels, rankers[labels], tests)),
    examples: findExamples(serving, rankers, tests),
  };
}
