/**
 * Words with their place in the original text. A hyphen, slash or `@` ends a word, a digit run is cut from the
 * letters that follow it (`200ms` is `200` and `ms`), letters keep their digits (`p99`), and an apostrophe is
 * part of a negation (`don't` is `do` + `not`).
 */
import { stemmer } from "stemmer";
import { INVISIBLE_CLASS, normaliseWord } from "@/lib/grading/text/unicode";
import { isFunctionWord, wordWeight } from "@/lib/grading/text/word-ranks";

export type Token = {
  /** UTF-16 offsets in the original text. */
  start: number;
  end: number;
  word: string;
  stem: string;
  isFunction: boolean;
  isNumber: boolean;
  /** What a reader learns from the word alone, 0 to 1. */
  weight: number;
};

const WORD = new RegExp(
  `\\p{N}+(?:[.,]\\p{N}+)*%?|\\p{L}[\\p{L}\\p{M}\\p{N}${INVISIBLE_CLASS}]*(?:['’]\\p{L}+)?`,
  "gu",
);

/** British and American spellings that differ inside the stem. */
function unifySpelling(word: string): string {
  return word
    .replace(/is(e|es|ed|ing|ation|ations|er|ers)$/, (ending, rest: string) =>
      word.length > 6 ? `iz${rest}` : ending,
    )
    .replace(/our(s|ed|ing|able|ite|ites|al)?$/, (ending, rest: string | undefined) =>
      word.length > 5 ? `or${rest ?? ""}` : ending,
    )
    .replace(/^catalogue/, "catalog")
    .replace(/([a-z]{3,}[aeiou])ll(ed|ing|er|ers)$/, "$1l$2")
    .replace(/tre$/, "ter");
}

/** Stem of one already normalised word, spelling unified. */
export function stemOf(word: string): string {
  return stemmer(unifySpelling(word));
}

const stemCache = new Map<string, string>();
function cachedStem(word: string): string {
  const known = stemCache.get(word);
  if (known !== undefined) return known;
  const stem = stemOf(word);
  if (stemCache.size > 20_000) stemCache.clear();
  stemCache.set(word, stem);
  return stem;
}

function toToken(word: string, start: number, end: number): Token {
  const isNumber = /^\p{N}/u.test(word);
  const stem = isNumber ? word.replace(/,(?=\d{3})/g, "") : cachedStem(word);
  const isFunction = isFunctionWord(word);
  return { start, end, word, stem, isFunction, isNumber, weight: isFunction ? 0 : wordWeight(word, stem) };
}

/** `don't` -> do, not; `it's` -> it; both halves keep the place of the whole. */
function splitApostrophe(word: string): string[] {
  const [head = "", tail = ""] = word.split(/['’]/);
  if (tail === "t") {
    if (word.startsWith("can")) return ["can", "not"];
    if (word.startsWith("won")) return ["will", "not"];
    return [head.endsWith("n") ? head.slice(0, -1) : head, "not"];
  }
  return [head];
}

/** What people leave out when they type fast: an apostrophe, or half of "because". */
const TYPED_FAST: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    "is are was were do does did has have had could would should must need"
      .split(" ")
      .map((verb) => [`${verb}nt`, [verb, "not"]]),
  ),
  cant: ["can", "not"],
  cannot: ["can", "not"],
  wont: ["will", "not"],
  theres: ["there"],
  cos: ["because"],
  cuz: ["because"],
  becuase: ["because"],
  becouse: ["because"],
  becase: ["because"],
  thier: ["their"],
  thats: ["that"],
  wich: ["which"],
};

/** All words of `text.slice(from, to)`; offsets are into `text`. */
export function tokenise(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  for (const match of text.slice(from, to).matchAll(WORD)) {
    const start = from + match.index;
    const end = start + match[0].length;
    const word = normaliseWord(match[0]);
    const typedFast = Object.hasOwn(TYPED_FAST, word) ? TYPED_FAST[word] : undefined;
    const pieces = typedFast ?? (/['’]/.test(word) ? splitApostrophe(word) : [word]);
    for (const piece of pieces) if (piece !== "") tokens.push(toToken(piece, start, end));
  }
  return tokens;
}
