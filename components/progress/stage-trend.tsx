import { useId } from "react";
import { PlotAxes } from "@/components/charts/plot-axes";
import { seriesVariable } from "@/components/charts/series";
import { layoutLines, type Point } from "@/lib/charts/line-layout";
import { STAGE_INFO, type Stage } from "@/lib/framework/stages";
import type { Attempt } from "@/lib/learning/attempts";
import type { TriedCase } from "./attempt-words";

type Props = { stage: Stage; attempts: readonly Attempt[]; cases: readonly TriedCase[] };

const HEIGHT_PX = 110;
/** Up to here every attempt has its number on the axis. */
const MOST_TICKS = 6;

/** Rating of one stage, 0 to 4, over the attempts: one line a case, a ring for coach and a disc for exam mode. */
export function StageTrend({ stage, attempts, cases }: Props) {
  const id = useId();
  const last = attempts.length;
  const numbers = attempts.map((_, i) => i + 1);
  const x = {
    kind: "linear",
    domain: [0.5, last + 0.5],
    tickValues: last <= MOST_TICKS ? numbers : [1, last],
  } as const;
  const y = { kind: "linear", domain: [0, 4], tickValues: [0, 2, 4] } as const;
  const series = cases.map((one) => ({
    ...one,
    id: one.slug,
    points: attempts.flatMap(({ caseSlug, ratings }, i): Point[] => {
      const rating = ratings[stage];
      return caseSlug === one.slug && rating ? [[i + 1, rating.value]] : [];
    }),
  }));
  const layout = layoutLines(series, x, y);
  const rated = attempts.flatMap(({ ratings }) => ratings[stage] ?? []);
  const newest = rated.at(-1)?.value;
  const words =
    rated.length > 0
      ? `Ratings from the first attempt to the last: ${rated.map(({ value }) => value.toFixed(1)).join(", ")}.`
      : "No attempt was asked for this stage.";
  return (
    <figure className="min-w-0 text-xs text-ink-2 tabular-nums">
      <figcaption className="mb-2 flex items-baseline justify-between gap-2 text-sm text-ink">
        <span className="font-medium">{STAGE_INFO[stage].title}</span>
        <span>{newest?.toFixed(1) ?? "not asked"}</span>
      </figcaption>
      <div
        role="img"
        aria-labelledby={`${id}-words`}
        className="relative mb-6 ml-5"
        style={{ height: HEIGHT_PX }}
      >
        <span id={`${id}-words`} className="sr-only">
          {words}
        </span>
        <PlotAxes layout={layout} x={{ format: String }} y={{ format: String }} />
        <svg
          aria-hidden
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          className="absolute inset-0 size-full overflow-visible"
        >
          {series.map((one) => (
            <path
              key={one.id}
              d={layout.paths.find((path) => path.id === one.id)?.line}
              fill="none"
              stroke={seriesVariable(one.color)}
              strokeWidth={1.5}
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </svg>
        {attempts.map((attempt, i) => (
          <AttemptMark
            key={attempt.interviewId}
            attempt={attempt}
            stage={stage}
            color={seriesVariable(cases.find(({ slug }) => slug === attempt.caseSlug)?.color ?? 1)}
            place={(value) => layout.place(i + 1, value)}
          />
        ))}
      </div>
    </figure>
  );
}

type MarkProps = {
  attempt: Attempt;
  stage: Stage;
  color: string;
  place: (value: number) => { left: number; top: number };
};

/** The rating and, as an upright line, the interval that the grader's own error leaves. */
function AttemptMark({ attempt, stage, color, place }: MarkProps) {
  const rating = attempt.ratings[stage];
  if (!rating) return null;
  const { value, low, high } = rating;
  const { left, top } = place(value);
  const [upper, lower] = [place(high).top, place(low).top];
  return (
    <span aria-hidden style={{ color }}>
      <span
        className="absolute w-0.5 -translate-x-1/2 bg-current opacity-35"
        style={{ left: `${left}%`, top: `${upper}%`, height: `${lower - upper}%` }}
      />
      <span
        className={`absolute size-2.5 -translate-1/2 rounded-full border-2 border-current ${attempt.mode === "exam" ? "bg-current" : "bg-paper"}`}
        style={{ left: `${left}%`, top: `${top}%` }}
      />
    </span>
  );
}
