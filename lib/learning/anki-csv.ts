/**
 * Cards as a text file for Anki (File > Import): RFC 4180 with Anki's header lines. Columns: a lasting id, so that a
 * second import updates notes instead of doubling them; deck; front; back; tags. No #columns line: with it Anki maps
 * by field names, which differ by language; without it, by place (rslib/src/import_export/text/csv/metadata.rs).
 */
import { cardToHtml } from "./card-html";

export type AnkiCard = {
  id: string;
  /** Levels from the outermost: Shortlist, Cases, Search ranking. */
  deck: readonly string[];
  front: string;
  back: string;
  tags: readonly string[];
};

const HEADER = [
  "#separator:Comma",
  "#html:true",
  "#notetype:Basic",
  "#guid column:1",
  "#deck column:2",
  "#tags column:5",
];

/**
 * A spreadsheet runs a cell that begins with one of these as a formula. The fields are HTML, so the character is
 * written as its reference, which Anki shows as the character itself.
 */
const withoutFormula = (html: string): string =>
  html.replace(/^[=+\-@\t\r]/, (first) => `&#${first.charCodeAt(0)};`);

/** Always quoted: a line that began with # would be a comment to Anki. */
const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Anki separates tags by spaces and levels of decks by two colons. */
const tag = (text: string): string => text.trim().replace(/\s+/g, "-");
const level = (text: string): string => text.replaceAll("::", ":").trim();

export function toAnkiCsv(cards: readonly AnkiCard[]): string {
  const rows = cards.map(({ id, deck, front, back, tags }) =>
    [
      id,
      deck.map(level).join("::"),
      withoutFormula(cardToHtml(front)),
      withoutFormula(cardToHtml(back)),
      tags.map(tag).join(" "),
    ]
      .map(cell)
      .join(","),
  );
  return `${[...HEADER, ...rows].join("\n")}\n`;
}
