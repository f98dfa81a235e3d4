/** The prebuilt index over the real texts: what readers type, typos too, and what a visitor's browser has to load. */
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { searchSources } from "@/lib/content/search-documents";
import { buildSearchFiles } from "@/lib/search/index-file";
import { createSearchEngine } from "@/lib/search/search-engine";

const sources = searchSources();
const { file, texts } = buildSearchFiles(sources);
const engine = createSearchEngine(file, []);
const search = (query: string, withSolutions = false) =>
  engine.search(query, { withSolutions, perGroup: 7 }).flatMap(({ results }) => results);

describe("search over the site's texts", () => {
  it.each(["position bias", "positon bias", "possition bais"])("“%s” finds position bias first", (query) => {
    const [best] = search(query);
    expect(`${best?.entry.title} ${texts[best?.textId ?? -1]}`.toLowerCase()).toMatch(
      /position(al)? (bias|is the bias)/,
    );
  });

  it.each([
    ["ndcg@10", /ndcg/i],
    ["DCN-v2", /dcn-v2/i],
    ["two tower", /two-tower/i],
    ["two-tower", /two-tower/i],
    ["A/B", /a\/b/i],
  ])("“%s” finds texts that use it", (query, pattern) => {
    const found = search(query).map(
      ({ entry, textId }) => `${entry.title} ${entry.also} ${texts[textId ?? -1]}`,
    );
    expect(found.length).toBeGreaterThan(1);
    expect(found[0]).toMatch(pattern);
  });

  it("finds every section by its own title", () => {
    const lost = sources
      .filter(({ kind, page }) => kind === "chapter" && page)
      .filter(({ title, path }) => {
        const same = search(title).filter(({ entry }) => entry.title === title);
        return !same.some(({ entry }) => entry.path === path) && same.length < 7;
      });
    expect(lost.map(({ path }) => path)).toEqual([]);
  });

  it("shows nothing of a solution to who did not ask for it", () => {
    const ofSolutions = sources.filter(({ kind }) => kind === "solution");
    expect(ofSolutions.length).toBeGreaterThan(100);
    for (const { title } of ofSolutions.slice(0, 60))
      expect(search(title).filter(({ entry }) => entry.kind === "solution")).toEqual([]);
  });

  it("has one document an address", () => {
    const paths = sources.map(({ path }) => path);
    expect(paths.filter((path, i) => paths.indexOf(path) !== i)).toEqual([]);
  });

  it("stays small on the wire: at most 400 kB gzip for the index and for the texts", () => {
    for (const part of [file, texts]) expect(gzipSync(JSON.stringify(part)).length).toBeLessThan(400_000);
  });
});
