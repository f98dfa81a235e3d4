/**
 * What the rankers learn from: rows of a query's products with a gain each. Grades come from the raters; clicks come
 * from the label days of the log, as the click rate of a product for a query, plain or with every click weighted by the
 * inverse chance that its position is looked at (Joachims, Swaminathan & Schnabel, 2017). A few products of other
 * queries stand among the rows as what is certainly not meant.
 */
import { createRandom, type Random } from "@/lib/random";
import { NOTHING, PAGE_SIZE, type SearchLog } from "@/lib/worlds/search/types";
import type { RankData } from "../learning-to-rank/rank-data";
import { isTrainingQuery } from "./click-pairs";
import { SEARCH_FEATURE_COUNT } from "./features";
import { hitFeatures } from "./hit-features";
import type { SearchLabels } from "./names";
import { searchesBetween } from "./plan";
import { requestFor } from "./request";
import type { SearchScene } from "./scene";
import type { SearchServing } from "./serving";

/** Rows of one query: products and what each is worth. */
export type LabelledQuery = {
  readonly query: number;
  readonly products: Int32Array;
  readonly gains: Float32Array;
};

/** Weights of a click by position, [PAGE_SIZE]: all 1 for clicks as they are. */
export type ClickWeights = Float64Array;

const QUERIES_AT_MOST = 4_000;
/** Products of other queries beside those of a query. */
const UNRELATED = 4;
const SAME_SHELF = 6;
/** Showings with the average rate that a pair starts with: one lucky click is not certainty. */
const PRIOR_SHOWINGS = 2;

type Shown = { showings: number; clicks: number; weighted: number };

/** Showings and clicks of each product for each training query in the label days. */
function countShown(log: SearchLog, { world, plan }: SearchScene, weights: ClickWeights) {
  const { start, end } = searchesBetween(log.day, plan.historyEnd, plan.now);
  const byQuery = new Map<number, Map<number, Shown>>();
  for (let search = start; search < end; search++) {
    const query = log.query[search] as number;
    if (!isTrainingQuery(world.queries, query)) continue;
    const products = byQuery.get(query) ?? new Map<number, Shown>();
    byQuery.set(query, products);
    for (let column = 0; column < PAGE_SIZE; column++) {
      const at = search * PAGE_SIZE + column;
      const product = log.product[at] as number;
      if (product < 0) break;
      const shown = products.get(product) ?? { showings: 0, clicks: 0, weighted: 0 };
      products.set(product, shown);
      shown.showings++;
      if (log.outcome[at] === NOTHING) continue;
      shown.clicks++;
      shown.weighted += weights[column] as number;
    }
  }
  return byQuery;
}

function average(byQuery: ReadonlyMap<number, ReadonlyMap<number, Shown>>): number {
  let weighted = 0;
  let showings = 0;
  for (const products of byQuery.values())
    for (const shown of products.values()) {
      weighted += shown.weighted;
      showings += shown.showings;
    }
  return weighted / Math.max(1, showings);
}

/** `\frac{\sum w + m \bar r}{n + m}` per product: n showings, w the weights of its clicks, m showings at the average. */
export function labelFromClicks(
  scene: SearchScene,
  log: SearchLog,
  weights: ClickWeights,
  random: Random,
  priorShowings = PRIOR_SHOWINGS,
): LabelledQuery[] {
  const byQuery = countShown(log, scene, weights);
  const rate = average(byQuery);
  const clicked = [...byQuery].filter(([, products]) =>
    [...products.values()].some(({ clicks }) => clicks > 0),
  );
  // A random part when there are more than a training needs; the order of the log is by time, not by luck.
  const keep = QUERIES_AT_MOST / Math.max(QUERIES_AT_MOST, clicked.length);
  return clicked
    .filter(() => random.next() < keep)
    .map(([query, products]) => ({
      query,
      products: Int32Array.from(products.keys()),
      gains: Float32Array.from(
        products.values(),
        ({ showings, weighted }) => (weighted + priorShowings * rate) / (showings + priorShowings),
      ),
    }));
}

