/** Cuts a text at the edges of its receipts, so that each piece knows which points its words earned. */
import type { ReportReceipt } from "./schema";

export type Piece = { start: number; text: string; pointIds: string[] };

/** Pieces in order; joined they are the text again. Receipts of other parts are ignored; overlapping ones share a piece. */
export function highlight(
  text: string,
  part: string,
  receipts: readonly { pointId: string; receipt: ReportReceipt }[],
): Piece[] {
  const own = receipts.filter(
    ({ receipt }) => receipt.part === part && receipt.start < receipt.end && receipt.end <= text.length,
  );
  const edges = [
    ...new Set([0, text.length, ...own.flatMap(({ receipt }) => [receipt.start, receipt.end])]),
  ].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, i) => {
    const end = edges[i + 1] ?? text.length;
    const pointIds = own
      .filter(({ receipt }) => receipt.start <= start && receipt.end >= end)
      .map(({ pointId }) => pointId);
    return { start, text: text.slice(start, end), pointIds };
  });
}
