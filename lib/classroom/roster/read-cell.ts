/**
 * One cell of a roster as text, or what is wrong with it. Nothing is repaired silently that a person would want to know
 * of: a cell that a spreadsheet would run as a formula, or that hides characters, makes its row a problem.
 */
import { toStorable } from "@/lib/interview/storable-text";

/** How spreadsheets keep leading zeros: ="00123". The text inside is what the cell shows. */
const QUOTED_NUMBER = /^="([^"=]*)"$/;
/** TRUST: what starts a formula in a spreadsheet, in ASCII or full width. */
const FORMULA_START = /^[=+\-@|%＝＋－＠]/;
/** What stands in a cell to say that nothing does. */
const NOTHING = /^[-–—]$/;
/** Spaces of every kind, tabs and line breaks within a quoted cell. */
const SPACES = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g;
/** Marks without width or meaning that copying from a page leaves behind. */
const LEFT_BEHIND = /[\u200b\u2060\ufeff\u00ad]/g;
/** Control characters, and those that turn the reading direction of what follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

export type Cell = { text: string; problem: string | null };

/** @param name what the cell is, for the message. @param maxLength in UTF-16 code units. */
export function readCell(raw: string, name: string, maxLength: number): Cell {
  const shown = raw.trim().replace(QUOTED_NUMBER, "$1");
  const text = toStorable(shown.replace(LEFT_BEHIND, "").replace(SPACES, " ").trim()).normalize("NFC");
  if (NOTHING.test(text)) return { text: "", problem: null };
  const problem = problemOf(shown, text, name, maxLength);
  return { text, problem };
}

function problemOf(shown: string, text: string, name: string, maxLength: number): string | null {
  if (HIDDEN.test(shown.replace(SPACES, " "))) return `The ${name} holds characters that cannot be seen.`;
  if (FORMULA_START.test(text)) return `The ${name} begins with “${text[0]}”, as a formula does.`;
  if (text.length > maxLength) return `The ${name} is longer than ${maxLength} characters.`;
  return null;
}
