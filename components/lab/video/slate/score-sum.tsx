import type { HeadWeights } from "@/lib/pipeline/video/names";
import type { HeadPredictions } from "@/lib/pipeline/video/trace";

const digits = (value: number) => value.toFixed(3).replace(/0+$/, "").replace(/\.$/, "");

/** The score as the sum that it is, with this item's numbers in it. */
export function ScoreSum({
  heads,
  weights,
  score,
}: {
  heads: HeadPredictions;
  weights: HeadWeights;
  score: number | null;
}) {
  if (score === null) return null;
  return (
    <p className="mt-2 text-xs leading-relaxed text-ink-2 tabular-nums">
      Score = click × ({digits(weights.click)} + {digits(weights.watch)} × watched share +{" "}
      {digits(weights.like)} × like) − {digits(weights.hide)} × hide
      <br />
      =&nbsp; {digits(heads.click)} × ({digits(weights.click)} + {digits(weights.watch)} ×{" "}
      {digits(heads.watch)} + {digits(weights.like)} × {digits(heads.like)}) − {digits(weights.hide)} ×{" "}
      {digits(heads.hide)} = <span className="text-ink">{score.toFixed(4)}</span>
    </p>
  );
}
