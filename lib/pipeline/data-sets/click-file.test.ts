// @vitest-environment node
import { describe, expect, it } from "vitest";
import { type ClickRow, readClicks } from "./click-file";
import { inspectClicks } from "./click-layout";
import { parseLibfmLine } from "./libfm";

const CONTEXT = { checkpoint: async () => undefined, onBytes: () => undefined };

async function read(text: string) {
  const file = new Blob([text]);
  const { layout } = await inspectClicks(file, "clicks");
  const rows: ClickRow[] = [];
  const onRow = (row: ClickRow) => {
    rows.push(row);
    return null;
  };
  const bad = await readClicks(file, layout, onRow, CONTEXT);
  return { layout, rows, bad };
}

describe("tables", () => {
  it("recognises a header and lists bad rows by line", async () => {
    const text = 'label,site,ad\n1,a,"x, y"\n\n2,b,z\n0,b\n0,b,\r\n1,"b,z\n';
    const { layout, rows, bad } = await read(text);
    expect(layout).toMatchObject({
      kind: "table",
      hasHeader: true,
      columns: ["label", "site", "ad"],
      fields: [1, 2],
    });
    expect(rows).toEqual([
      { label: 1, cells: ["a", "x, y"] },
      { label: 0, cells: ["b", ""] },
    ]);
    expect(bad.rows.map(({ line, problem }) => [line, problem])).toEqual([
      [4, 'label "2" is not 0 or 1'],
      [5, "expected 3 columns, found 2"],
      [7, "a quote is opened and never closed"],
    ]);
  });

  it("reads tabs without a header, and labels with decimals", async () => {
    const { layout, rows } = await read("1.0\ta\tb\n0.0\tc\td\n");
    expect(layout).toMatchObject({ hasHeader: false, columns: ["column 1", "column 2", "column 3"] });
    expect(rows.map(({ label }) => label)).toEqual([1, 0]);
  });

  it("finds the label by its name or by what it holds, and names columns that set each row apart", async () => {
    const rows = Array.from({ length: 60 }, (_, i) => `r${i},site${i % 5},${i % 3 ? 0 : 1}`);
    const inspect = (header: string) => inspectClicks(new Blob([[header, ...rows].join("\n")]), "x");
    const named = await inspect("id,site,clicked");
    expect(named.layout).toMatchObject({ label: 2, fields: [0, 1] });
    expect([named.labelBecause, named.rowIds]).toEqual(["name", [0]]);
    expect((await inspect("id,site,bought")).labelBecause).toBe("content");
  });

  it("leaves out columns that are no features", async () => {
    const file = new Blob(["label,id,site\n1,a,x\n0,b,y\n"]);
    const { layout } = await inspectClicks(file, "x");
    const cells: (readonly string[])[] = [];
    const onRow = (row: ClickRow) => {
      cells.push(row.cells);
      return null;
    };
    await readClicks(file, { ...layout, fields: [2] } as typeof layout, onRow, CONTEXT);
    expect(cells).toEqual([["x"], ["y"]]);
  });

  it("refuses prose by name", async () => {
    await expect(read("nothing\nto see\n")).rejects.toThrow(/^clicks is neither a table .* nor libfm/);
  });
});

describe("libfm", () => {
  it("takes places for fields when rows have as many, and lists a broken row", async () => {
    const even = Array.from({ length: 40 }, (_, i) => `${i % 2 ? 1 : -1} ${i}:1 ${100 + (i % 3)}:1`);
    const { layout, rows, bad } = await read([...even, "1 5:1", "1 5:one 6:1", "maybe 5:1 6:1"].join("\n"));
    expect(layout).toMatchObject({ kind: "libfm", width: 2 });
    expect(rows).toHaveLength(40);
    expect(rows[3]).toEqual({ label: 1, cells: ["3", "100"] });
    expect(bad.rows.map(({ line, problem }) => [line, problem])).toEqual([
      [41, "expected 2 features, found 1"],
      [42, '"5:one" is not index:value'],
      [43, 'label "maybe" is not 0 or 1'],
    ]);
  });

  it("takes rows of different lengths as bags", async () => {
    const { layout, rows } = await read("1 1:1 7:1\n0 2:1\n0 3:1 4:1 5:1\n");
    expect(layout).toMatchObject({ kind: "libfm", width: null });
    expect(rows).toHaveLength(3);
  });

  it("leaves out zeros and remarks, and keeps other values as words of their own", () => {
    expect(parseLibfmLine("+1 007:1 8:0 9:0.50 # 10:1")).toEqual({ label: 1, cells: ["7", "9:0.5"] });
    expect(parseLibfmLine("1")).toEqual({ problem: "no features" });
  });
});
