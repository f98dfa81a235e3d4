/** The comparisons as a Markdown table. */
import type { Comparison } from "./comparisons";

/** Three digits that count; whole from 100 on, with thousands apart. */
export function formatFigure(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString("en-US");
  return value.toPrecision(value >= 1 ? 3 : 2);
}

export const formatRatio = (ratio: number | null): string => {
  if (ratio === null) return "–";
  return `${ratio >= 99.5 ? Math.round(ratio).toLocaleString("en-US") : ratio.toPrecision(2)} x`;
};

/** A cell must not end its column or its row. */
const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll(/\s+/g, " ");

const rowOf = ({ what, unit, ours, peer, theirs, ratio, note }: Comparison): string =>
  `| ${[
    what,
    unit,
    formatFigure(ours),
    peer,
    theirs === null ? "–" : formatFigure(theirs),
    formatRatio(ratio),
    note,
  ]
    .map(cell)
    .join(" | ")} |`;

export const formatTable = (comparisons: readonly Comparison[]): string =>
  [
    "| What | Unit | Ours | Peer | Theirs | Theirs / ours | Note (ours / theirs) |",
    "| --- | --- | ---: | --- | ---: | ---: | --- |",
    ...comparisons.map(rowOf),
  ].join("\n");
