/**
 * Distinct queries from head to tail: drawn, worded, ordered by how much each is wanted, then given Zipf shares of the traffic
 * whose exponent makes the first 1 % of the queries half of all searches.
 */
import type { Random } from "@/lib/random";
import {
  drawIntent,
  type Intent,
  type IntentSource,
  intentKey,
  type QueryKind,
  specificity,
} from "./intents";
import { wordIntent } from "./query-text";
import {
  QUERY_KINDS,
  type SearchIntents,
  type SearchQueries,
  SLICES,
  TEST_QUERY,
  TRAIN_QUERY,
} from "./types";
import { PRODUCT_TYPES } from "./vocabulary";

const HEAD_QUERIES = 0.01;
const TORSO_QUERIES = 0.1;
/** Share of the traffic that the head has. */
const HEAD_TRAFFIC = 0.5;
const TEST_SHARE = 0.25;
/** In log units: what each further attribute, another word than the commonest, and a slip cost. */
const ATTRIBUTE_COST = 1.5;
const RARE_WORD_COST = 0.8;
const MISSPELT_COST = 2.5;
/** By kind, against a query that names a type. */
const KIND_COST: Readonly<Record<QueryKind, number>> = {
  type: 0,
  brand: 1,
  model: 2.5,
  category: 0.6,
  gift: 2,
};
const NOISE = 0.7;
/** Draws of texts that are already there, in a row, before the vocabulary counts as used up. */
const PATIENCE = 5_000;
const QUERIES_PER_YIELD = 2_000;

type Draft = { intent: Intent; text: string; isMisspelt: boolean; demand: number };

/** Log of how much a query is wanted, up to a constant. */
function logDemand(intent: Intent, isMisspelt: boolean, random: Random): number {
  const type = PRODUCT_TYPES[intent.type];
  return (
    Math.log(type?.demand ?? 5) -
    ATTRIBUTE_COST * specificity(intent) -
    (intent.nameVariant > 0 ? RARE_WORD_COST : 0) -
    (isMisspelt ? MISSPELT_COST : 0) -
    KIND_COST[intent.kind] +
    NOISE * random.normal()
  );
}

function* draft(source: IntentSource, count: number, random: Random): Generator<number, Draft[]> {
  const drafts = new Map<string, Draft>();
  let misses = 0;
  while (drafts.size < count && misses < PATIENCE) {
    const intent = drawIntent(source, random);
    const { text, isMisspelt } = wordIntent(intent, source.titles, random);
    const demand = logDemand(intent, isMisspelt, random);
    if (drafts.has(text)) misses++;
    else {
      misses = 0;
      drafts.set(text, { intent, text, isMisspelt, demand });
      if (drafts.size % QUERIES_PER_YIELD === 0) yield drafts.size / count;
    }
  }
  return [...drafts.values()].sort((a, b) => b.demand - a.demand);
}

/** Zipf shares `s_r \propto r^{-a}`, a found by bisection so that the first `head` ranks have `target` of the total. */
export function zipfShares(size: number, head: number, target: number): Float64Array {
  const logRank = Float64Array.from({ length: size }, (_, rank) => Math.log(rank + 1));
  const shares = new Float64Array(size);
  let [low, high] = [0, 4];
  for (let step = 0; step < 30; step++) {
    const exponent = (low + high) / 2;
    let [ofHead, total] = [0, 0];
    for (let rank = 0; rank < size; rank++) {
      shares[rank] = Math.exp(-exponent * (logRank[rank] as number));
      total += shares[rank] as number;
      if (rank < head) ofHead += shares[rank] as number;
    }
    for (let rank = 0; rank < size; rank++) shares[rank] = (shares[rank] as number) / total;
    if (ofHead / total < target) low = exponent;
    else high = exponent;
  }
  return shares;
}

const headOf = (size: number) => Math.max(1, Math.round(size * HEAD_QUERIES));

/** 0 head, 1 torso, 2 tail. */
function sliceOf(rank: number, size: number): number {
  if (rank < headOf(size)) return SLICES.indexOf("head");
  return SLICES.indexOf(rank < size * TORSO_QUERIES ? "torso" : "tail");
}

function packIntents(drafts: readonly Draft[]): SearchIntents {
  const numbers = new Map<string, number>();
  for (const { intent } of drafts) {
    const key = intentKey(intent);
    if (!numbers.has(key)) numbers.set(key, numbers.size);
  }
  const of = (name: Exclude<keyof Intent, "kind">) => drafts.map(({ intent }) => intent[name]);
  return {
    size: drafts.length,
    kind: Uint8Array.from(drafts, ({ intent }) => QUERY_KINDS.indexOf(intent.kind)),
    intent: Int32Array.from(drafts, ({ intent }) => numbers.get(intentKey(intent)) ?? 0),
    type: Int16Array.from(of("type")),
    nameVariant: Uint8Array.from(of("nameVariant")),
    category: Int16Array.from(of("category")),
    brand: Int16Array.from(of("brand")),
    group: Int32Array.from(of("group")),
    recipient: Int16Array.from(of("recipient")),
    colour: Uint8Array.from(of("colour")),
    material: Uint8Array.from(of("material")),
    sizeValue: Uint8Array.from(of("sizeValue")),
    audience: Uint8Array.from(of("audience")),
    feature: Uint8Array.from(of("feature")),
    highestPrice: Float32Array.from(of("highestPrice")),
    isMisspelt: Uint8Array.from(drafts, ({ isMisspelt }) => Number(isMisspelt)),
    share: zipfShares(drafts.length, headOf(drafts.length), HEAD_TRAFFIC),
  };
}

/** Yields the finished share; returns the texts and what they mean. Fewer than `count` when the words run out. */
export function* createQueries(
  source: IntentSource,
  count: number,
  random: Random,
): Generator<number, { queries: SearchQueries; intents: SearchIntents }> {
  const drafts = yield* draft(source, count, random.fork("texts"));
  const intents = packIntents(drafts);
  const coins = random.fork("split");
  const sides = new Map<number, number>();
  for (const intent of intents.intent)
    if (!sides.has(intent)) sides.set(intent, coins.next() < TEST_SHARE ? TEST_QUERY : TRAIN_QUERY);
  const queries: SearchQueries = {
    size: drafts.length,
    text: drafts.map(({ text }) => text),
    slice: Uint8Array.from(drafts, (_, rank) => sliceOf(rank, drafts.length)),
    split: Uint8Array.from(intents.intent, (intent) => sides.get(intent) ?? TRAIN_QUERY),
  };
  return { queries, intents };
}
