import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { StudyFigure } from "@/components/lab/core/study/study-figure";
import { formatShare } from "@/components/lab/format";
import { describeBias } from "@/components/lab/search/clicks/clicks-words";
import type { LabelsComparison } from "@/lib/pipeline/product-search/measures";

type Propensities = LabelsComparison["propensities"];

/** The chance that a place of the page is seen: the truth, as estimated from the log, and as used. */
export function PositionBias({ propensities }: { propensities: Propensities }) {
  const points = (of: (row: Propensities[number]) => number | null) =>
    propensities.flatMap((row) => {
      const value = of(row);
      return value === null ? [] : [[row.position, value] as const];
    });
  const truth = points((row) => row.truth);
  return (
    <StudyFigure caption={describeBias(propensities)}>
      <LineChart
        title="Chance of being seen by position"
        description="From the first place to the tenth: the truth of the simulator and what was estimated from swapped pairs of the log."
        series={[
          { id: "truth", label: "truth", color: 2 as const, points: truth, dash: true },
          { id: "estimated", label: "estimated", color: 1 as const, points: points((row) => row.estimated) },
        ].filter(({ points: all }) => all.length > 0)}
        x={{
          kind: "linear",
          label: "position on the page",
          format: String,
          domain: [1, 10],
          tickValues: [1, 2, 4, 6, 8, 10],
        }}
        y={{
          kind: "linear",
          label: "chance of being seen, first place = 1",
          format: formatShare,
          domain: [0, 1],
          tickCount: 4,
        }}
        height={180}
      />
      <ChartTable
        caption="Chance of being seen by position; clipped: as used, so that no click counts for too much"
        columns={[
          { key: "position", header: "Position", rowHeader: true, cell: ({ position }) => position },
          {
            key: "truth",
            header: "Truth",
            numeric: true,
            cell: (row) =>
              row.truth === null ? "none: it depends on what stands above" : row.truth.toFixed(3),
          },
          { key: "estimated", header: "Estimated", numeric: true, cell: (row) => row.estimated.toFixed(3) },
          { key: "clip", header: "Clipped", numeric: true, cell: (row) => row.clip.toFixed(3) },
        ]}
        rows={propensities}
        rowKey={({ position }) => String(position)}
      />
    </StudyFigure>
  );
}
