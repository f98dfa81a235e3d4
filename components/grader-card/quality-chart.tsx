import { ChartTable } from "@/components/charts/chart-table";
import { DotChart } from "@/components/charts/dot-chart";
import type { GraderCard } from "@/lib/grading/report-card/schema";
import { fixed, percentOf } from "./figures";
import { QUALITY_WORDS } from "./words";

/** Mean score by how an answer was meant: where grader and markers part. */
export function QualityChart({ rows }: { rows: GraderCard["byQuality"] }) {
  return (
    <div className="max-w-3xl">
      <DotChart
        title="Mean score by how an answer was meant"
        description="For each kind of answer the mean score by the markers and by the grader. The table holds the numbers."
        series={[
          { id: "marks", label: "Markers", color: 3, shape: "tick" },
          { id: "grader", label: "Grader", color: 1 },
        ]}
        rows={rows.map(({ quality, marks, grader }) => ({
          id: quality,
          label: QUALITY_WORDS[quality],
          values: { marks, grader },
          interval: [Math.min(marks, grader), Math.max(marks, grader)],
        }))}
        maximum={1}
        tickValues={[0, 0.25, 0.5, 0.75, 1]}
        format={percentOf}
        axisLabel="mean score"
      />
      <div className="mt-3">
        <ChartTable
          caption="Mean score by how an answer was meant"
          rows={rows}
          rowKey={({ quality }) => quality}
          columns={[
            { key: "quality", header: "Meant as", rowHeader: true, cell: ({ quality }) => QUALITY_WORDS[quality] }, // biome-ignore format: one column, one line
            { key: "answers", header: "Answers", numeric: true, cell: ({ answers }) => answers },
            { key: "marks", header: "Markers", numeric: true, cell: ({ marks }) => fixed(marks) },
            { key: "grader", header: "Grader", numeric: true, cell: ({ grader }) => fixed(grader) },
          ]}
        />
      </div>
    </div>
  );
}
