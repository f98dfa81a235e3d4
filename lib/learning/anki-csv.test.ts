import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AnkiCard, toAnkiCsv } from "./anki-csv";
import { cardToHtml } from "./card-html";

/** Reads the file as Anki does: header lines first, then records of RFC 4180. */
function parse(file: string): { header: Record<string, string>; records: string[][] } {
  const header: Record<string, string> = {};
  let rest = file;
  for (let line = /^#([^:\n]+):(.*)\n/.exec(rest); line; line = /^#([^:\n]+):(.*)\n/.exec(rest)) {
    header[line[1] ?? ""] = line[2] ?? "";
    rest = rest.slice(line[0].length);
  }
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < rest.length) {
    expect(rest[at]).toBe('"');
    let text = "";
    for (at += 1; rest[at] !== '"' || rest[at + 1] === '"'; at += 1) {
      if (rest[at] === '"') at += 1;
      text += rest[at];
    }
    record.push(text);
    at += 1;
    if (rest[at] === "\n") {
      records.push(record);
      record = [];
    } else expect(rest[at]).toBe(",");
    at += 1;
  }
  return { header, records };
}

/** What Anki shows of a field that holds text only. */
const shown = (html: string): string =>
  html
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

const card: AnkiCard = {
  id: "cases/search-ranking#card:rrf",
  deck: ["Shortlist", "Cases", "Search ranking"],
  front: "Which constant does reciprocal rank fusion usually take?",
  back: "60: each list adds $1/(60 + r)$.",
  tags: ["shortlist", "search-ranking", "data labels"],
};

describe("toAnkiCsv", () => {
  it("tells Anki the separator, that fields are HTML, and which columns are id, deck and tags", () => {
    const { header, records } = parse(toAnkiCsv([card]));
    expect(header).toEqual({
      separator: "Comma",
      html: "true",
      notetype: "Basic",
      "guid column": "1",
      "deck column": "2",
      "tags column": "5",
    });
    expect(records).toEqual([
      [
        card.id,
        "Shortlist::Cases::Search ranking",
        card.front,
        "60: each list adds \\(1/(60 + r)\\).",
        "shortlist search-ranking data-labels",
      ],
    ]);
  });

  it.each(["=1+1", "+1 %", "-0.05 % prevalence", "@mention"])(
    "lets no spreadsheet run %s, and Anki shows it as it is",
    (front) => {
      const [record] = parse(toAnkiCsv([{ ...card, front }])).records;
      expect(record?.[2]).toMatch(/^&#\d+;/);
      expect(shown(record?.[2] ?? "")).toBe(front);
    },
  );

  it("gives back any text, whatever quotes, commas, lines and signs are in it", () => {
    const text = fc.string({ unit: fc.constantFrom(..."ab =+-@#\",;:<>&'\t") }).map((body) => `x${body}x`);
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 5 }), (texts) => {
        const cards = texts.map(([front, back]) => ({ ...card, front, back }));
        const { records } = parse(toAnkiCsv(cards));
        expect(records.map(([, , front, back]) => [shown(front ?? ""), shown(back ?? "")])).toEqual(texts);
      }),
    );
  });
});

describe("cardToHtml", () => {
  it.each([
    ["**Bold** and *slanted* and `a < b`", "<b>Bold</b> and <i>slanted</i> and <code>a &lt; b</code>"],
    ["$p < 0.05$ and $$\\sum_i x_i$$", "\\(p &lt; 0.05\\) and \\[\\sum_i x_i\\]"],
    ["It costs $5 or $6 a day", "It costs $5 or $6 a day"],
    ["See [the chapter](/framework/data#labels).", "See the chapter."],
    ["snake_case_name stays, 2 * 3 * 4 too", "snake_case_name stays, 2 * 3 * 4 too"],
    ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
    ["one\n\ntwo", "one<br><br>two"],
  ])("turns %s into HTML", (markdown, html) => {
    expect(cardToHtml(markdown)).toBe(html);
  });
});
