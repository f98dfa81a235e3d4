import { ChartTable } from "@/components/charts/chart-table";
import { DotChart } from "@/components/charts/dot-chart";
import { STAGE_INFO } from "@/lib/framework/stages";
import { formatWithNoun } from "@/lib/framework/units";
import type { Attempt } from "@/lib/learning/attempts";
import { calibrationWords, selfScoreCalibration } from "@/lib/learning/self-scores";
import { ProgressSection } from "./section";

const signed = (value: number): string => `${value > 0 ? "+" : ""}${value.toFixed(1)}`;

/** Where one's own ratings lean, stage by stage. */
export function SelfRating({ attempts }: { attempts: readonly Attempt[] }) {
  const rows = selfScoreCalibration(attempts.map(({ comparisons }) => comparisons));
  const rated = attempts.filter(({ comparisons }) => comparisons.length > 0).length;
  const lead =
    rows.length > 0
      ? `Own rating less the report's, over ${formatWithNoun(rated, "rated attempt")}. Right of the line you think better of a stage than the report does.`
      : "Before a report is shown you can rate your stages yourself. How far you are off, and in which direction, appears here.";
  return (
    <ProgressSection id="self-rating" title="Your ratings against the report" lead={lead}>
      {rows.length > 0 && (
        <>
          <DotChart
            title="Mean difference between own rating and report by stage"
            description={rows.map((row) => `${row.stage}: ${calibrationWords(row)}`).join("; ")}
            series={[{ id: "lean", label: "mean difference", color: 1 }]}
            rows={rows.map(({ stage, meanDifference }) => ({
              id: stage,
              label: STAGE_INFO[stage].title,
              values: { lean: meanDifference },
            }))}
            minimum={-4}
            maximum={4}
            tickValues={[-4, -2, 0, 2, 4]}
            format={(value) => `${value > 0 ? "+" : ""}${value}`}
            axisLabel="steps of the scale of 0 to 4"
            reference={0}
          />
          <ChartTable
            caption="Own ratings against the report"
            rows={rows}
            rowKey={({ stage }) => stage}
            columns={[
              {
                key: "stage",
                header: "Stage",
                rowHeader: true,
                cell: ({ stage }) => STAGE_INFO[stage].title,
              },
              {
                key: "lean",
                header: "Mean difference",
                numeric: true,
                cell: (row) => signed(row.meanDifference),
              },
              {
                key: "error",
                header: "Mean error",
                numeric: true,
                cell: (row) => row.meanAbsoluteError.toFixed(1),
              },
              { key: "words", header: "In words", cell: calibrationWords },
            ]}
          />
        </>
      )}
    </ProgressSection>
  );
}
