// @vitest-environment node
import { describe, expect, it } from "vitest";
import { readOtherClicks, readTrainingClicks } from "./click-table";
import { encodeQuantiles, encodeWords, isNumericField, VOCABULARY } from "./field-encoder";

const CONTEXT = { checkpoint: async () => undefined, onBytes: () => undefined };
const source = (name: string, text: string) => ({ name, file: new Blob([text]) });
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
  it("encode other files by the training file; unseen ids stay within their field", async () => {
    const train = lines(40, (i) => `${i % 2},u${i % 4},ad${i % 3}`);
    const { encoding, table } = await readTrainingClicks(source("train", train), CONTEXT);
    expect([table.count, encoding.fields]).toEqual([40, 2]);
    expect(encoding.tableRows).toBe(4 + 3 + 2 * VOCABULARY.rareRows);
    const other = await readOtherClicks(source("test", "1,u1,new\n0,new,ad2\n"), encoding, CONTEXT);
    expect(other.table.fieldRows[0]).toBe(table.fieldRows[2]);
    expect(other.table.fieldRows[3]).toBe(table.fieldRows[5]);
    expect(other.table.fieldRows[1]).toBeGreaterThanOrEqual(4 + VOCABULARY.rareRows + 3);
    expect(other.table.fieldRows[2]).toBeLessThan(4 + VOCABULARY.rareRows);
  });

  it("pad bags of different lengths with one row for nothing", async () => {
    const { encoding, table } = await readTrainingClicks(
      source("train", "1 7:1 8:1\n0 7:1\n1 8:1 7:1 7:1\n"),
      CONTEXT,
    );
    const nothing = encoding.tableRows - 1;
    expect(encoding.fields).toBe(3);
    expect([...table.fieldRows]).toEqual([0, 1, nothing, 0, nothing, nothing, 1, 0, 0]);
  });

  it("say what cannot be used", async () => {
    const read = (text: string) => readTrainingClicks(source("train", text), CONTEXT);
    await expect(read("x,y\nfoo,1\nbar,0\n")).rejects.toThrow(
      'train has no usable rows; line 2: label "foo" is not 0 or 1.',
    );
    await expect(read("1,a\n1,b\n")).rejects.toThrow("All rows of train have the label 1");
    const { encoding } = await read("label,a,b\n1,x,y\n0,x,y\n");
    const other = (text: string) => readOtherClicks(source("test", text), encoding, CONTEXT);
    await expect(other("label,b,a\n1,x,y\n0,x,y\n")).rejects.toThrow("test has the columns b, a;");
    await expect(other("1 1:1\n0 2:1\n")).rejects.toThrow("test is libfm, the training file is table.");
  });
});
