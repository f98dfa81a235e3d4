import type { LineLayout } from "@/lib/charts/line-layout";

type Formatted = { format: (value: number) => string };

/** Grid lines and tick labels of a plot; fills its positioned parent. For the eye only: the table holds the values. */
export function PlotAxes({
  layout,
  x,
  y,
}: {
  layout: Pick<LineLayout, "xTicks" | "yTicks">;
  x: Formatted;
  y: Formatted;
}) {
  return (
    <div aria-hidden className="absolute inset-0">
      {layout.yTicks.map((tick) => (
        <div
          key={tick.value}
          className="absolute inset-x-0 border-t border-line"
          style={{ top: `${tick.position}%` }}
        >
          <span className="absolute right-full -translate-y-1/2 pr-2 whitespace-nowrap">
            {y.format(tick.value)}
          </span>
        </div>
      ))}
      {layout.xTicks.map((tick) => (
        <div
          key={tick.value}
          className="absolute bottom-0 h-1.5 border-l border-line-strong"
          style={{ left: `${tick.position}%` }}
        >
          <span className="absolute top-full -translate-x-1/2 pt-1 whitespace-nowrap">
            {x.format(tick.value)}
          </span>
        </div>
      ))}
      <div className="absolute inset-x-0 bottom-0 border-t border-line-strong" />
    </div>
  );
}
