import { ChartTable } from "@/components/charts/chart-table";
import { ReliabilityChart } from "@/components/charts/reliability-chart";
import { formatCount } from "@/components/lab/format";
import type { ClickRung } from "@/lib/pipeline/workers/calls/clicks-calls";

/** Where the lowest bin is this many times below the highest, a linear scale would hide it. */
const WIDE = 20;

const percent = (rate: number) =>
  `${(rate * 100).toFixed(rate >= 0.1 || rate === 0 ? 0 : rate >= 0.01 ? 1 : 2)} %`;

type Reliability = ClickRung["reliability"];

/** A log scale where predictions span decades and every bin has a click to draw. */
function scaleOf({ before, after }: Reliability): "linear" | "log" {
  const bins = [...before, ...after];
  const predicted = bins.map((bin) => bin.predicted);
  const isWide = Math.max(...predicted) > WIDE * Math.min(...predicted);
  return isWide && bins.every(({ observed }) => observed > 0) ? "log" : "linear";
}

/** Predicted against observed, before and after calibration. */
export function ReliabilityFigure({ name, reliability }: { name: string; reliability: Reliability }) {
  const { before, after } = reliability;
  const rows = [
    ...after.map((bin) => ({ when: "after", ...bin })),
    ...before.map((bin) => ({ when: "before", ...bin })),
  ];
  return (
    <div className="grid gap-3">
      <ReliabilityChart
        title={`Reliability of ${name}`}
        description="Mean prediction of ten bins of equally many test rows against the share that was clicked, before and after calibration. The numbers are in the table below."
        kind={scaleOf(reliability)}
        format={percent}
        lines={[
          { id: "before", label: "before calibration", color: 2, isBefore: true, bins: before },
          { id: "after", label: "after", color: 1, bins: after },
        ]}
      />
      <ChartTable
        caption={`Reliability of ${name}, in bins of equally many test rows`}
        columns={[
          { key: "when", header: "Calibration", rowHeader: true, cell: ({ when }) => when },
          { key: "rows", header: "Rows", numeric: true, cell: ({ count }) => formatCount(count) },
          {
            key: "predicted",
            header: "Predicted",
            numeric: true,
            cell: ({ predicted }) => percent(predicted),
          },
          { key: "observed", header: "Clicked", numeric: true, cell: ({ observed }) => percent(observed) },
          {
            key: "interval",
            header: "95 % interval",
            numeric: true,
            cell: ({ interval: [low, high] }) => `${percent(low)} to ${percent(high)}`,
          },
        ]}
        rows={rows}
        rowKey={({ when }, index) => `${when} ${index}`}
      />
    </div>
  );
}
