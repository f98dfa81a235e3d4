/**
 * The shop's old ranker, of which there are two versions: an approximation of BM25 on titles plus popularity. A word counts when
 * the title holds the very word that the query uses: another word for the same thing does not.
 */
import { BestResults } from "./best-results";
import { rowsOf } from "./grouping";
import { luckOf, tasteOf } from "./hashed";
import type { QueryKind } from "./intents";
import { type LexicalLists, matchName, nameKey } from "./lexical-lists";
import { boostOf, FIELD, type RankerRecords, RECORD_SIZE, VERSIONS, valueKey } from "./ranker-records";
import { QUERY_KINDS, type SearchIntents, type TitleColumns } from "./types";

/** Results kept for each query: a page, and what moves up when a listing does not exist yet. */
export const KEPT = 24;
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

/** What a query asks of a title, as records hold it; NOT_ASKED never matches. */
type Asked = {
  readonly name: number;
  readonly brand: number;
  readonly model: number;
  readonly colour: number;
  readonly material: number;
  readonly audience: number;
  readonly size: number;
  readonly feature: number;
  /** The most that attributes, brand, model and luck can add. */
  readonly highestScore: number;
};

const NOT_ASKED = -2;
const NOTHING_ASKED: Asked = {
  name: NOT_ASKED,
  brand: NOT_ASKED,
  model: NOT_ASKED,
  colour: NOT_ASKED,
  material: NOT_ASKED,
  audience: NOT_ASKED,
  size: NOT_ASKED,
  feature: NOT_ASKED,
  highestScore: 0,
};

function askedBy({ intents, titles }: RankerWorld, query: number): Asked {
  const type = intents.type[query] as number;
  const group = intents.group[query] as number;
  const brand = intents.brand[query] as number;
  const value = (column: Uint8Array) => (column[query] as number) || NOT_ASKED;
  const asked = {
    name: type < 0 ? NOT_ASKED : nameKey(type, intents.nameVariant[query] as number),
    brand: brand < 0 ? NOT_ASKED : brand,
    // Records hold 32 bits with a sign.
    model: group < 0 ? NOT_ASKED : (titles.model[group] as number) | 0,
    colour: value(intents.colour),
    material: value(intents.material),
    audience: value(intents.audience),
    size: valueKey(type, intents.sizeValue[query] as number) || NOT_ASKED,
    feature: valueKey(type, intents.feature[query] as number) || NOT_ASKED,
  };
  return { ...asked, highestScore: highestScoreOf(asked) };
}

function highestScoreOf(asked: Omit<Asked, "highestScore">): number {
  const most = (value: number, weight: number) => (value === NOT_ASKED ? 0 : weight);
  return (
    most(asked.colour, COLOUR_WEIGHT) +
    most(asked.material, MATERIAL_WEIGHT) +
    most(asked.audience, AUDIENCE_WEIGHT) +
    most(asked.size, SIZE_WEIGHT) +
    most(asked.feature, FEATURE_WEIGHT) +
    most(asked.brand, BRAND_WEIGHT) +
    most(asked.model, MODEL_WEIGHT) +
    LUCK_WEIGHT * HIGHEST_TASTE
  );
}

/** What the title tells of feature, brand and model, which have one word each, in idf units. */
function exactScore(asked: Asked, integers: Int32Array, at: number): number {
  return (
    (integers[at + FIELD.feature] === asked.feature ? FEATURE_WEIGHT : 0) +
    (integers[at + FIELD.brand] === asked.brand ? BRAND_WEIGHT : 0) +
    (integers[at + FIELD.model] === asked.model ? MODEL_WEIGHT : 0)
  );
}

/** What it tells of colour, material, audience and size, which have several words: counts if both sides use the same. */
function synonymScore(asked: Asked, integers: Int32Array, at: number): number {
  return (
    (integers[at + FIELD.colour] === asked.colour ? COLOUR_WEIGHT : 0) +
    (integers[at + FIELD.material] === asked.material ? MATERIAL_WEIGHT : 0) +
    (integers[at + FIELD.audience] === asked.audience ? AUDIENCE_WEIGHT : 0) +
    (integers[at + FIELD.size] === asked.size ? SIZE_WEIGHT : 0)
  );
}

/** How much of the query's name a title holds: all, by exact name only, or for accessories that say what they are for. */
type NameRule = "all" | "same name" | "names main product";

/** Both versions of the ranker. One object answers all queries, one after the other. */
export class ProductionRanker {
  private readonly versions = VERSIONS.map(() => new BestResults(KEPT));
  private asked: Asked = NOTHING_ASKED;
  private query = -1;

  constructor(private readonly world: RankerWorld) {}

  /** The best listings of each version, best first, valid until the next query; empty when no word is known. */
  rank(query: number): readonly BestResults[] {
    const { intents, lists } = this.world;
    this.query = query;
    this.asked = askedBy(this.world, query);
    for (const best of this.versions) best.clear();
    const kind = QUERY_KINDS[intents.kind[query] as number];
    const isUnknown = intents.isMisspelt[query] && luckOf(query, SALT.dictionary) >= CORRECTED_SHARE;
    if (!isUnknown) this.offerByKind(lists, kind, query);
    return this.versions;
  }

  private offerByKind(lists: LexicalLists, kind: QueryKind | undefined, query: number) {
    const { intents } = this.world;
    if (kind === "category") this.offerPlaces(rowsOf(lists.byCategory, intents.category[query] as number), 0);
    if (kind === "gift")
      this.offerPlaces(rowsOf(lists.byRecipient, intents.recipient[query] as number), GIFT_WEIGHT);
    if (kind === "brand" || kind === "model")
      this.offerPlaces(rowsOf(lists.byBrand, intents.brand[query] as number), NAME_WEIGHT, "same name");
    const type = intents.type[query] as number;
    if (type < 0 || kind === "model") return;
    for (const { rows, share, isAccessory } of matchName(lists, type, intents.nameVariant[query] as number))
      this.offerPlaces(rows, share * NAME_WEIGHT, isAccessory ? "names main product" : "all");
  }

  /** `places`: best sellers first. `share`: what a title can hold of the name, times its weight; `rule`: when it does. */
  private offerPlaces(places: Int32Array, share: number, rule: NameRule = "all") {
    const { integers } = this.world.records;
    for (let rank = 0; rank < places.length; rank++) {
      const place = places[rank] as number;
      const at = place * RECORD_SIZE;
      if (rank % ROWS_BETWEEN_CHECKS === 0 && !this.canEnter(integers[at + FIELD.sales] as number, share))
        return;
      if (integers[at + FIELD.isInStock] === 0) continue;
      if (rule === "names main product" && integers[at + FIELD.namesMain] === 0) continue;
      const isNamed = rule !== "same name" || integers[at + FIELD.name] === this.asked.name;
      this.offer(place, isNamed ? share : 0);
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
    const { asked, query } = this;
    const { integers, floats } = this.world.records;
    const at = place * RECORD_SIZE;
    const product = this.world.lists.product[place] as number;
    const synonyms = synonymScore(asked, integers, at);
    const isSameWord = synonyms > 0 && luckOf(query + SALT.word, product) < SAME_WORD_SHARE;
    const lexical = share + exactScore(asked, integers, at) + (isSameWord ? synonyms : 0);
    const base =
      lexical * (floats[at + FIELD.spread] as number) + LUCK_WEIGHT * tasteOf(query + SALT.luck, product);
    for (let version = 0; version < VERSIONS.length; version++)
      this.versions[version]?.offer(product, base + (floats[at + FIELD.boost + version] as number));
  }
}
