/**
 * What an interviewer says aloud, in digits: "a hundred million" -> "100,000,000", "a fifth" -> "20%", "one in twelve"
 * -> "8.333…%". Facts are spoken; the solution that uses them writes digits, and both are the same number.
 */
import { NUMBER_WORDS } from "@/lib/interview/estimator/number-words";

const SCALES: Record<string, number> = { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9 };
const PARTS: Record<string, number> = {
  half: 1 / 2,
  third: 1 / 3,
  quarter: 1 / 4,
  fifth: 1 / 5,
  sixth: 1 / 6,
  eighth: 1 / 8,
  tenth: 1 / 10,
  twentieth: 1 / 20,
  hundredth: 1 / 100,
  thousandth: 1 / 1000,
};

const anyOf = (words: Record<string, number>) => Object.keys(words).join("|");
const WORD = `(?:${anyOf(NUMBER_WORDS)}|${anyOf(SCALES)})`;
const CARDINAL = new RegExp(`\\b(?:${anyOf(NUMBER_WORDS)})(?:[\\s-](?:and )?${WORD})*\\b`, "gi");
const FRACTION = new RegExp(
  `\\b(?:(${anyOf(NUMBER_WORDS)})\\s)?(${anyOf(PARTS)})s?\\b(\\s(?:of\\s)?a\\spercent)?`,
  "gi",
);
/** "three in ten", "one request in a hundred", "1 in 200". */
const RATIO = /\b([\d,]+)(?:\s\p{L}+)?\s(?:in|out of)\s([\d,]+)\b/giu;

/** The text with every number in digits; shares are written as percent. */
export function inDigits(text: string): string {
  return text
    .replace(FRACTION, (_, count: string | undefined, part: string, ofPercent: string | undefined) => {
      const share = (NUMBER_WORDS[count?.toLowerCase() ?? "a"] ?? 1) * (PARTS[part.toLowerCase()] ?? 0);
      return ofPercent ? `${share}%` : percent(share);
    })
    .replace(CARDINAL, (words) => String(cardinal(words) ?? words))
    .replace(RATIO, (match, part: string, whole: string) => {
      const share = toNumber(part) / toNumber(whole);
      return share > 0 && share < 1 ? `${match} (${percent(share)})` : match;
    });
}

const toNumber = (digits: string): number => Number(digits.replaceAll(",", ""));
const percent = (share: number): string => `${Number((share * 100).toPrecision(12))}%`;

/** "two hundred and fifty thousand" -> 250000; a lone article is no number. */
function cardinal(words: string): number | null {
  const list = words
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word !== "and");
  if (list.every((word) => word === "a" || word === "an")) return null;
  let total = 0;
  let group = 0;
  for (const word of list) {
    const scale = SCALES[word];
    if (scale === undefined) group += NUMBER_WORDS[word] ?? 0;
    else if (scale === 100) group = Math.max(1, group) * 100;
    else {
      total += Math.max(1, group) * scale;
      group = 0;
    }
  }
  return total + group;
}
