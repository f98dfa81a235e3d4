/** The measures of a query and a product that the rankers read: their names, their order and what each means. */

export const SEARCH_FEATURES = [
  { name: "bm25-title", label: "BM25 of the title", group: "match" },
  { name: "bm25-shelf", label: "BM25 of brand and category", group: "match" },
  { name: "terms-matched", label: "share of query words matched", group: "match" },
  {
    name: "adjacent-terms",
    label: "share of neighbouring query words that are neighbours in the title",
    group: "match",
  },
  { name: "dense-cosine", label: "cosine of the two towers", group: "match" },
  { name: "brand-agrees", label: "brand agrees (1), differs (-1), not asked (0)", group: "match" },
  { name: "type-agrees", label: "type agrees (1), differs (-1), not known (0)", group: "match" },
  { name: "category-share", label: "chance that the query's clicks go to its category", group: "match" },
  { name: "attributes-agree", label: "asked attributes that agree less those that differ", group: "match" },
  { name: "title-length", label: "words in the title", group: "product" },
  { name: "popularity", label: "log of sales before", group: "product" },
  { name: "price-position", label: "place of the price in its category, 0 to 1", group: "product" },
  { name: "rating", label: "average rating, pulled to the mean", group: "product" },
  { name: "reviews", label: "log of the number of reviews", group: "product" },
  { name: "age", label: "log of the days since listing", group: "product" },
  { name: "click-through", label: "clicks against expectation on earlier days", group: "clicks" },
  { name: "query-click-through", label: "the same for this query's products", group: "clicks" },
] as const;
export type SearchFeature = (typeof SEARCH_FEATURES)[number]["name"];
export const SEARCH_FEATURE_NAMES = SEARCH_FEATURES.map(({ name }) => name) as [
  SearchFeature,
  ...SearchFeature[],
];
export const SEARCH_FEATURE_COUNT = SEARCH_FEATURES.length;
