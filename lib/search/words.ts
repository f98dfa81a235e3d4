/**
 * Words as the index and a query both see them. Field terms hold marks ("NDCG@10", "DCN-v2", "two-tower", "A/B"): each
 * is indexed joined ("ndcg10", "twotower", "ab") and by its parts, so that it is found however it is written.
 */

export type Word = {
  /** Offsets in the text, end exclusive. */
  start: number;
  end: number;
  /** The word as one term; empty for what is not indexed. */
  joined: string;
  /** The parts of a compound that are worth finding alone; empty for a simple word. */
  parts: readonly string[];
};

const COMPOUND = /[\p{L}\p{N}\p{M}]+(?:[-\u2010-\u2013@/+._'\u2019][\p{L}\p{N}\p{M}]+)*/gu;
/** Most words: nothing to fold but the case, nothing to split. */
const PLAIN = /^[a-z0-9]+$/i;
const NUMBER = /^\d+(?:[.,/\u2013-]\d+)*$/;

/** Words that stand everywhere and tell nothing apart. */
const STOP_WORDS = new Set(
  "a an and are as at be because been but by can did do does for from had has have how i if in into is it its itself just like no nor not of on or our own per so some such than that the their them then there these they this those to too until up us very was we were what when where which who why will with would you your".split(
    " ",
  ),
);

/** Lower case, without accents and ligatures. */
export const fold = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** The words of a text in order. Pure numbers are left out: a page is not looked for by 0.7886. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(COMPOUND)].flatMap(({ 0: source, index }) => {
    if (NUMBER.test(source)) return [];
    if (PLAIN.test(source))
      return [{ start: index, end: index + source.length, joined: source.toLowerCase(), parts: [] }];
    const split = fold(source)
      .replace(/['\u2019]s$/, "")
      .split(/[^\p{L}\p{N}]+/u);
    const word = { start: index, end: index + source.length, joined: split.join("") };
    const parts = split.length === 1 ? [] : split.filter((part) => part.length > 1 && !/^\d+$/.test(part));
    return word.joined ? [{ ...word, parts: parts.filter((part) => !STOP_WORDS.has(part)) }] : [];
  });
}

/** What a word is indexed as. */
export const formsOf = ({ joined, parts }: Word): string[] => [joined, ...parts];

export const isStopWord = (term: string): boolean => STOP_WORDS.has(term);

/** The terms of a text, for the index. */
export const termsOf = (text: string): string[] =>
  wordsOf(text)
    .flatMap(formsOf)
    .filter((term) => !isStopWord(term));
