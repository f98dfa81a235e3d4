/** The sentence around the found words, and which of its characters to mark. */
import { formsOf, type Word, wordsOf } from "@/lib/search/words";

export type MarkedText = readonly { text: string; isFound: boolean }[];

const SNIPPET_CHARACTERS = 150;
/** A part of a word that was typed only in part is not marked alone: the whole word is. */
const isFoundWord = (word: Word, terms: ReadonlySet<string>) =>
  terms.has(word.joined) || word.parts.some((part) => terms.has(part));

/** A text with its found words told apart. */
export function markFound(text: string, terms: ReadonlySet<string>): MarkedText {
  const pieces: { text: string; isFound: boolean }[] = [];
  let at = 0;
  for (const word of wordsOf(text).filter((one) => isFoundWord(one, terms))) {
    if (word.start > at) pieces.push({ text: text.slice(at, word.start), isFound: false });
    pieces.push({ text: text.slice(word.start, word.end), isFound: true });
    at = word.end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isFound: false });
  return pieces;
}

/** About 150 characters that hold the most different found words, cut between words. Null when none is in the text. */
export function snippetOf(text: string, terms: ReadonlySet<string>): MarkedText | null {
  const found = wordsOf(text)
    .filter((word) => isFoundWord(word, terms))
    .map((word) => ({ ...word, hits: formsOf(word).filter((form) => terms.has(form)) }));
  let best: { start: number; different: number } | null = null;
  for (const [i, word] of found.entries()) {
    const inside = found.slice(i, i + 40).filter(({ end }) => end - word.start <= SNIPPET_CHARACTERS - 30);
    const different = new Set(inside.flatMap(({ hits }) => hits)).size;
    if (!best || different > best.different) best = { start: word.start, different };
  }
  return best ? markFound(cutAround(text, best.start), terms) : null;
}

function cutAround(text: string, focus: number): string {
  const from = Math.max(0, text.lastIndexOf(" ", Math.max(0, focus - 30)));
  const start = from === 0 ? 0 : from + 1;
  const limit = start + SNIPPET_CHARACTERS;
  const end = limit >= text.length ? text.length : Math.max(focus, text.lastIndexOf(" ", limit));
  return `${start > 0 ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
}
