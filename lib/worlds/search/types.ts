/**
 * The shapes of the search world. Structures of arrays throughout: row i of each array is product i (or query i, or
 * search i). What a model may see (catalogue, titles, queries, log, judgements) and what only the simulator and a judge
 * may see (`SearchTruth`) are separate types. `TitleColumns` stand between: models read the titles made of them
 * (`productTitle`), never the columns themselves.
 */

/** How people read a page of results: position-based (Richardson et al., 2007) or cascade (Craswell et al., 2008). */
export type ClickModel = "pbm" | "cascade";

export type SearchWorldConfig = {
  readonly seed: number;
  readonly products: number;
  /** Distinct query texts. */
  readonly queries: number;
  /** Searches in the log. */
  readonly searches: number;
  /** Length of the log. */
  readonly days: number;
  readonly clickModel: ClickModel;
};

export const DEFAULT_SEARCH_WORLD: SearchWorldConfig = {
  seed: 11,
  products: 200_000,
  queries: 20_000,
  searches: 250_000,
  days: 21,
  clickModel: "pbm",
};

/** Results of a page; position p is column p - 1. */
export const PAGE_SIZE = 10;

export type SearchCatalogue = {
  readonly size: number;
  /** Index into CATEGORIES, as the seller filed it; a few listings are in a neighbouring category. */
  readonly category: Uint8Array;
  /** `brandName(brand)` gives the name. */
  readonly brand: Uint16Array;
  /** `sellerName(seller)` gives the name. */
  readonly seller: Uint16Array;
  /** Pounds. */
  readonly price: Float32Array;
  /** Mean of the reviews in stars, 1 to 5; 0 when there is none. */
  readonly rating: Float32Array;
  readonly reviews: Int32Array;
  /** Pieces. */
  readonly stock: Uint16Array;
  /** Days since the log begins; negative before. */
  readonly listedDay: Float32Array;
  /** Fingerprint of the main photo: the row that used it first. Most near-duplicate listings share it. */
  readonly photo: Int32Array;
  /** Sold in the ninety days before the log begins: what the old ranker calls popularity. */
  readonly salesBefore: Int32Array;
};

/** Bits of `TitleColumns.mentions`: what the seller wrote into the title, and how. */
export const MENTION = {
  brand: 1,
  model: 2,
  colour: 4,
  material: 8,
  size: 16,
  audience: 32,
  feature: 64,
  filler: 128,
  gift: 256,
  stuffed: 512,
  american: 1024,
} as const;

/** What the product is, and how its title words that. 0 in colour, material, size, audience and feature is "none". */
export type TitleColumns = {
  readonly size: number;
  /** Index into PRODUCT_TYPES. */
  readonly type: Uint16Array;
  readonly brand: Uint16Array;
  /** Index into COLOURS. */
  readonly colour: Uint8Array;
  /** Index into MATERIALS. */
  readonly material: Uint8Array;
  /** Place in the size scheme of the type, from 1. */
  readonly sizeValue: Uint8Array;
  /** Index into AUDIENCES. */
  readonly audience: Uint8Array;
  /** Place in the features of the type, from 1. */
  readonly feature: Uint8Array;
  /** Seed of the model number; the same in all listings of one product. */
  readonly model: Uint32Array;
  /** Which of the type's names the title uses. */
  readonly nameVariant: Uint8Array;
  readonly mentions: Uint16Array;
  /** Random bits that choose order, filler, words of colour and material. */
  readonly wording: Uint32Array;
};

/** Slices by frequency: the first 1 % of the queries, the next 9 %, the rest. */
export const SLICES = ["head", "torso", "tail"] as const;
export type Slice = (typeof SLICES)[number];

/** Query-level split; texts of one intent lie on one side. */
export const TRAIN_QUERY = 0;
export const TEST_QUERY = 1;

/** In the order of frequency, the most frequent first. */
export type SearchQueries = {
  readonly size: number;
  readonly text: readonly string[];
  /** Index into SLICES. */
  readonly slice: Uint8Array;
  /** TRAIN_QUERY or TEST_QUERY. */
  readonly split: Uint8Array;
};

