import type { TracedItem } from "@/components/lab/core/traced";
import { type PipelineWords, reasonWords, stepLabel } from "@/components/lab/core/words";

type ItemWayProps = {
  item: TracedItem;
  /** "by the ranker" and its place there; null where it was not. */
  places: ReadonlyArray<readonly [name: string, place: number | null]>;
  words: PipelineWords;
};

/** "34 when merged → 5 by the ranker → …" with the moves that rules made and their reasons. */
export function ItemWay({ item: { moves, left }, places, words }: ItemWayProps) {
  return (
    <>
      <span className="tabular-nums">
        {places
          .filter(([, place]) => place !== null)
          .map(([name, place]) => `${place} ${name}`)
          .join(" → ")}
      </span>
      {moves.map((move) => (
        <span key={`${move.step}-${move.from}-${move.to}`} className="block text-ink-2">
          {stepLabel(words, move.step)}: from {move.from} to {move.to}, {move.reason}
        </span>
      ))}
      {left && (
        <span className="block text-ink-2">
          Left at {stepLabel(words, left.step).toLowerCase()}: {reasonWords(words, left.reason)}
        </span>
      )}
    </>
  );
}
