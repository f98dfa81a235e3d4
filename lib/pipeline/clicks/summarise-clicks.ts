/** What click files hold, before anything is learnt from them. */
import { fieldNames } from "../data-sets/click-layout";
import type { Checkpoint } from "../types";
import type { ClickRows } from "./click-rows";
import { countWords, rowRange } from "./click-table";
import type { ReadClickFile } from "./read-click-files";

export type FieldSummary = {
  readonly name: string;
  readonly distinct: number;
  /** The value that comes most often, and the share of the rows that have it. */
  readonly commonest: { readonly word: string; readonly share: number };
  readonly emptyShare: number;
  /** Share of the rows whose value comes nowhere else. */
  readonly onceShare: number;
};
export type ClicksSummary = {
  readonly files: readonly { readonly name: string; readonly rows: number; readonly ones: number }[];
  readonly fields: readonly FieldSummary[];
};

function summariseField(
  name: string,
  words: readonly string[],
  counts: Int32Array,
  rows: number,
): FieldSummary {
  const top = counts.reduce((best, count, number) => (count > (counts[best] as number) ? number : best), 0);
  const empty = words.indexOf("");
  return {
    name,
    distinct: words.length,
    commonest: { word: (words[top] ?? "").slice(0, 60), share: (counts[top] ?? 0) / rows },
    emptyShare: (empty < 0 ? 0 : (counts[empty] as number)) / rows,
    onceShare: counts.filter((count) => count === 1).length / rows,
  };
}

export async function summariseClicks(
  rows: ClickRows,
  files: readonly ReadClickFile[],
  checkpoint: Checkpoint,
): Promise<ClicksSummary> {
  const counts = await countWords(rows, rowRange(0, rows.length), checkpoint);
  return {
    files: files.map((file) => ({
      name: file.name,
      rows: file.rows.length,
      ones: file.rows.reduce((sum, row) => sum + rows.labelOf(row), 0),
    })),
    fields: fieldNames(rows.layout).map((name, place) =>
      summariseField(name, rows.wordsOf(place), counts[place] as Int32Array, rows.length),
    ),
  };
}