/** What kind of thing a query asks for. */
export const QUERY_KINDS = ["type", "brand", "model", "category", "gift"] as const;

/** What is meant by each query. -1 in type, brand, category, group and recipient is "not said"; 0 in the attributes. */
export type SearchIntents = {
  readonly size: number;
  /** Index into QUERY_KINDS. */
  readonly kind: Uint8Array;
  /** Number of the intent: queries that mean the same share it. */
  readonly intent: Int32Array;
  readonly type: Int16Array;
  /** Which of the type's names the query uses. */
  readonly nameVariant: Uint8Array;
  readonly category: Int16Array;
  readonly brand: Int16Array;
  /** The `group` that a query by model number wants. */
  readonly group: Int32Array;
  /** Index into RECIPIENTS, of gift queries. */
  readonly recipient: Int16Array;
  readonly colour: Uint8Array;
  readonly material: Uint8Array;
  readonly sizeValue: Uint8Array;
  readonly audience: Uint8Array;
  readonly feature: Uint8Array;
  /** Pounds ("under 50", "cheap"); 0 when not said. */
  readonly highestPrice: Float32Array;
  readonly isMisspelt: Uint8Array;
  /** Share of all traffic; sums to 1. */
  readonly share: Float64Array;
};

/** How a page was ordered. `kept` and `swapped` are the two sides of one coin flip on an adjacent pair. */
export const ARRANGEMENTS = ["ranked", "kept", "swapped", "shuffled"] as const;

/** What a shopper did with a shown product; each value includes the ones below. */
export const NOTHING = 0;
export const CLICKED = 1;
export const CARTED = 2;
export const PURCHASED = 3;

/** One row per search, ordered by time. */
export type SearchLog = {
  readonly size: number;
  readonly query: Int32Array;
  /** Rows of one visit share it; a later row of a session is a reformulation or another search. */
  readonly session: Int32Array;
  /** -1 when logged out. */
  readonly shopper: Int32Array;
  readonly day: Float32Array;
  /** 0 or 1: which of the two production rankers answered, by a coin flip per search. */
  readonly ranker: Uint8Array;
  /** Index into ARRANGEMENTS. */
  readonly arrangement: Uint8Array;
  /** The upper position of the pair that may be swapped, from 1; 0 when the arrangement is `ranked` or `shuffled`. */
  readonly swapPosition: Uint8Array;
  /** [size, PAGE_SIZE]: the products shown; -1 beyond the last result. */
  readonly product: Int32Array;
  /** [size, PAGE_SIZE]: NOTHING, CLICKED, CARTED or PURCHASED. */
  readonly outcome: Uint8Array;
};

/** Grades 0 to 4 by raters, who err now and then: pooled results of a sample of training queries. */
export type SearchJudgements = {
  readonly size: number;
  readonly query: Int32Array;
  readonly product: Int32Array;
  readonly grade: Uint8Array;
};

/** Never shown to a model: used to simulate, and to judge. */
export type SearchTruth = {
  readonly intents: SearchIntents;
  /** Listings of one product by several sellers share it: the row that was first. */
  readonly group: Int32Array;
  /** Standardised: what a buyer finds out, and the rating shows with noise. */
  readonly quality: Float32Array;
  /** [PAGE_SIZE]: P(seen | position) of the position-based model. */
  readonly examination: Float64Array;
  /** Products by type: those of type t are order[starts[t]] to order[starts[t + 1] - 1]. */
  readonly byType: { readonly starts: Int32Array; readonly order: Int32Array };
};

export type SearchWorld = {
  readonly config: SearchWorldConfig;
  readonly catalogue: SearchCatalogue;
  readonly titles: TitleColumns;
  readonly queries: SearchQueries;
  readonly log: SearchLog;
  /** Of training queries. */
  readonly judgements: SearchJudgements;
  /** Sample of test queries for evaluation, as many of each slice as there are; grades come from the truth. */
  readonly testQueries: Int32Array;
  readonly truth: SearchTruth;
};

export type WorldProgress = { readonly activity: string; readonly fraction: number };
