/** What the command palette finds: entries of /search-index.json, and how they are ranked. */

export type SearchEntry = {
  title: string;
  path: string;
  /** The page that a heading belongs to. */
  section?: string;
  /** page, chapter, heading, case, term … */
  kind: string;
};

/** Keeps what has the right shape, so that an old or foreign file can not break the palette. */
export function parseEntries(body: unknown): SearchEntry[] {
  if (!Array.isArray(body)) return [];
  return body.filter(
    (entry): entry is SearchEntry =>
      typeof entry?.title === "string" &&
      typeof entry?.path === "string" &&
      entry.path.startsWith("/") &&
      typeof entry?.kind === "string",
  );
}

const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** 0 when a word of the query is nowhere; otherwise more for the title than the section, and for starts of words. */
function matchScore(entry: SearchEntry, words: readonly string[]): number {
  const title = fold(entry.title);
  const section = fold(entry.section ?? "");
  let score = 0;
  for (const word of words) {
    if (title === word) score += 12;
    else if (title.startsWith(word)) score += 8;
    else if (title.includes(` ${word}`)) score += 6;
    else if (title.includes(word)) score += 3;
    else if (section.includes(word)) score += 1;
    else return 0;
  }
  return score - title.length / 1000;
}

/** The best `limit` entries for a query, best first; equal scores keep the order of the index. */
export function rankEntries<Entry extends SearchEntry>(
  entries: readonly Entry[],
  query: string,
  limit: number,
): Entry[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries.slice(0, limit);
  return entries
    .map((entry) => ({ entry, score: matchScore(entry, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ entry }) => entry);
}
