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

const LONGEST_CELL = 100;

/** A cell must not end its column or its row; a runtime's reason for failing can be long. */
function cell(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  const short = line.length > LONGEST_CELL ? `${line.slice(0, LONGEST_CELL - 1)}…` : line;
  return short.replaceAll("|", "\\|");
}

const rowOf = ({ what, unit, ours, peer, theirs, ratio, bestRatio, note }: Comparison): string =>
  `| ${[
    what,
    unit,
    formatFigure(ours),
    peer,
    theirs === null ? "–" : formatFigure(theirs),
    formatRatio(ratio),
    formatRatio(bestRatio),
    note,
  ]
    .map(cell)
    .join(" | ")} |`;

export const formatTable = (comparisons: readonly Comparison[]): string =>
  [
    "| What | Unit | Ours | Peer | Theirs | Theirs / ours | Best runs | Note (ours / theirs) |",
    "| --- | --- | ---: | --- | ---: | ---: | ---: | --- |",
    ...comparisons.map(rowOf),
  ].join("\n");
