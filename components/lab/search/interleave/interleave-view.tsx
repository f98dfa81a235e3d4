import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { StudyFigure } from "@/components/lab/core/study/study-figure";
import { formatCount } from "@/components/lab/format";
import { describeExperiment } from "@/components/lab/search/interleave/interleave-words";
import { signed } from "@/components/lab/search/results/product-words";
import type { Interleaving } from "@/lib/pipeline/product-search/measures";

/** The preference as pages come in, with its interval, against no preference at all. */
export function InterleaveView({ result }: { result: Interleaving }) {
  const { curve } = result;
  const reach = Math.max(0.05, ...curve.flatMap(({ preference: { low, high } }) => [-low, high]));
  const bound = Math.min(0.5, Math.ceil(reach * 20) / 20);
  return (
    <div className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-4">
      <StudyFigure caption="Above 0 the present knobs win, below it the other; the band is the 95 % interval">
        <LineChart
          title="Preference as pages come in"
          description="The preference for the present knobs with its 95 % interval, which narrows as more interleaved pages are shown."
          series={[
            {
              id: "preference",
              label: "preference",
              color: 1,
              points: curve.map(({ impressions, preference }) => [impressions, preference.mean]),
              band: curve.map(({ impressions, preference }) => [
                impressions,
                preference.low,
                preference.high,
              ]),
            },
          ]}
          x={{
            kind: "log",
            label: "interleaved pages shown (log scale)",
            format: formatCount,
            domain: [Math.min(50, curve[0]?.impressions ?? 50), curve.at(-1)?.impressions ?? 1_000],
            tickValues: [50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 50_000],
          }}
          y={{
            kind: "linear",
            label: "share of pages won (a tie is half) less one half",
            format: (value) => signed(value),
            domain: [-bound, bound],
            tickCount: 5,
          }}
          references={[{ axis: "y", value: 0, label: "no preference" }]}
          height={220}
          hideEndLabels
        />
        <ChartTable
          caption="Interleaved pages, by the page on which the shopper clicked more"
          columns={[
            {
              key: "pages",
              header: "Pages",
              rowHeader: true,
              cell: ({ impressions }) => formatCount(impressions),
            },
            {
              key: "left",
              header: "Present knobs win",
              numeric: true,
              cell: ({ leftWins }) => formatCount(leftWins),
            },
            {
              key: "right",
              header: "The other wins",
              numeric: true,
              cell: ({ rightWins }) => formatCount(rightWins),
            },
            { key: "ties", header: "Neither", numeric: true, cell: ({ ties }) => formatCount(ties) },
            {
              key: "preference",
              header: "Preference",
              numeric: true,
              cell: ({ preference: { mean, low, high } }) =>
                `${signed(mean, 3)} (${signed(low, 3)} to ${signed(high, 3)})`,
            },
          ]}
          rows={curve}
          rowKey={({ impressions }) => String(impressions)}
        />
      </StudyFigure>
      <p className="text-sm text-ink-2 tabular-nums">{describeExperiment(result)}</p>
    </div>
  );
}
