import { expect, test } from "vitest";
import { MAX_BAD_ROWS } from "./bad-rows";
import { groupRows, parseGroupSizes, toRankData } from "./query-groups";
import { readSvmlight } from "./svmlight";

const context = { checkpoint: async () => undefined, onBytes: () => undefined };
const read = (text: string) => readSvmlight(new Blob([text]), context);

test("LETOR lines become a table: sparse features are 0, comments are left out", async () => {
  const rows = await read(
    "2 qid:10 1:0.5 3:-2e1 #docid = GX001 inc = 1\r\n\n# a comment\n0 qid:10 2:1\n1 qid:7 #\n",
  );
  const data = toRankData(rows, groupRows(rows, null, "f"), 4);
  expect([...data.grades]).toEqual([2, 0, 1]);
  expect([...data.offsets]).toEqual([0, 2, 3]);
  expect([...data.features]).toEqual([0, 0.5, 0, -20, 0, 0, 1, 0, 0, 0, 0, 0]);
  expect(rows.lastFeature).toBe(3);
  // A file with fewer columns than this one: what it does not know is left out.
  expect([...toRankData(rows, data.offsets, 3).features]).toEqual([0, 0.5, 0, 0, 0, 1, 0, 0, 0]);
});

test("bad lines are listed with their numbers and the good ones kept", async () => {
  const rows = await read(
    [
      "1 qid:1 1:1",
      "1.5 qid:1 1:1",
      "-1 qid:1 1:1",
      "x qid:1 1:1",
      "1 qid: 1:1",
      "1 qid:1 1:1 2:",
      "1 qid:1 2:1 1:1",
      "1 qid:1 word",
      "1 qid:1 1:nan",
      "1 qid:1 99999:1",
      "1 1:1",
      "0 qid:1 4:2",
    ].join("\n"),
  );
  expect(rows.bad.rows.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect([...rows.grades]).toEqual([1, 0]);
  expect([...toRankData(rows, Int32Array.of(0, 2), 5).features]).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 0, 2]);
  const many = await read("bad\n".repeat(MAX_BAD_ROWS + 5));
  expect([many.bad.count, many.bad.rows.length]).toEqual([MAX_BAD_ROWS + 5, MAX_BAD_ROWS]);
});

test("group sizes stand in for qid, and a bad line keeps its place in its group", async () => {
  const rows = await read("1 1:1\n0 1:2\nbad\n1 1:3\n0 1:4\nworse\n");
  expect([...groupRows(rows, parseGroupSizes("2\n\n3\n1\n", "f.query"), "f")]).toEqual([0, 2, 4]);
});

test("faults of a file as a whole are said in one line", async () => {
  const rows = await read("1 1:1\n0 1:2\n");
  expect(() => groupRows(rows, [3], "f")).toThrow("f.query: group sizes add up to 3, but f has 2 rows");
  expect(() => groupRows(rows, null, "f")).toThrow("f, line 1: no qid:");
  expect(() => parseGroupSizes("2\n0\n", "f.query")).toThrow('f.query, line 2: "0" is no group size');
  const split = await read("1 qid:1 1:1\n1 qid:2 1:1\n0 qid:1 1:1\n");
  expect(() => groupRows(split, null, "f")).toThrow("f, line 3: query 1 comes back");
  const bad = await read("hello\n");
  expect(() => groupRows(bad, null, "f")).toThrow("f: no usable line; line 1:");
  const empty = await read("");
  expect(() => groupRows(empty, null, "f")).toThrow("f: no lines in it");
});
