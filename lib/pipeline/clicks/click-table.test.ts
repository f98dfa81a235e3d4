// @vitest-environment node
import { describe, expect, it } from "vitest";
import { inspectClicks } from "../data-sets/click-layout";
import { ClickRows } from "./click-rows";
import { encodeClicks, rowRange, selectTable } from "./click-table";
import { encodeQuantiles, encodeWords, isNumericField, VOCABULARY } from "./field-encoder";
import { readClickFiles } from "./read-click-files";

const CONTEXT = { checkpoint: async () => undefined, onBytes: () => undefined };
const lines = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join("\n");

describe("fields", () => {
  it("gives frequent words a row each, rare and unseen ones a shared row", () => {
    const encoder = encodeWords(["a", "b", "c"], [5, 1, 2], VOCABULARY);
    expect(encoder.rows).toBe(2 + VOCABULARY.rareRows);
    expect([encoder.encode("a"), encoder.encode("c")]).toEqual([0, 1]);
    for (const word of ["b", "never seen", ""]) {
      expect(encoder.encode(word)).toBeGreaterThanOrEqual(2);
      expect(encoder.encode(word)).toBeLessThan(encoder.rows);
    }
  });

  it("cuts amounts and moments, and leaves ids alone", () => {
    const words = Array.from({ length: 200 }, (_, i) => String(i));
    expect(isNumericField(words, Array(200).fill(50))).toBe(false);
    expect(isNumericField(words, Array(200).fill(1))).toBe(true);
    expect(isNumericField([...words, "0.5"], Array(201).fill(50))).toBe(false);
    expect(
      isNumericField(
        words.map((word) => `${word}.5`),
        Array(200).fill(50),
      ),
    ).toBe(true);
    expect(
      isNumericField(
        words.map((word) => `u${word}`),
        Array(200).fill(1),
      ),
    ).toBe(false);
  });

  it("fills quantiles evenly; empty cells have a row of their own", () => {
    const values = Array.from({ length: 1000 }, (_, i) => (i / 10) ** 2);
    const encoder = encodeQuantiles(values.map(String), Array(1000).fill(1), VOCABULARY);
    const counts = new Map<number, number>();
    for (const value of values) {
      const row = encoder.encode(String(value));
      counts.set(row, (counts.get(row) ?? 0) + 1);
    }
    expect([...counts.values()].every((count) => count === 20)).toBe(true);
    expect([encoder.encode("-1e9"), encoder.encode("1e9")]).toEqual([0, VOCABULARY.quantiles - 1]);
    expect(encoder.encode("")).toBe(encoder.rows - 1);
    expect(encoder.rows).toBe(VOCABULARY.quantiles + 1);
  });
});

describe("files", () => {
  const NONE = async () => undefined;
  const source = (name: string, text: string) => ({ name, file: new Blob([text]), context: CONTEXT });

  /** Table rows of each file, encoded by the first. */
  async function encode(...texts: string[]) {
    const { rows, files } = await readClickFiles(
      texts.map((text, i) => source(i === 0 ? "train" : "test", text)),
    );
    const encoding = await encodeClicks(rows, files[0]?.rows ?? new Int32Array(), NONE);
    const tables = files.map((file) => {
      const table = selectTable(rows, encoding, file.rows);
      return { table, cells: table.fieldRows(rowRange(0, table.count)) };
    });
    return { rows, encoding, tables };
  }

  it("encode other files by the training file; unseen ids stay within their field", async () => {
    const train = lines(40, (i) => `${i % 2},u${i % 4},ad${i % 3}`);
    const { encoding, tables } = await encode(train, "1,u1,new\n0,new,ad2\n");
    const [own, other] = tables.map(({ cells }) => cells);
    expect([tables[0]?.table.count, encoding.fields]).toEqual([40, 2]);
    expect(encoding.tableRows).toBe(4 + 3 + 2 * VOCABULARY.rareRows);
    expect(other?.[0]).toBe(own?.[2]);
    expect(other?.[3]).toBe(own?.[5]);
    expect(other?.[1]).toBeGreaterThanOrEqual(4 + VOCABULARY.rareRows + 3);
    expect(other?.[2]).toBeLessThan(4 + VOCABULARY.rareRows);
  });

  it("lets the rows that are learnt from decide, however one file is split", async () => {
    const { rows } = await encode(lines(40, (i) => `${i % 2},${i < 20 ? "early" : "late"}`));
    const early = await encodeClicks(rows, rowRange(0, 20), NONE);
    expect(early.tableRows).toBe(1 + VOCABULARY.rareRows);
    const table = selectTable(rows, early, Int32Array.of(39, 0));
    expect([...table.labels]).toEqual([1, 0]);
    const [late, first] = table.fieldRows(Int32Array.of(0, 1));
    expect(late).toBeGreaterThanOrEqual(1);
    expect(first).toBe(0);
  });

  it("pad bags of different lengths with one row for nothing", async () => {
    const { encoding, tables } = await encode("1 7:1 8:1\n0 7:1\n1 8:1 7:1 7:1\n");
    const nothing = encoding.tableRows - 1;
    expect(encoding.fields).toBe(3);
    expect([...(tables[0]?.cells ?? [])]).toEqual([0, 1, nothing, 0, nothing, nothing, 1, 0, 0]);
  });

  it("say what cannot be used", async () => {
    await expect(encode("x,z\nfoo,5\nbar,7\n")).rejects.toThrow(
      'train has no usable rows; line 2: label "foo" is not 0 or 1.',
    );
    await expect(encode("1,a\n1,b\n")).rejects.toThrow("All rows of train have the label 1");
    const other = (text: string) => encode("label,a,b\n1,x,y\n0,x,y\n", text);
    await expect(other("label,b,a\n1,x,y\n0,x,y\n")).rejects.toThrow("test has the columns label, b, a;");
    await expect(other("1 1:1\n0 2:1\n")).rejects.toThrow("test is libfm, the training file is table.");
  });

  it("name the column that has too many different values, and say when there is no room", async () => {
    const { layout } = await inspectClicks(new Blob([lines(20, (i) => `${i % 2},same,id${i}`)]), "x");
    const words = new ClickRows(layout, { cells: 1_000, words: 10 });
    const add = (rows: ClickRows) => {
      for (let i = 0; i < 20; i++) rows.add({ label: 1, cells: ["same", `id${i}`] });
    };
    expect(() => add(words)).toThrow('10 of them in "column 3". Leave that column out');
    expect(() => add(new ClickRows(layout, { cells: 9, words: 100 }))).toThrow(
      "4 rows are read and there is no room",
    );
  });
});
