/**
 * Which words of a title a search matched, for the eye. Titles are marked where they are drawn, by the words and stems of
 * the index itself: a trace that carried the places would be twice as long.
 */
import { normaliseWord, splitWords, stemOf } from "../search/tokens";

/** A stretch of a title; marked where the index found one of the terms. */
export type TitlePart = { readonly text: string; readonly isMatch: boolean };

/** The parts in their order; put together they are the title. `terms`: stems, as a hit's matched terms name them. */
export function markTitle(title: string, terms: Iterable<string>): TitlePart[] {
  const wanted = new Set(terms);
  const parts: TitlePart[] = [];
  let end = 0;
  for (const { surface, at } of splitWords(title)) {
    if (!wanted.has(stemOf(normaliseWord(surface)))) continue;
    if (at > end) parts.push({ text: title.slice(end, at), isMatch: false });
    parts.push({ text: surface, isMatch: true });
    end = at + surface.length;
  }
  if (end < title.length) parts.push({ text: title.slice(end), isMatch: false });
  return parts;
}

/** The word of a text that has this stem, as it stands there; the stem itself where none has. */
export function wordOfStem(text: string, stem: string): string {
  const found = splitWords(text).find(({ surface }) => stemOf(normaliseWord(surface)) === stem);
  return found?.surface ?? stem;
}
