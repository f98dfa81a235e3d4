"use client";

import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { type StudyPanelProps, trainedOn } from "@/components/lab/ads/ads-lab-types";
import { EmbeddingMemory } from "@/components/lab/ads/studies/embedding-memory";
import { qualityColumns } from "@/components/lab/ads/studies/quality-columns";
import { StudySettingsFields } from "@/components/lab/ads/studies/study-settings";
import { Study } from "@/components/lab/core/study/study";
import { StudyFigure } from "@/components/lab/core/study/study-figure";
import { formatBytes } from "@/components/lab/data/format-bytes";
import { formatCount, formatMilliseconds, formatShare } from "@/components/lab/format";
import type { HashSizes } from "@/lib/pipeline/ads/study-schemas";

/** A loss of a thousandth is taken for none. */
const SAME = 0.001;

/** The smallest table that loses next to nothing against the largest. */
export function describeHashSizes({ points, values }: HashSizes): string {
  const sorted = points.toSorted((a, b) => a.rows - b.rows);
  const largest = sorted.at(-1);
  if (!largest) return "";
  const enough = sorted.find(
    ({ quality }) => quality.normalizedEntropy <= largest.quality.normalizedEntropy * (1 + SAME),
  );
  const smallest = sorted[0];
  const best = points.toSorted((a, b) => a.quality.normalizedEntropy - b.quality.normalizedEntropy)[0];
  if (!enough || !smallest || !best) return "";
  if (best.quality.normalizedEntropy < largest.quality.normalizedEntropy * (1 - SAME))
    return `${formatCount(values)} values share the table. NE is lowest with ${formatCount(best.rows)} rows (${formatBytes(best.tableBytes)}), ${best.quality.normalizedEntropy.toFixed(3)} against ${largest.quality.normalizedEntropy.toFixed(3)} with ${formatCount(largest.rows)}: on so few impressions a larger table learns rare values by heart.`;
  if (enough === largest)
    return `${formatCount(values)} values share the table. Larger is still better: NE falls from ${smallest.quality.normalizedEntropy.toFixed(3)} with ${formatCount(smallest.rows)} rows to ${largest.quality.normalizedEntropy.toFixed(3)} with ${formatCount(largest.rows)} (${formatBytes(largest.tableBytes)}).`;
  return `${formatCount(values)} values share the table. ${formatCount(enough.rows)} rows (${formatBytes(enough.tableBytes)}) predict as well as ${formatCount(largest.rows)}, although ${formatShare(enough.collided)} of the values share a row; ${formatCount(smallest.rows)} rows cost ${((smallest.quality.normalizedEntropy / largest.quality.normalizedEntropy - 1) * 100).toFixed(1)} % of NE.`;
}

/** How large the table of hashed values has to be, and what a real one would weigh. */
export function HashSizeStudy(props: StudyPanelProps) {
  const settings = trainedOn(props);
  return (
    <div className="grid gap-8">
      <Study
        title="Size of the hashed table"
        about="Ids have millions of values and new ones every day, so they are hashed into a table of fixed size; values that fall on the same row share their weights. See how far the table can shrink before the prediction suffers: collisions of rare values cost little."
        controls={<StudySettingsFields study={props.study} onStudy={props.onStudy} />}
        action="Measure table sizes"
        activity="Training once for each table size"
        settings={settings}
        run={(options) => props.ask("ads-hash-size", settings, options)}
        finding={describeHashSizes}
      >
        {(result) => <Result result={result} />}
      </Study>
      <EmbeddingMemory />
    </div>
  );
}

function Result({ result }: { result: HashSizes }) {
  const points = result.points.toSorted((a, b) => a.rows - b.rows);
  const x = {
    kind: "log",
    label: "rows of the table (log scale)",
    format: formatCount,
    tickValues: points.map(({ rows }) => rows).filter((_, index) => index % 2 === 0 || points.length < 5),
  } as const;
  return (
    <>
      <div className="grid gap-6 md:grid-cols-2">
        <StudyFigure caption="Normalised entropy: lower is better">
          <LineChart
            title="Normalised entropy by rows of the table"
            description={describeHashSizes(result)}
            series={[
              {
                id: "ne",
                label: "NE",
                color: 1,
                points: points.map(({ rows, quality }) => [rows, quality.normalizedEntropy] as const),
              },
            ]}
            x={x}
            y={{
              kind: "linear",
              covers: [result.truth.normalizedEntropy],
              label: "NE",
              format: (value) => value.toFixed(3),
              tickCount: 4,
            }}
            references={[{ axis: "y", value: result.truth.normalizedEntropy, label: "true probabilities" }]}
            hideEndLabels
          />
        </StudyFigure>
        <StudyFigure caption="Values that share their row with another">
          <LineChart
            title="Share of values that collide, by rows of the table"
            description="The fewer rows, the more values share one."
            series={[
              {
                id: "collided",
                label: "collide",
                color: 2,
                points: points.map(({ rows, collided }) => [rows, collided] as const),
              },
            ]}
            x={x}
            y={{
              kind: "linear",
              label: "share of values",
              format: formatShare,
              domain: [0, 1],
              tickCount: 5,
            }}
            hideEndLabels
          />
        </StudyFigure>
      </div>
      <ChartTable
        caption="Size of the hashed table, on the test days"
        columns={[
          {
            key: "rows",
            header: "Rows",
            rowHeader: true,
            numeric: true,
            cell: (row) => formatCount(row.rows),
          },
          { key: "bytes", header: "Memory", numeric: true, cell: (row) => formatBytes(row.tableBytes) },
          { key: "collided", header: "Collide", numeric: true, cell: (row) => formatShare(row.collided) },
          ...qualityColumns<HashSizes["points"][number]>((row) => row.quality),
          {
            key: "time",
            header: "Trained in",
            numeric: true,
            cell: (row) => formatMilliseconds(row.seconds * 1000),
          },
        ]}
        rows={points}
        rowKey={(row) => String(row.rows)}
      />
    </>
  );
}
