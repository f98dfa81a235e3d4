import { useId } from "react";
import { type SeriesColor, seriesVariable } from "@/components/charts/series";
import { type BarLayout, layoutBars } from "@/lib/charts/bar-layout";

export type BarRow = {
  id: string;
  label: string;
  /** Written at the right, with its unit. */
  valueLabel: string;
  segments: readonly { id: string; value: number; color: SeriesColor; muted?: boolean }[];
  /** Uncertain end of the bar: low and high. */
  range?: readonly [number, number];
  note?: string;
};
export type BarReference = { value: number; label: string };

type BarChartProps = {
  title: string;
  description: string;
  rows: readonly BarRow[];
  /** Names of stacked segments; written once above the bars. */
  legend?: readonly { label: string; color: SeriesColor }[];
  /** A limit drawn through all bars. */
  reference?: BarReference;
  maximum?: number;
};

/** Horizontal bars: name and value as text above each bar, so that nothing is cut off at any width. */
export function BarChart({ title, description, rows, legend = [], reference, maximum }: BarChartProps) {
  const id = useId();
  const layout = layoutBars(rows, Math.max(maximum ?? 0, reference?.value ?? 0));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls; these are bars.
    <div
      role="group"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
      className="grid gap-2.5 text-sm tabular-nums"
    >
      <p id={`${id}-title`} className="sr-only">
        {title}
      </p>
      <p id={`${id}-description`} className="sr-only">
        {description}
      </p>
      {legend.length > 0 && <SeriesLegend entries={legend} />}
      {reference && (
        <div aria-hidden className="relative h-4 text-xs text-ink-2">
          <span
            className={`absolute whitespace-nowrap ${layout.place(reference.value) > 50 ? "-translate-x-full pr-1" : "pl-1"}`}
            style={{ left: `${layout.place(reference.value)}%` }}
          >
            {reference.label}
          </span>
        </div>
      )}
      {rows.map((row, index) => (
        <div key={row.id} className="grid gap-1">
          <div className="flex items-baseline justify-between gap-3">
            <span>
              {row.label}
              {row.note && <span className="text-ink-2"> {row.note}</span>}
            </span>
            <span className="font-medium whitespace-nowrap">{row.valueLabel}</span>
          </div>
          <BarStrip row={row} placed={layout.rows[index]} layout={layout} reference={reference} />
        </div>
      ))}
    </div>
  );
}

function BarStrip({
  row,
  placed,
  layout,
  reference,
}: {
  row: BarRow;
  placed: BarLayout["rows"][number] | undefined;
  layout: BarLayout;
  reference: BarReference | undefined;
}) {
  return (
    <div aria-hidden className="relative h-3 bg-sunken">
      {row.segments.map((segment, index) => (
        <div
          key={segment.id}
          className="absolute inset-y-0"
          style={{
            left: `${placed?.segments[index]?.left ?? 0}%`,
            width: `${placed?.segments[index]?.width ?? 0}%`,
            background: seriesVariable(segment.color),
            opacity: segment.muted ? 0.35 : 1,
          }}
        />
      ))}
      {placed?.range && (
        <div
          className="absolute inset-y-0 border-x-2 border-ink bg-ink/25"
          style={{ left: `${placed.range.left}%`, width: `${placed.range.width}%` }}
        />
      )}
      {layout.zero > 0 && (
        <div
          className="absolute -inset-y-1 border-l border-line-strong"
          style={{ left: `${layout.zero}%` }}
        />
      )}
      {reference && (
        <div
          className="absolute -inset-y-1 border-l border-dashed border-ink"
          style={{ left: `${layout.place(reference.value)}%` }}
        />
      )}
    </div>
  );
}

/** Names of the colours, once. The square is for the eye; order and words carry the meaning. */
export function SeriesLegend({ entries }: { entries: readonly { label: string; color: SeriesColor }[] }) {
  return (
    <ul className="m-0 flex list-none flex-wrap gap-x-4 gap-y-1 p-0 text-xs text-ink-2">
      {entries.map((entry) => (
        <li key={entry.label} className="m-0 flex items-center gap-1.5 p-0">
          <span aria-hidden className="size-2.5" style={{ background: seriesVariable(entry.color) }} />
          {entry.label}
        </li>
      ))}
    </ul>
  );
}
