import { ChartTable } from "@/components/charts/chart-table";
import { DotChart } from "@/components/charts/dot-chart";
import { LineChart } from "@/components/charts/line-chart";
import { niceAxis } from "@/components/lab/core/study/nice-axis";
import { StudyFigure } from "@/components/lab/core/study/study-figure";
import { formatShare } from "@/components/lab/format";
import { ClickExamples, ClickOutcomes } from "@/components/lab/search/clicks/clicks-tables";
import { describeImportance, describeRates } from "@/components/lab/search/clicks/clicks-words";
import { LABELS_LABELS } from "@/components/lab/search/search-words";
import { SEARCH_FEATURES } from "@/lib/pipeline/product-search/features";
import type { ClicksStudy } from "@/lib/pipeline/product-search/measures";

const featureLabel = (name: string) => SEARCH_FEATURES.find((one) => one.name === name)?.label ?? name;

/** What came out of the study of clicks: figures with their tables, then pages and products. */
export function ClicksFigures({ study }: { study: ClicksStudy }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-2">
        <ClickRates study={study} />
        <Importances study={study} />
      </div>
      <ClickOutcomes outcomes={study.outcomes} />
      <ClickExamples examples={study.examples} />
    </div>
  );
}

function ClickRates({ study }: { study: ClicksStudy }) {
  const { clickRates } = study;
  return (
    <StudyFigure caption={describeRates(study)}>
      <LineChart
        title="Clicks by position"
        description="Share of the products shown at each place that were clicked: on ranked pages, and on the few in random order."
        series={[
          {
            id: "ranked",
            label: "ranked pages",
            color: 1,
            points: clickRates.map(({ position, rate }) => [position, rate]),
          },
          {
            id: "random",
            label: "random order",
            color: 2,
            dash: true,
            points: clickRates.map(({ position, randomisedRate }) => [position, randomisedRate]),
          },
        ]}
        x={{
          kind: "linear",
          label: "position on the page",
          format: String,
          domain: [1, 10],
          tickValues: [1, 4, 7, 10],
        }}
        y={{
          kind: "linear",
          label: "clicked, of those shown there",
          format: formatShare,
          covers: [0],
          tickCount: 4,
        }}
        height={180}
      />
      <ChartTable
        caption="Clicks by position"
        columns={[
          { key: "position", header: "Position", rowHeader: true, cell: ({ position }) => position },
          { key: "rate", header: "Ranked pages", numeric: true, cell: ({ rate }) => formatShare(rate) },
          {
            key: "random",
            header: "Random order",
            numeric: true,
            cell: ({ randomisedRate }) => formatShare(randomisedRate),
          },
        ]}
        rows={clickRates}
        rowKey={({ position }) => String(position)}
      />
    </StudyFigure>
  );
}

const SERIES = [
  { id: "grades", label: LABELS_LABELS.grades, color: 3, shape: "tick" },
  { id: "clicks", label: LABELS_LABELS.clicks, color: 2, shape: "ring" },
  { id: "clicksIps", label: LABELS_LABELS["clicks-ips"], color: 1, shape: "disc" },
] as const;
const MOST_FEATURES = 10;

function Importances({ study }: { study: ClicksStudy }) {
  const largest = (row: ClicksStudy["importances"][number]) =>
    Math.max(row.grades, row.clicks, row.clicksIps);
  const rows = study.importances.toSorted((a, b) => largest(b) - largest(a)).slice(0, MOST_FEATURES);
  const axis = niceAxis(rows.map(largest));
  return (
    <StudyFigure caption={describeImportance(study, featureLabel)}>
      <DotChart
        title="Importance of features by what was learnt from"
        description="Share of the score’s spread that each feature accounts for; a tick is the model of the grades."
        series={SERIES}
        rows={rows.map((row) => ({ id: row.name, label: row.name, values: { ...row, name: 0 } }))}
        {...axis}
        format={formatShare}
        axisLabel="share of the score’s spread"
      />
      <ChartTable
        caption="Importance of every feature; the shares of one model sum to 100 %"
        columns={[
          { key: "name", header: "Feature", rowHeader: true, cell: ({ name }) => featureLabel(name) },
          ...SERIES.map(({ id, label }) => ({
            key: id,
            header: label,
            numeric: true,
            cell: (row: ClicksStudy["importances"][number]) => formatShare(row[id]),
          })),
        ]}
        rows={study.importances}
        rowKey={({ name }) => name}
      />
    </StudyFigure>
  );
}
