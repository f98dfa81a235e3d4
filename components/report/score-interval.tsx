import { percent, scoreWords } from "@/lib/grading/report/words";
import type { Score } from "@/lib/grading/types";

/** A score as what it is: a point with the width of the grader's own error. The words beside it say the same. */
export function ScoreInterval({ score, label }: { score: Score; label: string }) {
  const left = `${score.low * 100}%`;
  const width = `${Math.max(0.5, (score.high - score.low) * 100)}%`;
  return (
    <div
      role="img"
      aria-label={`${label}: ${scoreWords(score)}`}
      className="relative h-3 w-full rounded-sm bg-sunken ring-1 ring-line ring-inset"
    >
      <div
        className="absolute inset-y-0 rounded-sm bg-accent-soft ring-1 ring-accent/40 ring-inset"
        style={{ left, width }}
      />
      <div
        className="absolute -inset-y-0.5 w-0.75 -translate-x-1/2 rounded-full bg-accent"
        style={{ left: percent(score.value).replace(" ", "") }}
      />
    </div>
  );
}
