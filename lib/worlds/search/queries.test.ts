import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { createCatalogue } from "./catalogue";
import { brandName } from "./names";
import { createQueries, zipfShares } from "./queries";
import { QUERY_KINDS, SLICES, TEST_QUERY } from "./types";
import { PRODUCT_TYPES } from "./vocabulary";

function finish<Result>(building: Generator<unknown, Result>): Result {
  let step = building.next();
  while (!step.done) step = building.next();
  return step.value;
}
const shop = finish(createCatalogue(3_000, 21, createRandom(5)));
const { queries, intents } = finish(createQueries(shop, 5_000, createRandom(6)));
const all = [...queries.text.keys()];
const kindOf = (query: number) => QUERY_KINDS[intents.kind[query] ?? 0];

describe("the queries of the search world", () => {
  it("are distinct, and the same for the same seed", () => {
    expect(new Set(queries.text).size).toBe(5_000);
    expect(finish(createQueries(shop, 5_000, createRandom(6))).queries.text).toEqual(queries.text);
    expect(finish(createQueries(shop, 5_000, createRandom(7))).queries.text).not.toEqual(queries.text);
  });

  it("give the first 1 % half of the traffic, falling from there", () => {
    const head = all.filter((query) => queries.slice[query] === SLICES.indexOf("head"));
    expect(head).toEqual(all.slice(0, 50));
    expect(head.reduce((sum, query) => sum + (intents.share[query] ?? 0), 0)).toBeCloseTo(0.5, 3);
    expect(intents.share.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect([...intents.share]).toEqual([...intents.share].sort((a, b) => b - a));
    expect(zipfShares(4, 1, 0.48)[0]).toBeCloseTo(0.48, 3);
  });

  it("come in all kinds, the head says less than the tail", () => {
    expect(new Set(all.map(kindOf)).size).toBe(QUERY_KINDS.length);
    const words = (from: number, to: number) =>
      all.slice(from, to).reduce((sum, query) => sum + (queries.text[query]?.split(" ").length ?? 0), 0) /
      (to - from);
    expect(words(0, 100)).toBeLessThan(words(4_000, 5_000) - 1);
  });

  it("use several words for one thing, slips included, and say the same by one number", () => {
    const byIntent = new Map<number, number[]>();
    for (const query of all) {
      const intent = intents.intent[query] ?? 0;
      byIntent.set(intent, [...(byIntent.get(intent) ?? []), query]);
    }
    const many = [...byIntent.values()].filter((texts) => texts.length > 1);
    expect(many.length).toBeGreaterThan(100);
    for (const texts of many) expect(new Set(texts.map((query) => queries.split[query])).size).toBe(1);
    expect(all.filter((query) => intents.isMisspelt[query]).length).toBeGreaterThan(100);
    const named = all.filter((query) => kindOf(query) === "type" && !intents.isMisspelt[query]);
    const firstName = named.filter((query) => intents.nameVariant[query] === 0).length / named.length;
    expect(firstName).toBeGreaterThan(0.4);
    expect(firstName).toBeLessThan(0.9);
    for (const query of all.filter(
      (query) => kindOf(query) === "brand" && (intents.type[query] ?? 0) < 0 && !intents.isMisspelt[query],
    ))
      expect(queries.text[query]).toBe(brandName(intents.brand[query] ?? 0).toLowerCase());
    expect(PRODUCT_TYPES[intents.type[named[0] ?? 0] ?? 0]).toBeDefined();
  });

  it("are split by intent, about a quarter for tests", () => {
    const share = queries.split.filter((side) => side === TEST_QUERY).length / queries.size;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.3);
  });
});
