import { describe, expect, it } from "vitest";
import { buildSearchFiles, parseSearchFile, type SearchDocument } from "./index-file";
import { createSearchEngine, type SearchOptions } from "./search-engine";

type Source = SearchDocument & { text: string };
const chapter = (title: string, text: string, path = title): Source => ({
  kind: "chapter",
  title,
  path: `/framework/x#${path}`,
  page: "Biases",
  text,
});
const SOURCES: Source[] = [
  chapter("Serving", "Position in the queue. Bias of the network. The basis of it all."),
  chapter("Position bias", "The first place is looked at more."),
  chapter("Metrics", "NDCG@10 after an A/B test of DCN-v2. It is about absolute values."),
  chapter("Retrieval", "A two-tower model."),
  { kind: "solution", title: "Points", path: "/cases/v#point-x", text: "Position bias is named." },
  {
    kind: "term",
    title: "normalised discounted cumulative gain",
    also: "NDCG, nDCG",
    path: "/glossary#n",
    text: "",
  },
];
const ACTIONS: SearchDocument[] = [{ kind: "action", title: "Switch to the dark theme", path: "" }];

const { file, texts } = buildSearchFiles(SOURCES);
// As it arrives: through JSON.
const engine = createSearchEngine(parseSearchFile(JSON.parse(JSON.stringify(file))), ACTIONS);

function titles(query: string, options: Partial<SearchOptions> = {}): string[] {
  return engine
    .search(query, { withSolutions: false, perGroup: 9, ...options })
    .flatMap(({ results }) => results.map(({ entry }) => entry.title));
}

describe("search", () => {
  it.each(["position bias", "positon bias", "possition bais", "bias position", "POSITION BIAS", "posit bia"])(
    "finds what is called so first, for “%s”",
    (query) => expect(titles(query)[0]).toBe("Position bias"),
  );

  it.each([
    ["ndcg@10", "Metrics"],
    ["NDCG 10", "Metrics"],
    ["dcnv2", "Metrics"],
    ["dcn v2", "Metrics"],
    ["A/B", "Metrics"],
    ["ab test", "Metrics"],
    ["two tower", "Retrieval"],
    ["two-tower", "Retrieval"],
    ["twotower", "Retrieval"],
  ])("finds the field term “%s”", (query, title) => expect(titles(query)).toContain(title));

  it("does not take A/B for the beginning of a word", () => {
    const alone = buildSearchFiles([chapter("Other", "It is about absolute values.")]);
    const other = createSearchEngine(alone.file, []);
    expect(other.search("A/B", { withSolutions: false, perGroup: 9 })).toEqual([]);
  });

  it("finds a term by its other names before a text that uses it", () => {
    expect(titles("ndcg")[0]).toBe("normalised discounted cumulative gain");
  });

  it("keeps solutions out unless they were asked for", () => {
    expect(titles("named")).toEqual([]);
    expect(titles("named", { withSolutions: true })).toEqual(["Points"]);
  });

  it("finds actions in the same list", () =>
    expect(titles("dark theme")).toEqual(["Switch to the dark theme"]));

  it("takes some of the words when no document has all", () => {
    expect(titles("retrieval zebra")).toEqual(["Retrieval"]);
    expect(titles("zebra")).toEqual([]);
    expect(titles("  ?! ")).toEqual([]);
  });

  it("puts the group of the best result first and cuts each", () => {
    const groups = engine.search("position", { withSolutions: true, perGroup: 1 });
    expect(groups.map(({ kind, results }) => [kind, results.length])).toEqual([
      ["chapter", 1],
      ["solution", 1],
    ]);
  });

  it("knows the text of a result", () => {
    const [group] = engine.search("two tower", { withSolutions: false, perGroup: 1 });
    expect(texts[group?.results[0]?.textId ?? -1]).toBe("A two-tower model.");
  });

  it("works before the index is here", () => {
    const early = createSearchEngine(null, ACTIONS);
    expect(early.search("theme", { withSolutions: false, perGroup: 1 })).toHaveLength(1);
  });
});

describe("parseSearchFile", () => {
  it("refuses what leads off the site and what is no index", () => {
    const leading = { ...file, documents: [{ kind: "page", title: "x", path: "//elsewhere" }] };
    expect(() => parseSearchFile(leading)).toThrow();
    expect(() => parseSearchFile([])).toThrow();
  });
});
