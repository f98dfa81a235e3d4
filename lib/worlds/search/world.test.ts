import { describe, expect, it } from "vitest";
import { shownCount } from "./arrangement";
import { examinationProbability } from "./behaviour";
import { gradeOf } from "./grades";
import {
  ARRANGEMENTS,
  CARTED,
  DEFAULT_SEARCH_WORLD,
  PAGE_SIZE,
  PURCHASED,
  SLICES,
  TEST_QUERY,
  TRAIN_QUERY,
} from "./types";
import { buildSearchWorld, createSearchWorld, hashWorld } from "./world";

const CONFIG = { ...DEFAULT_SEARCH_WORLD, products: 4_000, queries: 600, searches: 60_000 };
const world = createSearchWorld(CONFIG);
const { log, queries, catalogue, judgements } = world;
const searches = [...log.query.keys()];
const SMALL = { ...CONFIG, products: 1_500, queries: 200, searches: 3_000 };
const arrangementOf = (search: number) => ARRANGEMENTS[log.arrangement[search] ?? 0];
const at = (search: number, position: number) => search * PAGE_SIZE + position - 1;
const isClicked = (search: number, position: number) => (log.outcome[at(search, position)] ?? 0) > 0;

describe("the search world", () => {
  it("is the same for the same seed and another for another", () => {
    const hash = hashWorld(createSearchWorld(SMALL));
    expect(hashWorld(createSearchWorld(SMALL))).toBe(hash);
    expect(hashWorld(createSearchWorld({ ...SMALL, seed: 12 }))).not.toBe(hash);
  });

  it("tells how far it is, from 0 to 1", () => {
    const building = buildSearchWorld({ ...SMALL, products: 30_000, searches: 15_000 });
    const fractions: number[] = [];
    for (let step = building.next(); !step.done; step = building.next()) fractions.push(step.value.fraction);
    expect(fractions.length).toBeGreaterThan(5);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
  });

  it("logs in the order of time, shows what is listed and in stock, nothing twice on a page", () => {
    for (const search of searches) {
      if (search > 0) expect((log.day[search] ?? 0) >= (log.day[search - 1] ?? 0)).toBe(true);
      const shown = shownCount(log, search);
      const page = log.product.subarray(at(search, 1), at(search, 1) + shown);
      if (new Set(page).size !== shown) throw new Error(`Search ${search} shows a product twice.`);
      for (const product of page)
        if ((catalogue.listedDay[product] ?? 99) > (log.day[search] ?? 0) || catalogue.stock[product] === 0)
          throw new Error(`Search ${search} shows product ${product}, which is not there.`);
    }
  });

  it("has half of its traffic in the head, few searches without results, sparse purchases", () => {
    const share = (accepts: (search: number) => boolean) => searches.filter(accepts).length / searches.length;
    const head = share((search) => queries.slice[log.query[search] ?? 0] === SLICES.indexOf("head"));
    expect(head).toBeGreaterThan(0.4);
    expect(head).toBeLessThan(0.55);
    expect(share((search) => shownCount(log, search) === 0)).toBeLessThan(0.05);
    const bought = log.outcome.filter((outcome) => outcome === PURCHASED).length;
    const carted = log.outcome.filter((outcome) => outcome === CARTED).length;
    expect(bought / log.size).toBeGreaterThan(0.01);
    expect(bought / log.size).toBeLessThan(0.15);
    expect(carted).toBeGreaterThan(bought * 0.8);
  });

  it("shows what its examination is: click rates of swapped pairs and of shuffled pages", () => {
    const ratio = (upper: number) => {
      const pairs = searches.filter((search) => log.swapPosition[search] === upper);
      // The two sides of the coin put the same products at both positions.
      const clicks = (position: number) => pairs.filter((search) => isClicked(search, position)).length;
      return clicks(upper + 1) / clicks(upper);
    };
    for (const upper of [1, 2, 3]) {
      const expected = examinationProbability(upper + 1) / examinationProbability(upper);
      expect(Math.abs(ratio(upper) / expected - 1)).toBeLessThan(0.25);
    }
    const full = searches.filter(
      (search) => arrangementOf(search) === "shuffled" && shownCount(log, search) === PAGE_SIZE,
    );
    const rate = (positions: number[]) =>
      positions.reduce(
        (sum, position) => sum + full.filter((search) => isClicked(search, position)).length,
        0,
      ) / positions.length;
    const deep = [6, 7, 8, 9, 10];
    const expected = deep.reduce((sum, position) => sum + examinationProbability(position), 0) / deep.length;
    expect(rate(deep) / rate([1])).toBeGreaterThan(expected * 0.6);
    expect(rate(deep) / rate([1])).toBeLessThan(expected * 1.6);
  });

  it("keeps and swaps pairs by a fair coin", () => {
    const kept = searches.filter((search) => arrangementOf(search) === "kept").length;
    const swaps = searches.filter((search) => arrangementOf(search) === "swapped").length;
    expect(kept / (kept + swaps)).toBeGreaterThan(0.47);
    expect(kept / (kept + swaps)).toBeLessThan(0.53);
  });

  it("shows two rankers to the same queries, so that a product stands at several positions", () => {
    const busiest = searches.filter(
      (search) => log.query[search] === 0 && arrangementOf(search) === "ranked",
    );
    const firsts = [0, 1].map((ranker) => busiest.find((search) => log.ranker[search] === ranker) ?? 0);
    const pages = firsts.map((search) => [...log.product.subarray(at(search, 1), at(search, 1) + PAGE_SIZE)]);
    expect(pages[0]).not.toEqual(pages[1]);
  });

  it("gets more clicks for better grades at the same position", () => {
    const rate = (low: number, high: number) => {
      const shown = searches.filter((search) => {
        const product = log.product[at(search, 1)] ?? -1;
        if (product < 0) return false;
        const grade = gradeOf(world, log.query[search] ?? 0, product);
        return grade >= low && grade <= high;
      });
      return shown.filter((search) => isClicked(search, 1)).length / shown.length;
    };
    expect(rate(4, 4)).toBeGreaterThan(rate(2, 3) * 1.3);
    expect(rate(2, 3)).toBeGreaterThan(rate(0, 1) * 1.3);
  });

  it("searches again in other words for the same thing within a session", () => {
    const again = searches.filter((search) => search > 0 && log.session[search] === log.session[search - 1]);
    expect(again.length / searches.length).toBeGreaterThan(0.1);
    const { intent } = world.truth.intents;
    const reworded = again.filter((search) => {
      const [now, before] = [log.query[search] ?? 0, log.query[search - 1] ?? 0];
      return now !== before && intent[now] === intent[before];
    });
    expect(reworded.length).toBeGreaterThan(100);
  });

  it("judges training queries only, mostly as the truth would, and tests on others", () => {
    const rows = [...judgements.query.keys()];
    expect(new Set([...judgements.query].map((query) => queries.split[query]))).toEqual(
      new Set([TRAIN_QUERY]),
    );
    const right = rows.filter(
      (row) =>
        gradeOf(world, judgements.query[row] ?? 0, judgements.product[row] ?? 0) === judgements.grade[row],
    );
    expect(right.length / rows.length).toBeGreaterThan(0.8);
    expect(right.length).toBeLessThan(rows.length);
    expect([...world.testQueries].every((query) => queries.split[query] === TEST_QUERY)).toBe(true);
    expect(new Set([...world.testQueries].map((query) => queries.slice[query])).size).toBe(SLICES.length);
  });
});

describe("the cascade world", () => {
  it("stops a page after the first click", () => {
    const cascade = createSearchWorld({ ...SMALL, clickModel: "cascade" });
    const clicksOf = (search: number) =>
      cascade.log.outcome.subarray(at(search, 1), at(search, 1) + PAGE_SIZE).filter((outcome) => outcome > 0)
        .length;
    const counts = [...cascade.log.query.keys()].map(clicksOf);
    expect(Math.max(...counts)).toBe(1);
    expect(counts.filter((count) => count === 1).length).toBeGreaterThan(500);
  });
});
