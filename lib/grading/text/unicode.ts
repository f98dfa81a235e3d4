/**
 * Character-level hygiene. Texts are never rewritten as a whole, because receipts must point into what the
 * candidate typed; each word is normalised on its own instead.
 */

/** Characters read per part of an answer; about 6,000 words. What lies beyond is not graded. */
export const MAX_PART_CHARACTERS = 40_000;

/** Format, tag and variation characters that are invisible on screen and can hide text inside a word. */
export const INVISIBLE_CLASS = "\\p{Cf}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u3164\\uFE00-\\uFE0F\\uFFA0";
const INVISIBLE = new RegExp(`[${INVISIBLE_CLASS}]`, "gu");

/** Compatibility-composed, lower-case, without invisible characters and without combining accents. */
export function normaliseWord(word: string): string {
  return word
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .normalize("NFC");
}
