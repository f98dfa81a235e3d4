/** The words of every attribute as queries write them (lower case) and as titles do (capitals, in two spellings). */
import { AUDIENCES, COLOURS, MATERIALS, SIZE_SCHEMES } from "./attributes";
import { toAmerican, toPlural } from "./spelling";
import { PRODUCT_TYPES } from "./vocabulary";

/** [value][word]; by type as well where the words depend on it. */
export type Phrases = {
  readonly names: readonly (readonly string[])[];
  readonly plurals: readonly (readonly string[])[];
  readonly colours: readonly (readonly string[])[];
  readonly materials: readonly (readonly string[])[];
  readonly audiences: readonly (readonly string[])[];
  /** [type][value][word]; value 0 is none. */
  readonly sizes: readonly (readonly (readonly string[])[])[];
  /** [type][value]; value 0 is none. */
  readonly features: readonly (readonly string[])[];
};

export const QUERY_PHRASES: Phrases = {
  names: PRODUCT_TYPES.map(({ names }) => names),
  plurals: PRODUCT_TYPES.map(({ names }) => names.map(toPlural)),
  colours: COLOURS.map(({ words }) => words),
  materials: MATERIALS.map(({ words }) => words),
  audiences: AUDIENCES,
  sizes: PRODUCT_TYPES.map(({ sizes }) => [[""], ...((sizes && SIZE_SCHEMES[sizes]) || [])]),
  features: PRODUCT_TYPES.map(({ features }) => ["", ...features]),
};

const SMALL_WORDS = new Set("for with and in of on to the cm ml kg l gb mah pc".split(" "));
const LETTER_WORDS = new Set(
  "uk xs s m l xl xxl tv led usb rgb gps rfid diy bbq pu cctv rc sd a4 a3".split(" "),
);
const UNITS = /^\d[\d.x]*(?:cm|ft|ml|gb|mah|kg|w|v|m|l|pc)$/;

function capitalise(word: string): string {
  if (SMALL_WORDS.has(word) || UNITS.test(word)) return word;
  return LETTER_WORDS.has(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1);
}

/** "led lit mirror" to "LED Lit Mirror"; units stay as they are. */
export const toTitleCase = (text: string): string => text.split(" ").map(capitalise).join(" ");

function titlePhrases(write: (text: string) => string): Phrases {
  const list = (words: readonly string[]) => words.map(write);
  const { names, plurals, colours, materials, audiences, sizes, features } = QUERY_PHRASES;
  return {
    names: names.map(list),
    plurals: plurals.map(list),
    colours: colours.map(list),
    materials: materials.map(list),
    audiences: audiences.map(list),
    sizes: sizes.map((values) => values.map(list)),
    features: features.map(list),
  };
}

export const BRITISH_PHRASES = titlePhrases(toTitleCase);
export const AMERICAN_PHRASES = titlePhrases((text) => toTitleCase(toAmerican(text)));

/** Which of `count` words two random bits choose: the first with 1/2, others with 1/4 each. */
export const wordChoice = (bits: number, count: number): number => {
  const roll = bits & 3;
  return roll < 2 ? 0 : Math.min(roll - 1, count - 1);
};
