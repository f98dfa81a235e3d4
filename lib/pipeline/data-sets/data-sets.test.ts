import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { toInteractions } from "./interactions";
import { parseRatings } from "./ratings-file";
import { splitByItem, splitByTime } from "./split";

describe("parseRatings", () => {
  it("reads commas with a header and tabs without one alike", () => {
    const comma = parseRatings("userId,movieId,rating,timestamp\nu1,7,4.5,100\nu2,8,3,200\n", "a.csv");
    const tab = parseRatings("u1\t7\t4.5\t100\r\nu2\t8\t3\t200", "a.tsv");
    expect(comma).toEqual(tab);
    expect(comma).toMatchObject({ count: 2, users: ["u1", "u2"], items: ["7", "8"] });
  });

  it.each([
    ["1,2,3,4\n1,2", /line 2: expected .* found 2 columns/],
    ["1,2,3,4\n1,2,good,4", /line 2: rating "good" is not a number/],
    ["1,2,3,4\n\n1,2,3,", /line 3: timestamp "" is not a number/],
    ["1,2,3,4\n,2,3,4", /line 2: user or item is empty/],
    ["user,item,rating,timestamp\n", /no ratings/],
  ])("names the line of %j", (text, message) => {
    expect(() => parseRatings(text, "x.csv")).toThrow(message);
  });
});

it("toInteractions orders by time and keeps the last of a repeated pair", () => {
  const row = (item: number, rating: number, time: number) => ({ user: 1, item, rating, time });
  const data = toInteractions([row(5, 1, 30), row(4, 2, 10), row(5, 3, 20)], 2, 6);
  expect([...data.offsets]).toEqual([0, 0, 2]);
  expect([...data.itemOf]).toEqual([4, 5]);
  expect([...data.ratings]).toEqual([2, 1]);
});

describe("splits", () => {
  const rows = Array.from({ length: 400 }, (_, i) => ({ item: i % 7, time: (i * 37) % 400 }));

  it("by item keeps the share of every item, and the same rows for the same seed", () => {
    const isKept = splitByItem(rows, 0.75, createRandom(1));
    for (let item = 0; item < 7; item++) {
      const own = rows.flatMap((row, i) => (row.item === item ? [isKept[i]] : []));
      expect(own.filter(Boolean)).toHaveLength(Math.round(own.length * 0.75));
    }
    expect(splitByItem(rows, 0.75, createRandom(1))).toEqual(isKept);
  });

  it("by time lets nothing kept be later than anything held out", () => {
    const isKept = splitByTime(rows, 0.8);
    const times = (wanted: boolean) => rows.flatMap(({ time }, i) => (isKept[i] === wanted ? [time] : []));
    expect(Math.max(...times(true))).toBeLessThan(Math.min(...times(false)));
  });
});
