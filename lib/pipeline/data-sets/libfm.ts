/**
 * The libfm format (Rendle, 2012): a line is `label index:value index:value ...` with feature numbers that are unique
 * in the whole file. Categorical data has one feature a field, each with the value 1.
 */
import { parseClickLabel } from "./click-file-label";

/** More features than this in one row are no table of fields. */
export const MAX_LIBFM_FEATURES = 100;

const FEATURE = /^(\d+):([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)$/i;

/** Label and features as words, or what is wrong with the line. */
export type LibfmRow = { readonly label: 0 | 1; readonly cells: string[] } | { readonly problem: string };

/** A feature of value 1 is its index, of value 0 absent, and of any other value a word of its own, "index:value". */
function toCell(index: string, value: number): string | null {
  if (value === 0) return null;
  return value === 1 ? index : `${index}:${value}`;
}

/** What follows `#` is a remark. Not for blank lines. */
export function parseLibfmLine(line: string): LibfmRow {
  const remark = line.indexOf("#");
  const [first = "", ...features] = (remark < 0 ? line : line.slice(0, remark)).trim().split(/\s+/);
  const label = parseClickLabel(first);
  if (label === null) return { problem: `label "${first.slice(0, 40)}" is not 0 or 1` };
  if (features.length > MAX_LIBFM_FEATURES)
    return { problem: `${features.length} features; at most ${MAX_LIBFM_FEATURES} can be read` };
  const cells: string[] = [];
  for (const feature of features) {
    const [, index, value] = FEATURE.exec(feature) ?? [];
    if (index === undefined || value === undefined)
      return { problem: `"${feature.slice(0, 40)}" is not index:value` };
    const cell = toCell(String(Number(index)), Number(value));
    if (cell !== null) cells.push(cell);
  }
  return cells.length === 0 ? { problem: "no features" } : { label, cells };
}

/** Whether most lines of a sample (none blank) look like libfm rather than like a table. */
export const looksLikeLibfm = (lines: readonly string[]): boolean =>
  lines.filter((line) => /^\S+\s+\d+:[-+\d.]/.test(line.trim())).length > lines.length / 2;
