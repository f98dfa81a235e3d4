import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { formatBadRows } from "./bad-rows";
import { chooseRows } from "./choose-rows";
import type { RatingsLayout } from "./columns";
import { detectSeparator, splitCells } from "./delimited";
import { inspectRatings } from "./inspect";
import { toInteractions } from "./interactions";
import { readLines } from "./line-reader";
import { parseRatings } from "./ratings-file";
import { readRatings } from "./read-ratings";
import { splitByItem, splitByTime } from "./split";
import { summarise } from "./summary";
import { parseTime } from "./times";
import { inspectTitles, readTitles } from "./titles";

const context = { checkpoint: async () => undefined, onBytes: () => undefined };
const file = (text: string) => new Blob([text]);

describe("parseRatings", () => {
  it("reads commas with a header, tabs and double colons without one alike", () => {
    const comma = parseRatings("userId,movieId,rating,timestamp\nu1,7,4.5,100\nu2,8,3,200\n", "a.csv");
    expect(comma).toEqual(parseRatings("u1\t7\t4.5\t100\r\nu2\t8\t3\t200", "a.tsv"));
    expect(comma).toEqual(parseRatings("u1::7::4.5::100\nu2::8::3::200", "a.dat"));
    expect(comma).toMatchObject({ users: ["u1", "u2"], items: ["7", "8"] });
  });

  it.each([
    ["1,2,3,4\n1,2", /line 2: expected 4 columns, found 2/],
    ["1,2,3,4\n1,2,good,4", /line 2: rating "good" is not a number/],
    ["1,2,3,4\n\n1,2,3,", /line 3: time "" is not a number of seconds/],
    ["1,2,3,4\n,2,3,4", /line 2: the user is empty/],
    ["1,2", /line 1: expected user, item, rating, timestamp, found 2 columns/],
    ["user,item,rating,timestamp\n", /no ratings/],
  ])("names the line of %j", (text, message) => {
    expect(() => parseRatings(text, "x.csv")).toThrow(message);
  });
});

describe("a file that nobody described", () => {
  it.each([
    ["u.data", "196\t242\t3\t881250949\n186\t302\t3\t891717742\n196\t377\t1\t878887116\n", [0, 1, 2, 3]],
    ["ratings.dat", "1::1193::5::978300760\n1::661::3::978302109\n2::1193::3::978301968\n", [0, 1, 2, 3]],
    ["ratings.csv", "userId,movieId,rating,timestamp\n1,1,4.0,964982703\n1,3,4.0,964981247\n", [0, 1, 2, 3]],
    [
      "other.csv",
      'when;stars;book;reader\n2020-01-05;4,5;"Kim; a novel";ann\n2020-02-05T10:00:00Z;3;Emma;bob\n',
      [3, 2, 1, 0],
    ],
    ["clicks.tsv", "ann\tp1\nbob\tp2\nann\tp3\nann\tp1\n", [0, 1, null, null]],
    ["ms.csv", "a,x,1577836800000\nb,y,1577836900000\na,y,1577837000000\n", [0, 1, null, 2]],
  ] as const)("%s: columns are recognised", async (name, text, [user, item, rating, time]) => {
    const { guess } = await inspectRatings(file(text), name);
    expect(guess.roles).toEqual({ user, item, rating, time });
  });

  it("is refused in words when it is no table", async () => {
    await expect(inspectRatings(file(""), "a.csv")).rejects.toThrow("a.csv is empty");
    await expect(inspectRatings(file("just words\nand more\n"), "a.txt")).rejects.toThrow("no columns");
    await expect(inspectRatings(new Blob([new Uint8Array([0x1f, 0x8b, 8, 0])]), "a.gz")).rejects.toThrow(
      "gzip",
    );
  });

  it("keeps good rows and lists bad ones with line, problem and text", async () => {
    const text = 'user,item,rating,time\n1,a,5,10\n1,b\n2,a,high,11\n\n2,"b,4,12\n2,c,4,13';
    const { separator, encoding, hasHeader, columns } = await inspectRatings(file(text), "x.csv");
    const layout: RatingsLayout = {
      separator,
      encoding,
      hasHeader,
      columnCount: columns.length,
      roles: { user: 0, item: 1, rating: 2, time: 3 },
      timeFormat: "seconds",
    };
    const { table, bad } = await readRatings(file(text), layout, context);
    expect([...table.ratings]).toEqual([5, 4]);
    expect(bad.rows.map(({ line }) => line)).toEqual([3, 4, 6]);
    expect(formatBadRows([{ file: "x.csv", ...bad }])).toContain(
      'x.csv\t4\trating "high" is not a number\t2,a,high,11',
    );
  });

  it("reads lines across slices, whatever ends them", async () => {
    const lines = Array.from({ length: 60_000 }, (_, i) => `row ${i} with Ünïcode and some length`);
    const found: string[] = [];
    await readLines(file(lines.join("\r\n")), "utf-8", (line) => found.push(line), context);
    expect(found).toEqual(lines);
  });

  it("finds titles by the ids that were rated, also in old encodings", async () => {
    const bytes = Uint8Array.from(
      "7|Am\xe9lie (2001)|01-Jan-2001|http://x|0|1\n8|Emma (1996)|01-Jan-1996|http://y|1|0\n",
      (c) => c.charCodeAt(0),
    );
    const items = new Set(["7", "8"]);
    const { layout } = await inspectTitles(new Blob([bytes]), "u.item", items);
    const titles = await readTitles(new Blob([bytes]), layout, items, context);
    expect(titles.get("7")).toBe("Amélie (2001)");
    await expect(inspectTitles(file("a,b\nc,d\n"), "b.csv", items)).rejects.toThrow("none of the items");
  });
});

