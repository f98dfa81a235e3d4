/** How words are written: the American form of British words, plurals, and slips of the keyboard. */
import type { Random } from "@/lib/random";

const AMERICAN: Readonly<Record<string, string>> = {
  grey: "gray",
  jewellery: "jewelry",
  moisturiser: "moisturizer",
  aluminium: "aluminum",
  organiser: "organizer",
  tyre: "tire",
  pyjamas: "pajamas",
  personalised: "personalized",
  orthopaedic: "orthopedic",
  fibre: "fiber",
  fibreglass: "fiberglass",
  microfibre: "microfiber",
  cancelling: "canceling",
  ageing: "aging",
  liquidiser: "liquidizer",
  litre: "liter",
  metre: "meter",
  colour: "color",
  volumising: "volumizing",
  woollen: "woolen",
  woolly: "wooly",
  hosepipe: "hose pipe",
  doughnut: "donut",
};
const BRITISH_WORD = new RegExp(`\\b(${Object.keys(AMERICAN).join("|")})\\b`, "g");

/** The text with American spelling. */
export const toAmerican = (text: string): string =>
  text.replace(BRITISH_WORD, (word) => AMERICAN[word] ?? word);

/** The plural of the last word; words that end in s stay. */
export function toPlural(text: string): string {
  if (/(s|wear)$/.test(text)) return text;
  if (/(x|ch|sh)$/.test(text)) return `${text}es`;
  if (/[^aeiou]y$/.test(text)) return `${text.slice(0, -1)}ies`;
  if (/shelf$/.test(text)) return `${text.slice(0, -1)}ves`;
  if (/knife$/.test(text)) return `${text.slice(0, -2)}ves`;
  return `${text}s`;
}

const MIN_SLIP_LENGTH = 5;

/** One slip in one of the longer words: a letter left out, doubled, or swapped with the next. Never the first letter. */
export function misspell(text: string, random: Random): string {
  const words = text.split(" ");
  const long = words.flatMap((word, i) => (word.length >= MIN_SLIP_LENGTH && !/\d/.test(word) ? [i] : []));
  const chosen = long[random.integer(long.length)];
  if (chosen === undefined) return text;
  const word = words[chosen] as string;
  const place = 1 + random.integer(word.length - 2);
  const [before, letter, after] = [word.slice(0, place), word[place] ?? "", word.slice(place + 1)];
  const slips = [
    before + after,
    before + letter + letter + after,
    before + (after[0] ?? "") + letter + after.slice(1),
  ];
  words[chosen] = slips[random.integer(slips.length)] as string;
  return words.join(" ");
}