/** `2^{grade} - 1` of what raters judged. */
export function labelFromGrades({ world: { judgements } }: SearchScene): LabelledQuery[] {
  const byQuery = new Map<number, { products: number[]; gains: number[] }>();
  for (let row = 0; row < judgements.size; row++) {
    const query = judgements.query[row] as number;
    const rows = byQuery.get(query) ?? { products: [], gains: [] };
    byQuery.set(query, rows);
    rows.products.push(judgements.product[row] as number);
    rows.gains.push(2 ** (judgements.grade[row] as number) - 1);
  }
  return [...byQuery].map(([query, { products, gains }]) => ({
    query,
    products: Int32Array.from(products),
    gains: Float32Array.from(gains),
  }));
}

/** The shelf of a query: the category of what was shown first. */
const shelfOf = ({ world }: SearchScene, { products }: LabelledQuery) =>
  world.catalogue.category[products[0] as number] as number;

/**
 * Adds products of other queries, worth nothing: some from anywhere, some from the same shelf. Without them a ranker has
 * only seen what the old ranker found fit to show, and must guess about the rest.
 */
function withUnrelated(
  scene: SearchScene,
  labelled: readonly LabelledQuery[],
  random: Random,
): LabelledQuery[] {
  const byShelf = new Map<number, LabelledQuery[]>();
  for (const query of labelled) {
    const shelf = shelfOf(scene, query);
    byShelf.set(shelf, [...(byShelf.get(shelf) ?? []), query]);
  }
  return labelled.map((one) => {
    const own = new Set(one.products);
    const others: number[] = [];
    const draw = (from: readonly LabelledQuery[], count: number) => {
      for (let i = 0; i < count; i++) {
        const other = from[random.integer(from.length)]?.products;
        const product = other?.[random.integer(other.length)];
        if (product === undefined || own.has(product)) continue;
        own.add(product);
        others.push(product);
      }
    };
    draw(labelled, UNRELATED);
    draw(byShelf.get(shelfOf(scene, one)) ?? [], SAME_SHELF);
    const gains = new Float32Array(one.gains.length + others.length);
    gains.set(one.gains);
    return { query: one.query, products: Int32Array.from([...one.products, ...others]), gains };
  });
}

/** Features of all rows, as they were when the labels began. Passes a checkpoint now and then. */
export async function buildRankData(
  serving: Pick<SearchServing, "scene" | "towers" | "vectors">,
  labelled: readonly LabelledQuery[],
  labels: SearchLabels,
  seed: number,
  checkpoint: () => Promise<void>,
): Promise<RankData> {
  const { scene, vectors } = serving;
  // Raters' pools hold unrelated products already.
  const rows =
    labels === "grades" ? labelled : withUnrelated(scene, labelled, createRandom(seed).fork("unrelated"));
  const total = rows.reduce((sum, { products }) => sum + products.length, 0);
  const data = {
    features: new Float32Array(total * SEARCH_FEATURE_COUNT),
    grades: new Float32Array(total),
    gains: new Float32Array(total),
    offsets: new Int32Array(rows.length + 1),
    width: SEARCH_FEATURE_COUNT,
  };
  const sources = { ...scene, catalogue: scene.world.catalogue, history: scene.pastHistory, vectors };
  let at = 0;
  for (const [q, { query, products, gains }] of rows.entries()) {
    const request = requestFor(
      serving,
      scene.world.queries.text[query] as string,
      query,
      scene.plan.historyEnd,
    );
    data.features.set(hitFeatures(sources, request, products), at * SEARCH_FEATURE_COUNT);
    data.gains.set(gains, at);
    at += products.length;
    data.offsets[q + 1] = at;
    if (q % 100 === 0) await checkpoint();
  }
  return data;
}
