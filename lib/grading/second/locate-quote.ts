/**
 * Finds a quote in a text by its words: case, accents, punctuation, Markdown and line breaks may differ, words and their
 * order may not. The place is given in the text as it was written.
 */
import { INVISIBLE_CLASS } from "@/lib/grading/text/unicode";

type Word = { text: string; start: number; end: number };

const WORD = new RegExp(`[\\p{L}\\p{N}\\p{M}%${INVISIBLE_CLASS}]+`, "gu");
const INVISIBLE = new RegExp(`[${INVISIBLE_CLASS}]`, "gu");

/** Compatibility-composed, lower-case, without accents and invisible characters. */
const plain = (text: string): string =>
  text.normalize("NFKC").replace(INVISIBLE, "").toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

/** One stretch of letters may become two words: a fraction is two numbers with a slash between them. */
function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: found, index }) =>
    [...plain(found).matchAll(/[\p{L}\p{N}%]+/gu)].map(([word]) => ({
      text: word,
      start: index,
      end: index + found.length,
    })),
  );
}

/** Characters that count of a quote: its words, with one space between them. */
export const quoteLength = (quote: string): number =>
  wordsOf(quote)
    .map(({ text }) => text)
    .join(" ").length;

/** Where `quote` first stands in `text`, in UTF-16 positions; null when it does not, or holds no word. */
export function locateQuote(text: string, quote: string): { start: number; end: number } | null {
  const wanted = wordsOf(quote);
  const words = wordsOf(text);
  const first = wanted[0];
  if (!first) return null;
  for (let at = 0; at + wanted.length <= words.length; at++) {
    if (!wanted.every((word, i) => words[at + i]?.text === word.text)) continue;
    const [from, to] = [words[at], words[at + wanted.length - 1]];
    if (from && to) return { start: from.start, end: to.end };
  }
  return null;
}
