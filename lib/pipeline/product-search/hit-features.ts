/**
 * The feature vector of a query and a product, in the order of SEARCH_FEATURES. One builder a request: what depends on
 * the query alone is worked out once.
 */
import type { SearchCatalogue } from "@/lib/worlds/search/types";
import type { VectorIndex } from "../retrieval/vector-index";
import { tokensOf } from "../search/token-stream";
import type { ClickHistory } from "./click-history";
import type { DictionaryField } from "./dictionary";
import { SEARCH_FEATURE_COUNT } from "./features";
import type { ProductColumns } from "./product-columns";
import type { TextIndex } from "./text-index";
import type { Understood } from "./understand";

/** What the features are read from. */
export type FeatureSources = {
  readonly catalogue: SearchCatalogue;
  readonly index: TextIndex;
  readonly columns: ProductColumns;
  readonly history: ClickHistory;
  readonly vectors: VectorIndex;
};
export type FeatureRequest = {
  readonly understood: Understood;
  /** Unit vector of the query tower. */
  readonly vector: Float32Array;
  /** Number of the query in the world; -1 for a text of one's own. */
  readonly queryId: number;
  /** The moment of the search, in days. */
  readonly now: number;
};

const ATTRIBUTES: readonly DictionaryField[] = ["colour", "material", "size", "audience"];
/** Reviews with which a rating starts, at the usual 4 stars. */
const PRIOR_REVIEWS = 5;
const USUAL_RATING = 4;

/** 1 agrees, -1 differs, 0 not asked or not said. */
const agreement = (asked: number | undefined, says: number) =>
  asked === undefined || says === -1 ? 0 : asked === says ? 1 : -1;

/** Share of the query's words (by idf) that the title holds, and of its neighbours that are neighbours there. */
function matchWords({ title }: TextIndex, { tokens, expansions }: Understood, terms: Int32Array) {
  const held = new Set(terms);
  let matched = 0;
  let total = 0;
  const isMet = tokens.map(
    ({ term }, at) =>
      held.has(term) ||
      expansions.some(
        (other) =>
          at >= other.at && at < other.at + other.length && other.terms.every((word) => held.has(word)),
      ),
  );
  tokens.forEach(({ term }, at) => {
    const idf = title.idf(term);
    total += idf;
    if (isMet[at]) matched += idf;
  });
  let adjacent = 0;
  for (let at = 0; at + 1 < tokens.length; at++) {
    const place = terms.indexOf(tokens[at]?.term ?? -1);
    if (place >= 0 && terms[place + 1] === tokens[at + 1]?.term) adjacent++;
  }
  return {
    matched: total > 0 ? matched / total : 0,
    adjacent: tokens.length > 1 ? adjacent / (tokens.length - 1) : 0,
  };
}

/** Row-major [items, SEARCH_FEATURE_COUNT]. */
export function hitFeatures(
  sources: FeatureSources,
  request: FeatureRequest,
  items: Int32Array,
): Float32Array {
  const { catalogue, index, columns, history, vectors } = sources;
  const { understood, vector, queryId, now } = request;
  const cosines = new Float32Array(items.length);
  vectors.score(vector, items, cosines);
  const asked = new Map(understood.found.map(({ field, value }) => [field, value] as const));
  const clicksForQuery = queryId >= 0 ? history.forQuery(queryId) : () => 0;
  const features = new Float32Array(items.length * SEARCH_FEATURE_COUNT);
  items.forEach((product, row) => {
    const terms = tokensOf(index.titles, product);
    const { matched, adjacent } = matchWords(index, understood, terms);
    const said = (field: DictionaryField) => columns.said[field][product] as number;
    const reviews = catalogue.reviews[product] as number;
    const stars = (catalogue.rating[product] as number) * reviews;
    features.set(
      [
        index.title.score(understood.weights, product),
        index.shelf.score(understood.weights, product),
        matched,
        adjacent,
        cosines[row] as number,
        agreement(asked.get("brand"), catalogue.brand[product] as number),
        agreement(asked.get("type"), said("type")),
        understood.categoryShares[catalogue.category[product] as number] as number,
        ATTRIBUTES.reduce((sum, field) => sum + agreement(asked.get(field), said(field)), 0),
        terms.length,
        Math.log1p(catalogue.salesBefore[product] as number),
        columns.pricePosition[product] as number,
        (stars + PRIOR_REVIEWS * USUAL_RATING) / (reviews + PRIOR_REVIEWS),
        Math.log1p(reviews),
        Math.log1p(Math.max(0, now - (catalogue.listedDay[product] as number))),
        history.ofProduct(product),
        clicksForQuery(product),
      ],
      row * SEARCH_FEATURE_COUNT,
    );
  });
  return features;
}
