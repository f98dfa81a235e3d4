"use client";

import { ChartTable } from "@/components/charts/chart-table";
import { DotChart } from "@/components/charts/dot-chart";
import { formatRate } from "@/components/lab/ads/ads-format";
import { type StudyPanelProps, trainedOn } from "@/components/lab/ads/ads-lab-types";
import { EntropyBars } from "@/components/lab/ads/studies/entropy-bars";
import { qualityColumns } from "@/components/lab/ads/studies/quality-columns";
import { StudySettingsFields } from "@/components/lab/ads/studies/study-settings";
import { niceAxis } from "@/components/lab/core/study/nice-axis";
import { Study } from "@/components/lab/core/study/study";
import { StudyFigure } from "@/components/lab/core/study/study-figure";
import { formatCount, formatMilliseconds, formatShare } from "@/components/lab/format";
import { Table } from "@/components/ui/table";
import type { MissingValues } from "@/lib/pipeline/ads/study-schemas";

type Strategy = MissingValues["strategies"][number];
const LABELS: Record<Strategy["strategy"], string> = {
  drop: "Drop rows with a gap",
  mean: "Fill with the mean",
  indicator: "Mean and a flag",
  bucket: "A bucket of their own",
};

/** Best and worst, and the column where a gap says most. */
export function describeMissing({ strategies, columns }: MissingValues): string {
  const sorted = strategies.toSorted((a, b) => a.quality.normalizedEntropy - b.quality.normalizedEntropy);
  const [best, worst] = [sorted[0], sorted.at(-1)];
  const telling = columns.toSorted(
    (a, b) =>
      Math.abs(Math.log((b.clickRateMissing || 1e-9) / (b.clickRatePresent || 1e-9))) -
      Math.abs(Math.log((a.clickRateMissing || 1e-9) / (a.clickRatePresent || 1e-9))),
  )[0];
  if (!best || !worst || !telling) return "";
  return `“${LABELS[best.strategy]}” is best with an NE of ${best.quality.normalizedEntropy.toFixed(4)}, “${LABELS[worst.strategy].toLowerCase()}” worst with ${worst.quality.normalizedEntropy.toFixed(4)}. Where “${telling.name}” is missing, ${formatRate(telling.clickRateMissing)} are clicked, elsewhere ${formatRate(telling.clickRatePresent)}: the gap itself says something.`;
}

/** What to do about values that are not there. */
export function MissingValuesStudy(props: StudyPanelProps) {
  const settings = trainedOn(props);
  return (
    <Study
      title="Missing values"
      about="A value is missing for a reason: the person opted out, the ad is new, the page was never measured. So a gap is itself a feature. See the distance of ring and disc in each column: where it is wide, filling in the mean throws knowledge away."
      controls={<StudySettingsFields study={props.study} onStudy={props.onStudy} />}
      action="Compare strategies"
      activity="Training once for each strategy"
      settings={settings}
      run={(options) => props.ask("ads-missing-values", settings, options)}
      finding={describeMissing}
    >
      {(result) => (
        <>
          <div className="grid gap-6">
            <Columns columns={result.columns} />
            <StudyFigure caption="Normalised entropy over that of the true probabilities: lower is better">
              <EntropyBars
                title="Loss of each strategy"
                truth={result.truth}
                rows={result.strategies.map(({ strategy, quality }) => ({
                  id: strategy,
                  label: LABELS[strategy],
                  quality,
                }))}
              />
            </StudyFigure>
          </div>
          <Table
            dense
            caption="Strategies on the test days, every row kept"
            columns={[
              { key: "name", header: "Strategy", rowHeader: true, cell: (row) => LABELS[row.strategy] },
              { key: "rows", header: "Rows", numeric: true, cell: (row) => formatCount(row.rows) },
              ...qualityColumns<Strategy>((row) => row.quality),
              {
                key: "time",
                header: "Trained in",
                numeric: true,
                cell: (row) => formatMilliseconds(row.seconds * 1000),
              },
            ]}
            rows={result.strategies}
            rowKey={(row) => row.strategy}
          />
        </>
      )}
    </Study>
  );
}

function Columns({ columns }: Pick<MissingValues, "columns">) {
  const axis = niceAxis(
    columns.flatMap(({ clickRateMissing, clickRatePresent }) => [clickRateMissing, clickRatePresent]),
  );
  return (
    <StudyFigure caption="Click rate where the value is missing, and where it is not">
      <DotChart
        title="Click rate with and without a value, by column"
        description="A ring where the value is missing, a disc where it is there."
        series={[
          { id: "missing", label: "missing", color: 2, shape: "ring" },
          { id: "present", label: "there", color: 1 },
        ]}
        rows={columns.map(({ name, clickRateMissing, clickRatePresent }) => ({
          id: name,
          label: name,
          values: { missing: clickRateMissing, present: clickRatePresent },
        }))}
        {...axis}
        format={formatRate}
        axisLabel="click rate"
      />
      <ChartTable
        caption="Columns with missing values"
        columns={[
          { key: "name", header: "Column", rowHeader: true, cell: (row) => row.name },
          { key: "missing", header: "Missing", numeric: true, cell: (row) => formatShare(row.missing) },
          {
            key: "without",
            header: "Clicked where missing",
            numeric: true,
            cell: (row) => formatRate(row.clickRateMissing),
          },
          {
            key: "with",
            header: "Clicked elsewhere",
            numeric: true,
            cell: (row) => formatRate(row.clickRatePresent),
          },
        ]}
        rows={columns}
        rowKey={(row) => row.name}
      />
    </StudyFigure>
  );
}
