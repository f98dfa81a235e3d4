/**
 * The shop's old ranker, of which there are two versions: an approximation of BM25 on titles plus popularity. A word counts when
 * the title holds the very word that the query uses: another word for the same thing does not.
 */
import { BestResults } from "./best-results";
import { rowsOf } from "./grouping";
import { luckOf, tasteOf } from "./hashed";
import type { QueryKind } from "./intents";
import { type LexicalLists, matchName } from "./lexical-lists";
import { boostOf, FIELD, type RankerRecords, RECORD_SIZE, VERSIONS } from "./ranker-records";
import { MENTION, QUERY_KINDS, type SearchIntents, type TitleColumns } from "./types";

/** Results kept for each query: a page, and what moves up when a listing does not exist yet. */
const KEPT = 24;
/** About the idf of such words. */
const NAME_WEIGHT = 4;
const BRAND_WEIGHT = 4.5;
const MODEL_WEIGHT = 8;
const GIFT_WEIGHT = 3;
const COLOUR_WEIGHT = 2.2;
const MATERIAL_WEIGHT = 2.4;
const SIZE_WEIGHT = 2.6;
const AUDIENCE_WEIGHT = 1.6;
const FEATURE_WEIGHT = 3;
/** Chance that query and title use the same word for a colour, material, size or audience. */
const SAME_WORD_SHARE = 0.55;
const LUCK_WEIGHT = 0.35;
/** Largest value of `tasteOf`. */
const HIGHEST_TASTE = 1.74;
/** Rows are in falling order of sales: every so often it is asked whether the rest can matter. */
const ROWS_BETWEEN_CHECKS = 16;
/** Share of misspelt queries whose slip the shop's dictionary knows. */
const CORRECTED_SHARE = 0.7;
/** Keep the lots drawn for different questions apart. */
const SALT = { dictionary: 77, word: 501, luck: 9001 } as const;

export const RANKER_VERSIONS = VERSIONS.length;
const HIGHEST_STARS = 5;

export type RankerWorld = {
  readonly titles: TitleColumns;
  readonly intents: SearchIntents;
  readonly lists: LexicalLists;
  readonly records: RankerRecords;
};

/** What a query asks of a title; 0 is nothing, -1 no type, brand or model. */
type Asked = {
  readonly type: number;
  readonly nameVariant: number;
  readonly brand: number;
  readonly model: number;
  readonly colour: number;
  readonly material: number;
  readonly sizeValue: number;
  readonly audience: number;
  readonly feature: number;
  /** The most that attributes, brand, model and luck can add. */
  readonly highestScore: number;
};

const NOTHING_ASKED: Asked = {
  type: -1,
  nameVariant: 0,
  brand: -1,
  model: -1,
  colour: 0,
  material: 0,
  sizeValue: 0,
  audience: 0,
  feature: 0,
  highestScore: 0,
};

function askedBy({ intents, titles }: RankerWorld, query: number): Asked {
  const group = intents.group[query] as number;
  const asked = {
    type: intents.type[query] as number,
    nameVariant: intents.nameVariant[query] as number,
    brand: intents.brand[query] as number,
    // As the records hold it: 32 bits with a sign.
    model: group < 0 ? -1 : (titles.model[group] as number) | 0,
    colour: intents.colour[query] as number,
    material: intents.material[query] as number,
    sizeValue: intents.sizeValue[query] as number,
    audience: intents.audience[query] as number,
    feature: intents.feature[query] as number,
  };
  return { ...asked, highestScore: highestScoreOf(asked) };
}

function highestScoreOf({
  colour,
  material,
  audience,
  sizeValue,
  feature,
  brand,
  model,
}: Omit<Asked, "highestScore">): number {
  return (
    (colour > 0 ? COLOUR_WEIGHT : 0) +
    (material > 0 ? MATERIAL_WEIGHT : 0) +
    (audience > 0 ? AUDIENCE_WEIGHT : 0) +
    (sizeValue > 0 ? SIZE_WEIGHT : 0) +
    (feature > 0 ? FEATURE_WEIGHT : 0) +
    (brand >= 0 ? BRAND_WEIGHT : 0) +
    (model !== -1 ? MODEL_WEIGHT : 0) +
    LUCK_WEIGHT * HIGHEST_TASTE
  );
}

