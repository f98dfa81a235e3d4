import { useId } from "react";
import { SeriesLegend } from "@/components/charts/bar-chart";
import { type SeriesColor, seriesVariable } from "@/components/charts/series";
import { type ArrowData, layoutVectors } from "@/lib/charts/vector-layout";

export type Arrow = ArrowData & { label: string; color: SeriesColor; dash?: boolean };

/** Arrows from one origin on a square; names stand in the legend, so that no label covers an arrow. */
export function VectorChart({
  title,
  description,
  arrows,
}: {
  title: string;
  description: string;
  arrows: readonly Arrow[];
}) {
  const id = useId();
  const layout = layoutVectors(arrows);
  return (
    <div className="grid justify-items-center gap-3">
      <SeriesLegend entries={arrows} />
      <svg
        role="img"
        aria-labelledby={`${id}-title ${id}-description`}
        viewBox="0 0 100 100"
        className="block aspect-square w-full max-w-72"
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-description`}>{description}</desc>
        {arrows.map((arrow, i) => {
          const placed = layout.arrows[i];
          if (!placed) return null;
          return (
            <g key={arrow.id} style={{ color: seriesVariable(arrow.color) }}>
              <line
                x1={layout.origin.left}
                y1={layout.origin.top}
                x2={placed.left}
                y2={placed.top}
                stroke="currentColor"
                strokeWidth={2}
                strokeDasharray={arrow.dash ? "5 4" : undefined}
                vectorEffect="non-scaling-stroke"
              />
              <path d={placed.head} fill="currentColor" />
            </g>
          );
        })}
        <circle cx={layout.origin.left} cy={layout.origin.top} r={1.2} fill="var(--ink)" />
      </svg>
    </div>
  );
}
