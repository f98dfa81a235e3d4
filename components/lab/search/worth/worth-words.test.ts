import { expect, it } from "vitest";
import { DEFAULT_SEARCH_KNOBS } from "@/lib/pipeline/product-search/knobs";
import type { SearchEffect } from "@/lib/pipeline/product-search/trace";
import { searchEffect } from "@/tests/support/search-run";
import { partVariants } from "./variants";
import { describeWorth, type WorthRow } from "./worth-words";

const base = searchEffect({ id: "base" });
const rows = (effects: Record<string, Partial<SearchEffect>>): WorthRow[] =>
  partVariants(DEFAULT_SEARCH_KNOBS).map((variant) => ({
    ...variant,
    effect: searchEffect({ id: variant.id, ...effects[variant.id] }),
  }));

it("switches every part once, words first, and only that part", () => {
  const variants = partVariants(DEFAULT_SEARCH_KNOBS);
  expect(variants.map(({ id }) => id)).toEqual([
    "spelling",
    "synonyms",
    "bm25",
    "two-tower",
    "filter",
    "ranker",
    "rules",
    "diversify",
  ]);
  expect(variants.find(({ id }) => id === "synonyms")?.knobs).toEqual({
    ...DEFAULT_SEARCH_KNOBS,
    synonyms: false,
  });
  const off = { ...DEFAULT_SEARCH_KNOBS, ablate: ["rules" as const] };
  expect(partVariants(off).find(({ id }) => id === "rules")).toMatchObject({
    isOnNow: false,
    knobs: { ablate: [] },
  });
});

it("names the part that is missed most, and what another lets through", () => {
  expect(
    describeWorth(
      rows({ ranker: { ndcg10: 0.55, kept: 3 }, synonyms: { ndcg10: 0.7 }, filter: { outOfStock: 2 } }),
      base,
    ),
  ).toBe("Ranker is missed most: NDCG@10 −0.25, 3 of 10 products stay. Without filter: 2 products sold out.");
  expect(describeWorth(rows({}), base)).toContain("No part is missed by this query");
});

it("counts what stays where there is no truth", () => {
  const unjudged = rows({ bm25: { kept: 2 } }).map((row) => ({
    ...row,
    effect: { ...row.effect, ndcg10: null },
  }));
  expect(describeWorth(unjudged, { ...base, ndcg10: null })).toBe("BM25 changes most: 2 of 10 stay.");
});
