/**
 * Cuts an answer into segments: sentences, list items, table rows, headings. A receipt is made of one to three
 * neighbouring segments, so they must be short enough to quote and never swallow a whole answer.
 */
import { type Token, tokenise } from "@/lib/grading/text/tokens";
import { MAX_PART_CHARACTERS } from "@/lib/grading/text/unicode";

export type Segment = {
  start: number;
  end: number;
  kind: "prose" | "item" | "heading";
  /** Segments of one block (paragraph or list) may be read together. */
  block: number;
  /** Ends with a colon: introduces what follows. */
  leadsIn: boolean;
  tokens: Token[];
};

const MAX_SEGMENT_WORDS = 45;
const SENTENCE_END = /[.!?]+["')\]*_]*(?=\s|$)|[。！？；]/gu;
const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|eg|ie|vs|approx|resp|incl|no|fig|cf|dr|mr|ms|[a-z])$/iu;
const MARKER = /^(\s*)(#{1,6}\s+|[-*+•–]\s+|\d{1,2}[.)]\s+|>\s+|\|\s*)?/u;

type Span = { start: number; end: number };

function sentencesOf(text: string, start: number, end: number): Span[] {
  const line = text.slice(start, end);
  const spans: Span[] = [];
  let from = 0;
  for (const match of line.matchAll(SENTENCE_END)) {
    const stop = match.index + match[0].length;
    if (match[0] === "." && ABBREVIATION.test(line.slice(from, match.index))) continue;
    spans.push({ start: start + from, end: start + stop });
    from = stop;
  }
  spans.push({ start: start + from, end });
  return spans.map((span) => trim(text, span)).filter((span) => span.end > span.start);
}

function trim(text: string, { start, end }: Span): Span {
  while (start < end && /[\s*_]/u.test(text[start] ?? "")) start++;
  while (end > start && /\s/u.test(text[end - 1] ?? "")) end--;
  return { start, end };
}

/** Cuts a run-on sentence at the last comma before the limit, or at the limit. */
function cutLong(text: string, tokens: Token[]): Token[][] {
  const pieces: Token[][] = [];
  let rest = tokens;
  while (rest.length > MAX_SEGMENT_WORDS) {
    let cut = MAX_SEGMENT_WORDS;
    for (let i = MAX_SEGMENT_WORDS; i > MAX_SEGMENT_WORDS / 2; i--) {
      const before = rest[i - 1];
      const after = rest[i];
      if (before && after && /[,:)\u2014]/.test(text.slice(before.end, after.start))) {
        cut = i;
        break;
      }
    }
    pieces.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  if (rest.length > 0) pieces.push(rest);
  return pieces;
}

function kindOf(marker: string | undefined): Segment["kind"] {
  if (marker === undefined || marker.startsWith(">")) return "prose";
  return marker.startsWith("#") ? "heading" : "item";
}

/** The segments of one line, which starts at `lineStart` and whose list or heading mark ends at `from`. */
function lineSegments(
  text: string,
  from: number,
  to: number,
  kind: Segment["kind"],
  block: number,
): Segment[] {
  return sentencesOf(text, from, to).flatMap((span) => {
    const pieces = cutLong(text, tokenise(text, span.start, span.end));
    return pieces.map((tokens, index) => {
      const start = index === 0 ? span.start : (tokens[0]?.start ?? span.start);
      const end = index === pieces.length - 1 ? span.end : (tokens.at(-1)?.end ?? span.end);
      return { start, end, kind, block, leadsIn: text.slice(start, end).endsWith(":"), tokens };
    });
  });
}

/** All segments of one part of an answer, in order. A blank line or a change of kind starts a new block. */
export function segment(fullText: string): Segment[] {
  const text = fullText.slice(0, MAX_PART_CHARACTERS);
  const segments: Segment[] = [];
  let block = 0;
  let lineStart = 0;
  let previousKind: Segment["kind"] | null = null;
  for (const line of text.split("\n")) {
    const lineEnd = lineStart + line.length;
    const match = MARKER.exec(line);
    const kind = kindOf(match?.[2]);
    const isBlank = line.trim() === "";
    if (isBlank || (previousKind !== null && kind !== previousKind)) block++;
    if (!isBlank) {
      segments.push(...lineSegments(text, lineStart + (match?.[0].length ?? 0), lineEnd, kind, block));
      previousKind = kind;
    }
    lineStart = lineEnd + 1;
  }
  return segments;
}
