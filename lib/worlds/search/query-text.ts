/** How an intent is typed: which words, in which order, in which spelling, with slips. */
import type { Random } from "@/lib/random";
import type { Intent } from "./intents";
import { brandName, modelNumber } from "./names";
import { QUERY_PHRASES, wordChoice } from "./phrases";
import { GIFT_TEMPLATES, RECIPIENTS } from "./recipients";
import { misspell, toAmerican } from "./spelling";
import type { TitleColumns } from "./types";
import { CATEGORIES } from "./vocabulary";

const MISSPELT_SHARE = 0.07;
const AMERICAN_SHARE = 0.25;
const PLURAL_SHARE = 0.3;
/** Chance that attributes come behind the name. */
const NAME_FIRST_SHARE = 0.2;
/** Chance that the hyphen of a model number is left out. */
const JOINED_MODEL_SHARE = 0.15;
/** Of those with a limit to the price, who say no number. */
const CHEAP_SHARE = 0.3;
const CATEGORY_TEMPLATES = [
  "{shelf}",
  "{shelf}",
  "{shelf} products",
  "{shelf} ideas",
  "{department} {shelf}",
  "best {shelf}",
] as const;

const pick = <T>(list: readonly T[], random: Random): T => list[random.integer(list.length)] as T;
const word = (words: readonly string[] | undefined, random: Random): string =>
  words?.[wordChoice(random.integer(4), words.length)] ?? "";
const join = (parts: readonly string[]) => parts.filter((part) => part !== "").join(" ");

function nameOf({ type, nameVariant }: Intent, random: Random): string {
  const names = random.next() < PLURAL_SHARE ? QUERY_PHRASES.plurals : QUERY_PHRASES.names;
  return names[type]?.[nameVariant] ?? "";
}

/** "under 50", or "cheap" in front. */
function withPrice(text: string, highestPrice: number, random: Random): string {
  if (highestPrice === 0) return text;
  return random.next() < CHEAP_SHARE ? `cheap ${text}` : `${text} under ${Math.round(highestPrice)}`;
}

function writeType(intent: Intent, random: Random): string {
  const { colours, materials, sizes, audiences, features } = QUERY_PHRASES;
  const name = nameOf(intent, random);
  const brand = intent.brand >= 0 ? brandName(intent.brand).toLowerCase() : "";
  const before = [
    features[intent.type]?.[intent.feature] ?? "",
    word(colours[intent.colour], random),
    word(materials[intent.material], random),
  ];
  const audience = word(audiences[intent.audience], random);
  const size = word(sizes[intent.type]?.[intent.sizeValue], random);
  if (random.next() < NAME_FIRST_SHARE) return join([brand, name, size, ...before.reverse(), audience]);
  // "for men" stands behind the name, "mens" before it.
  return audience.startsWith("for ")
    ? join([brand, ...before, name, audience, size])
    : join([brand, ...before, audience, name, size]);
}

function writeModel(intent: Intent, titles: TitleColumns, random: Random): string {
  const number = modelNumber(titles.model[intent.group] as number).toLowerCase();
  const model = random.next() < JOINED_MODEL_SHARE ? number.replace("-", "") : number;
  const brand = brandName(intent.brand).toLowerCase();
  return pick(
    [`${brand} ${model}`, `${brand} ${model}`, model, `${brand} ${nameOf(intent, random)} ${model}`],
    random,
  );
}

function write(intent: Intent, titles: TitleColumns, random: Random): string {
  if (intent.kind === "model") return writeModel(intent, titles, random);
  if (intent.kind === "gift") {
    const words = RECIPIENTS[intent.recipient]?.words ?? [""];
    return pick(GIFT_TEMPLATES, random).replace("{who}", pick(words, random));
  }
  if (intent.kind === "category") {
    const { name = "", department = "" } = CATEGORIES[intent.category] ?? {};
    return pick(CATEGORY_TEMPLATES, random)
      .replace("{shelf}", name.toLowerCase())
      .replace("{department}", department.toLowerCase());
  }
  if (intent.type < 0) return brandName(intent.brand).toLowerCase();
  return withPrice(writeType(intent, random), intent.highestPrice, random);
}

export type Wording = { readonly text: string; readonly isMisspelt: boolean };

/** Model numbers are copied, not typed: they have no slips. */
export function wordIntent(intent: Intent, titles: TitleColumns, random: Random): Wording {
  const plain = write(intent, titles, random);
  const spelt = random.next() < AMERICAN_SHARE ? toAmerican(plain) : plain;
  if (intent.kind === "model" || random.next() >= MISSPELT_SHARE) return { text: spelt, isMisspelt: false };
  const text = misspell(spelt, random);
  return { text, isMisspelt: text !== spelt };
}