/** What the title holds of attributes, brand and model, in idf units. `luck` in [0, 1) decides on words with synonyms. */
function titleScore(asked: Asked, integers: Int32Array, at: number, luck: number): number {
  const bits = integers[at + FIELD.mentions] as number;
  const isSameType = integers[at + FIELD.type] === asked.type;
  let score = 0;
  if (luck < SAME_WORD_SHARE) {
    if (bits & MENTION.colour && asked.colour > 0 && integers[at + FIELD.colour] === asked.colour)
      score += COLOUR_WEIGHT;
    if (bits & MENTION.material && asked.material > 0 && integers[at + FIELD.material] === asked.material)
      score += MATERIAL_WEIGHT;
    if (bits & MENTION.audience && asked.audience > 0 && integers[at + FIELD.audience] === asked.audience)
      score += AUDIENCE_WEIGHT;
    if (
      isSameType &&
      bits & MENTION.size &&
      asked.sizeValue > 0 &&
      integers[at + FIELD.sizeValue] === asked.sizeValue
    )
      score += SIZE_WEIGHT;
  }
  if (
    isSameType &&
    bits & MENTION.feature &&
    asked.feature > 0 &&
    integers[at + FIELD.feature] === asked.feature
  )
    score += FEATURE_WEIGHT;
  if (bits & MENTION.brand && integers[at + FIELD.brand] === asked.brand) score += BRAND_WEIGHT;
  if (bits & MENTION.model && asked.model !== -1 && integers[at + FIELD.model] === asked.model)
    score += MODEL_WEIGHT;
  return score;
}

/** How much of the query's name a title holds: all, by exact name only, or for accessories that say what they are for. */
type NameRule = "all" | "same name" | "names main product";

/** Both versions of the ranker. One object answers all queries, one after the other. */
export class ProductionRanker {
  private readonly versions = VERSIONS.map(() => new BestResults(KEPT));
  private asked: Asked = NOTHING_ASKED;
  private query = -1;

  constructor(private readonly world: RankerWorld) {}

  /** The best listings of each version, best first; empty when no word is known. */
  rank(query: number): Int32Array[] {
    const { intents, lists } = this.world;
    this.query = query;
    this.asked = askedBy(this.world, query);
    for (const best of this.versions) best.clear();
    const kind = QUERY_KINDS[intents.kind[query] as number];
    const isUnknown = intents.isMisspelt[query] && luckOf(query, SALT.dictionary) >= CORRECTED_SHARE;
    if (!isUnknown) this.offerByKind(lists, kind, query);
    return this.versions.map((best) => best.finish());
  }

  private offerByKind(lists: LexicalLists, kind: QueryKind | undefined, query: number) {
    const { intents } = this.world;
    const { type, brand, nameVariant } = this.asked;
    if (kind === "category") this.offerPlaces(rowsOf(lists.byCategory, intents.category[query] as number), 0);
    if (kind === "gift")
      this.offerPlaces(rowsOf(lists.byRecipient, intents.recipient[query] as number), GIFT_WEIGHT);
    if (kind === "brand" || kind === "model")
      this.offerPlaces(rowsOf(lists.byBrand, brand), NAME_WEIGHT, "same name");
    if (type < 0 || kind === "model") return;
    for (const { rows, share, isAccessory } of matchName(lists, type, nameVariant))
      this.offerPlaces(rows, share * NAME_WEIGHT, isAccessory ? "names main product" : "all");
  }

  /** `places`: best sellers first. `share`: what a title can hold of the name, times its weight; `rule`: when it does. */
  private offerPlaces(places: Int32Array, share: number, rule: NameRule = "all") {
    const { integers } = this.world.records;
    const { type, nameVariant } = this.asked;
    for (let rank = 0; rank < places.length; rank++) {
      const place = places[rank] as number;
      const at = place * RECORD_SIZE;
      if (rank % ROWS_BETWEEN_CHECKS === 0 && !this.canEnter(integers[at + FIELD.sales] as number, share))
        return;
      if (integers[at + FIELD.isInStock] === 0) continue;
      if (rule === "names main product" && integers[at + FIELD.namesMain] === 0) continue;
      const isSameName =
        integers[at + FIELD.type] === type && integers[at + FIELD.nameVariant] === nameVariant;
      this.offer(place, rule === "same name" && !isSameName ? 0 : share);
    }
  }

  /** Whether a listing that sells this much, or less, could still come in, if it had all that is asked and five stars. */
  private canEnter(sales: number, share: number): boolean {
    const lexical = share + this.asked.highestScore;
    return this.versions.some(
      (best, version) => lexical + boostOf(version, sales, HIGHEST_STARS) > best.lowest,
    );
  }

  private offer(place: number, share: number) {
    const { integers, floats } = this.world.records;
    const product = this.world.lists.product[place] as number;
    const at = place * RECORD_SIZE;
    const title = titleScore(this.asked, integers, at, luckOf(this.query + SALT.word, product));
    const lexical = (share + title) * (floats[at + FIELD.spread] as number);
    const base = lexical + LUCK_WEIGHT * tasteOf(this.query + SALT.luck, product);
    for (let version = 0; version < VERSIONS.length; version++)
      this.versions[version]?.offer(product, base + (floats[at + FIELD.boost + version] as number));
  }
}
