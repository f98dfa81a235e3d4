import { describe, expect, it } from "vitest";
import { parseEntries, rankEntries, type SearchEntry } from "./search-entries";

const entries: SearchEntry[] = [
  { title: "Data and features", path: "/framework/data", kind: "chapter" },
  {
    title: "Negative sampling",
    path: "/framework/data#negative-sampling",
    section: "Data and features",
    kind: "heading",
  },
  {
    title: "A/B tests need data too",
    path: "/framework/evaluate#tests",
    section: "Evaluate",
    kind: "heading",
  },
  { title: "Café recommendation", path: "/cases/cafe", kind: "case" },
];

describe("rankEntries", () => {
  it("puts the start of a title before its middle, and the title before the section", () => {
    expect(rankEntries(entries, "data", 9).map((entry) => entry.path)).toEqual([
      "/framework/data",
      "/framework/evaluate#tests",
      "/framework/data#negative-sampling",
    ]);
  });
  it("wants every word, in any order, without accents or case", () => {
    expect(rankEntries(entries, "SAMPLING negative", 9)).toHaveLength(1);
    expect(rankEntries(entries, "cafe", 9)).toHaveLength(1);
    expect(rankEntries(entries, "negative zebra", 9)).toHaveLength(0);
  });
  it("shows the first entries for an empty query", () => {
    expect(rankEntries(entries, "  ", 2)).toEqual(entries.slice(0, 2));
  });
});

describe("parseEntries", () => {
  it("drops what is not an entry and what leads off the site", () => {
    expect(
      parseEntries([entries[0], { title: "x" }, null, { title: "x", path: "https://x", kind: "page" }]),
    ).toEqual([entries[0]]);
    expect(parseEntries({})).toEqual([]);
  });
});
