/**
 * Numbers with their scale and unit, read out of a sentence: "10,000 candidates", "200ms", "5M items", "ten minutes".
 * Units are those of the estimator (lib/interview/estimator/units).
 */
import type { Token } from "@/lib/grading/text/tokens";
import { NUMBER_WORDS } from "@/lib/interview/estimator/number-words";
import { unitOf } from "@/lib/interview/estimator/units";

export type Quantity = {
  /** In the base unit: seconds, bytes, requests per second, or a plain count. */
  value: number;
  kind: "seconds" | "bytes" | "rate" | "percent" | "count";
  /** Tokens [from, to), unit included. */
  from: number;
  to: number;
};

const WORDS: Readonly<Record<string, number>> = { ...NUMBER_WORDS, hundred: 100 };
const SCALES: Record<string, number> = {
  hundred: 100,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
};
const ARTICLES = new Set(["a", "an"]);
/** What stands before "a minute" when it is a stretch of time. */
const SPANS = new Set(
  "for within in than every after of until to least most about once under below".split(" "),
);
/** Scales that are the letter alone, right behind the number: 10M, 2B. */
const LETTERS: Record<string, number> = { M: 1e6, B: 1e9, K: 1e3, k: 1e3, T: 1e12 };

const written = (text: string, token: Token | undefined) => (token ? text.slice(token.start, token.end) : "");

function scaleAt(text: string, tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  if (!token) return null;
  const isAttached = tokens[at - 1]?.end === token.start;
  return (isAttached ? LETTERS[written(text, token)] : undefined) ?? SCALES[token.word] ?? null;
}

function numberAt(text: string, tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  if (!token) return null;
  if (!token.isNumber) return WORDS[token.word] ?? null;
  // ".362" is written without its zero.
  const point = /(?:^|[^\d])\.$/.test(text.slice(Math.max(0, token.start - 2), token.start)) ? "0." : "";
  const value = Number(point + token.word.replace(/,(?=\d{3})/g, "").replace("%", ""));
  return Number.isFinite(value) ? value : null;
}

function unitAt(text: string, token: Token | undefined): Pick<Quantity, "value" | "kind"> | null {
  if (!token || token.isNumber) return null;
  const unit = unitOf(written(text, token));
  if (!unit) return null;
  const { second = 0, byte = 0, ...nouns } = unit.dimensions;
  if (second === 1) return { value: unit.value, kind: "seconds" };
  if (byte === 1) return { value: unit.value, kind: "bytes" };
  if (second === -1 && nouns.request === 1) return { value: unit.value, kind: "rate" };
  return null;
}

function quantityAt(text: string, tokens: readonly Token[], at: number): Quantity | null {
  const number = numberAt(text, tokens, at);
  if (number === null) return null;
  let value = number;
  let to = at + 1;
  for (let scale = scaleAt(text, tokens, to); scale !== null; scale = scaleAt(text, tokens, to)) {
    value *= scale;
    to += 1;
  }
  if (tokens[at]?.word.endsWith("%") || tokens[to]?.word === "percent")
    return { value: value / 100, kind: "percent", from: at, to };
  const unit = unitAt(text, tokens[to]);
  // "one" alone counts nothing; "a minute" does, unless it is a rate ("ten a minute").
  if (!unit && to === at + 1 && !tokens[at]?.isNumber && number === 1) return null;
  if (unit && to === at + 1 && ARTICLES.has(tokens[at]?.word ?? "") && !SPANS.has(tokens[at - 1]?.word ?? ""))
    return null;
  return unit
    ? { value: value * unit.value, kind: unit.kind, from: at, to: to + 1 }
    : { value, kind: "count", from: at, to };
}

/** All quantities of a token list, in order. `text` is the text that offsets point into. */
export function quantitiesIn(text: string, tokens: readonly Token[]): Quantity[] {
  const found: Quantity[] = [];
  for (let at = 0; at < tokens.length; ) {
    const quantity = quantityAt(text, tokens, at);
    if (quantity) found.push(quantity);
    at = quantity?.to ?? at + 1;
  }
  return found;
}
