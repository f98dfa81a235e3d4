/** Made-up effects of a search for the tests of words and questions. */
import type { SearchEffect } from "@/lib/pipeline/product-search/trace";

const SLATE = Array.from({ length: 10 }, (_, place) => 100 + place);

export const searchEffect = (part: Partial<SearchEffect> & { id: string }): SearchEffect => ({
  slate: SLATE,
  titles: SLATE.map(String),
  kept: SLATE.length,
  ndcg10: 0.8,
  diversity: 0.4,
  sellers: 8,
  brands: 7,
  duplicates: 0,
  outOfStock: 0,
  milliseconds: 9,
  ...part,
});
