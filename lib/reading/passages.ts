/**
 * Passages are found again by their words: the quote, and the words before and after it (the text quote selector of the
 * W3C Web Annotation Data Model, 2017). Texts change; a passage that was edited a little is found by the words it still
 * shares, and one that is gone is said to be gone.
 */
import { READING_LIMITS } from "@/lib/reading/reading";

export type Quote = { quote: string; prefix: string; suffix: string };
/** Offsets in the text of the page, end exclusive. */
export type Span = { start: number; end: number };

/** Characters kept on either side of a quote. */
const AROUND = 32;
/** Share of the quote's words that a changed passage must still hold, in order. */
const STILL_THE_SAME = 0.7;
/** Below this, a few shared words are chance. */
const FEWEST_WORDS = 4;
/** What standing under the same heading is worth, in characters of agreeing context. */
const SAME_SECTION_BONUS = 12;

/** @returns null for a span without words, or one that is too long to keep. */
export function quoteOf(text: string, span: Span): Quote | null {
  const quote = text.slice(span.start, span.end);
  const start = span.start + (quote.length - quote.trimStart().length);
  const end = span.end - (quote.length - quote.trimEnd().length);
  if (!/[\p{L}\p{N}]/u.test(quote) || end - start > READING_LIMITS.quote) return null;
  return {
    quote: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - AROUND), start),
    suffix: text.slice(end, end + AROUND),
  };
}

/** A passage as it is shown: one line, without the gaps that citations and figures leave. */
export const readable = (quote: string): string =>
  quote
    .trim()
    .replace(/\s+/g, " ")
    .replace(/ ([.,;:!?)])/g, "$1");

function sharedEnd(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length++;
  return length;
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length++;
  return length;
}

/** Where the passage stands now. `section` is where its heading's text stands; twins there are preferred. */
export function findPassage(text: string, wanted: Quote, section: Span | null): Span | null {
  const bonus = ({ start, end }: Span) =>
    section && start >= section.start && end <= section.end ? SAME_SECTION_BONUS : 0;
  let best: (Span & { score: number }) | null = null;
  for (let start = text.indexOf(wanted.quote); start !== -1; start = text.indexOf(wanted.quote, start + 1)) {
    const span = { start, end: start + wanted.quote.length };
    const before = sharedEnd(text.slice(Math.max(0, start - AROUND), start), wanted.prefix);
    const after = sharedStart(text.slice(span.end, span.end + AROUND), wanted.suffix);
    const score = before + after + bonus(span);
    if (!best || score > best.score) best = { ...span, score };
  }
  return best ? { start: best.start, end: best.end } : findChanged(text, wanted.quote, bonus);
}

type PlacedWord = Span & { word: string };
const placedWords = (text: string): PlacedWord[] =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }));

/** Slides a window as long as the quote over the text, and keeps the one that shares most words with it. */
function findChanged(text: string, quote: string, bonus: (span: Span) => number): Span | null {
  const wanted = placedWords(quote).map(({ word }) => word);
  const words = placedWords(text);
  if (wanted.length < FEWEST_WORDS || words.length < wanted.length) return null;
  const open = new Map<string, number>();
  for (const word of wanted) open.set(word, (open.get(word) ?? 0) + 1);
  let shared = 0;
  let best: { at: number; score: number } | null = null;
  for (const [i, { word }] of words.entries()) {
    const left = open.get(word);
    if (left !== undefined) {
      if (left > 0) shared++;
      open.set(word, left - 1);
    }
    const gone = words[i - wanted.length]?.word;
    const goneLeft = gone === undefined ? undefined : open.get(gone);
    if (gone !== undefined && goneLeft !== undefined) {
      if (goneLeft >= 0) shared--;
      open.set(gone, goneLeft + 1);
    }
    const at = i - wanted.length + 1;
    if (at < 0) continue;
    const span = { start: words[at]?.start ?? 0, end: words[i]?.end ?? 0 };
    const score = shared + (bonus(span) > 0 ? 0.5 : 0);
    if (!best || score > best.score) best = { at, score };
  }
  return best ? trimmed(words.slice(best.at, best.at + wanted.length), wanted) : null;
}

/** The window from its first to its last shared word, if enough of the quote stands in it in the same order. */
function trimmed(window: readonly PlacedWord[], wanted: readonly string[]): Span | null {
  if (longestCommon(window, wanted) < STILL_THE_SAME * wanted.length) return null;
  const known = new Set(wanted);
  const kept = window.filter(({ word }) => known.has(word));
  const [first, last] = [kept[0], kept.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}

/** Length of the longest common subsequence of words. */
function longestCommon(window: readonly PlacedWord[], wanted: readonly string[]): number {
  let row = new Array<number>(wanted.length + 1).fill(0);
  for (const { word } of window) {
    const next = [0];
    for (const [j, other] of wanted.entries())
      next.push(word === other ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The sentences of a stretch of text, for choosing passages without a pointer. */
export function sentencesOf(text: string, section: Span): Span[] {
  const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
  return [...segmenter.segment(text.slice(section.start, section.end))].flatMap(({ segment, index }) => {
    const start = section.start + index + (segment.length - segment.trimStart().length);
    const end = section.start + index + segment.trimEnd().length;
    return /[\p{L}\p{N}]/u.test(segment) ? [{ start, end }] : [];
  });
}
