import { cx } from "@/components/ui/cx";
import { STAGE_INFO, STAGES } from "@/lib/framework/stages";
import type { ReportPoint } from "@/lib/grading/report/schema";
import { formatClock } from "@/lib/interview/clock";
import type { Earned } from "@/lib/interview/replay/earned";

type Props = {
  points: readonly ReportPoint[];
  earned: readonly Earned[];
  atMs: number;
  seek(atMs: number): void;
};

/** Every point that was earned, lit from the minute its words stood in the answer. */
export function ReplayPoints({ points, earned, atMs, seek }: Props) {
  const timeOf = new Map(earned.map((one) => [one.id, one.atMs]));
  const lit = earned.filter((one) => one.atMs <= atMs).length;
  return (
    <section aria-labelledby="points" className="min-w-0">
      <h2 id="points" className="text-lg font-semibold">
        Points
      </h2>
      <p className="mb-3 text-sm text-ink-2">
        {lit} of the {earned.length} that were earned, of {points.length} in all, had their words by now.
      </p>
      {STAGES.map((stage) => {
        const own = points.filter((point) => point.stage === stage && timeOf.has(point.id));
        if (own.length === 0) return null;
        return (
          <div key={stage} className="mb-4">
            <h3 className="text-sm font-medium text-ink-2">{STAGE_INFO[stage].title}</h3>
            <ul className="divide-y divide-line">
              {own.map(({ id, text }) => {
                const at = timeOf.get(id) ?? 0;
                const isLit = at <= atMs;
                return (
                  <li
                    key={id}
                    id={`point-${id}`}
                    className="flex scroll-mt-24 items-baseline gap-3 py-1.5 text-sm"
                  >
                    <button
                      type="button"
                      onClick={() => seek(at)}
                      className="w-14 shrink-0 rounded text-right text-accent tabular-nums underline underline-offset-2"
                      aria-label={`Go to ${formatClock(at)}, when this was earned`}
                    >
                      {formatClock(at)}
                    </button>
                    <span className={cx(isLit ? "text-ink" : "text-ink-2")}>
                      {isLit && <span className="mr-1.5 text-good">earned</span>}
                      {text}
                    </span>
                  </li>
                );
              })}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
