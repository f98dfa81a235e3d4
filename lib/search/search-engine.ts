/**
 * Finding: one engine for chapters, cases, terms, decisions, pages and actions. It ranks what the index finds, lifts what is
 * called what was asked for, and puts results into groups in the order of their best one.
 */
import MiniSearch from "minisearch";
import {
  INDEX_OPTIONS,
  type SearchDocument,
  type SearchFile,
  type SearchKind,
  toIndexed,
} from "@/lib/search/index-file";
import { buildPairQuery, buildQuery } from "@/lib/search/query";
import { formsOf, isStopWord, wordsOf } from "@/lib/search/words";

export type Found<Entry extends SearchDocument> = {
  entry: Entry;
  /** Where its text is in the file of texts; null for what joined at run time. */
  textId: number | null;
  score: number;
  /** The words of the index that it was found by. */
  terms: ReadonlySet<string>;
};
export type ResultGroup<Entry extends SearchDocument> = { kind: SearchKind; results: Found<Entry>[] };
export type SearchOptions = {
  /** Solutions are found only by who asked for them. */
  withSolutions: boolean;
  /** At most so many results a group. */
  perGroup: number;
};
export type SearchEngine<Entry extends SearchDocument> = {
  search(query: string, options: SearchOptions): ResultGroup<Entry>[];
};

const FIELD_BOOST = { title: 6, also: 6, page: 1.5, text: 1 };
const FUZZY_WEIGHT = { fuzzy: 0.3, prefix: 0.5 };
/** A document that is called what was asked for outranks one that mentions it often. */
const TITLE_COVER_BOOST = 2;

/** `extra` are documents that only this page knows (its places and actions); `file` is null before it is loaded. */
export function createSearchEngine<Extra extends SearchDocument>(
  file: SearchFile | null,
  extra: readonly Extra[],
): SearchEngine<SearchDocument | Extra> {
  type Result = Found<SearchDocument | Extra>;
  const known = file?.documents ?? [];
  const index = file ? MiniSearch.loadJS(file.index, INDEX_OPTIONS) : new MiniSearch(INDEX_OPTIONS);
  index.addAll(toIndexed(extra, known.length));
  const all: (SearchDocument | Extra)[] = [...known, ...extra];

  function find(query: string, combine: "AND" | "OR", withSolutions: boolean) {
    const built = buildQuery(query, combine);
    const pairs = buildPairQuery(query);
    const options = {
      tokenize: (term: string) => [term],
      boost: FIELD_BOOST,
      weights: FUZZY_WEIGHT,
      filter: ({ id }: { id: number }) => withSolutions || all[id]?.kind !== "solution",
    };
    const bonus = new Map(pairs ? index.search(pairs, options).map((hit) => [hit.id as number, hit]) : []);
    return (built ? index.search(built, options) : []).flatMap(({ id, score, terms }): Result[] => {
      const entry = all[id];
      if (!entry) return [];
      const pair = bonus.get(id);
      const found = new Set([...terms, ...(pair?.terms ?? [])]);
      const textId = id < known.length ? id : null;
      return [
        { entry, textId, terms: found, score: (score + (pair?.score ?? 0)) * titleBoost(entry, found) },
      ];
    });
  }

  return {
    search(query, { withSolutions, perGroup }) {
      const strict = find(query, "AND", withSolutions);
      return grouped(strict.length > 0 ? strict : find(query, "OR", withSolutions), perGroup);
    },
  };
}

/** 1 when no word of the title was found, up to 1 + TITLE_COVER_BOOST when all were. */
function titleBoost({ title, also = "" }: SearchDocument, found: ReadonlySet<string>): number {
  const names = [title, ...also.split(", ")].filter(Boolean);
  return 1 + TITLE_COVER_BOOST * Math.max(...names.map((name) => coverOf(name, found))) ** 2;
}

function coverOf(name: string, found: ReadonlySet<string>): number {
  const words = wordsOf(name).filter(({ joined }) => !isStopWord(joined));
  const hits = words.filter((word) => formsOf(word).some((form) => found.has(form)));
  return words.length === 0 ? 0 : hits.length / words.length;
}

function grouped<Entry extends SearchDocument>(
  found: readonly Found<Entry>[],
  perGroup: number,
): ResultGroup<Entry>[] {
  const groups = new Map<SearchKind, Found<Entry>[]>();
  for (const result of [...found].sort((a, b) => b.score - a.score)) {
    const group = groups.get(result.entry.kind) ?? [];
    if (group.length < perGroup) group.push(result);
    groups.set(result.entry.kind, group);
  }
  return [...groups].map(([kind, results]) => ({ kind, results }));
}