it("cells keep separators within quotes, and an open quote is a fault", () => {
  expect(splitCells('1,"a ""b"", c", d ', ",")).toEqual(["1", 'a "b", c', "d"]);
  expect(splitCells('1,"a', ",")).toBeNull();
  expect(splitCells('12" record,5', ",")).toEqual(['12" record', "5"]);
  expect(detectSeparator(["1;4,5", "2;3,5"])).toBe(";");
});

it("times are seconds, milliseconds or ISO dates, and nothing else", () => {
  expect(parseTime("1970-01-02", "date")).toBe(86_400);
  expect(parseTime("1970-01-01T01:00:00+01:00", "date")).toBe(0);
  expect(parseTime("2021-02-30", "date")).toBeNull();
  expect(parseTime("5000", "milliseconds")).toBe(5);
  expect(parseTime("", "seconds")).toBeNull();
});

it("toInteractions orders by time and keeps the last of a repeated pair", () => {
  const table = parseRatings("u,x5,1,30\nu,x4,2,10\nu,x5,3,20\nv,x4,5,1\n", "t");
  const data = toInteractions(table, 2, 2);
  expect([...data.offsets]).toEqual([0, 2, 3]);
  expect([...data.itemOf]).toEqual([1, 0, 1]);
  expect([...data.ratings]).toEqual([2, 1, 5]);
});

it("a summary counts what repeats and what stands alone", () => {
  const table = parseRatings("1,a,5,10\n1,a,4,20\n1,b,3,30\n2,b,3,40\n9,z,1,50\n", "t");
  expect(summarise(table)).toMatchObject({
    rows: 5,
    users: 3,
    items: 3,
    duplicates: 1,
    density: 4 / 9,
    timeRange: [10, 50],
    singleRatingUsers: 2,
    isolated: { count: 1, examples: [{ user: "9", item: "z" }] },
  });
  const chosen = chooseRows(table, { likedFrom: 3, minimumPerItem: 2, minimumPerUser: 2 });
  expect([...chosen.times]).toEqual([10, 20, 30]);
});

describe("splits", () => {
  const itemOf = Int32Array.from({ length: 400 }, (_, i) => i % 7);
  const times = Float64Array.from({ length: 400 }, (_, i) => (i * 37) % 400);

  it("by item keeps the share of every item, and the same rows for the same seed", () => {
    const isKept = splitByItem(itemOf, 0.75, createRandom(1));
    for (let item = 0; item < 7; item++) {
      const own = [...isKept].filter((_, row) => itemOf[row] === item);
      expect(own.filter(Boolean)).toHaveLength(Math.round(own.length * 0.75));
    }
    expect(splitByItem(itemOf, 0.75, createRandom(1))).toEqual(isKept);
  });

  it("by time lets nothing kept be later than anything held out", () => {
    const isKept = splitByTime(times, 0.8);
    const chosen = (wanted: number) => [...times].filter((_, row) => isKept[row] === wanted);
    expect(Math.max(...chosen(1))).toBeLessThan(Math.min(...chosen(0)));
  });
});
