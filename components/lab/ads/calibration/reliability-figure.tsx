"use client";

import { useState } from "react";
import { ChartTable } from "@/components/charts/chart-table";
import { ReliabilityChart, type ReliabilityLine } from "@/components/charts/reliability-chart";
import { formatRate, formatRatio } from "@/components/lab/ads/ads-format";
import { QUALITY_NOTE, qualityColumns } from "@/components/lab/ads/studies/quality-columns";
import { StudyFigure } from "@/components/lab/core/study/study-figure";
import { formatCount } from "@/components/lab/format";
import { Checkbox } from "@/components/ui/inputs";
import { Table } from "@/components/ui/table";
import type { AdQuality } from "@/lib/pipeline/ads/model-card";
import type { Reliability } from "@/lib/pipeline/ads/study-schemas";

/** The ratio over all rows, and how many bins lie off by more than chance. */
export function describeReliability({ quality, bins, rows }: Reliability): string {
  const off = bins.filter(
    ({ meanPrediction, interval }) => meanPrediction < interval.low || meanPrediction > interval.high,
  );
  return `Over ${formatCount(rows)} impressions predicted clicks are ${formatRatio(quality.calibrationRatio)} the observed ones, and the mean error of a bin (ECE) is ${quality.ece.toFixed(5)}. ${off.length === 0 ? "Every bin agrees with its clicks" : `${off.length} of ${bins.length} bins ${off.length === 1 ? "disagrees" : "disagree"} with their clicks`} by the 95 % interval.`;
}

const lineOf = ({ bins }: Reliability, more: Omit<ReliabilityLine, "bins">): ReliabilityLine => ({
  ...more,
  bins: bins.map(({ meanPrediction, observedRate, interval }) => ({
    predicted: meanPrediction,
    observed: observedRate,
    interval: [interval.low, interval.high],
  })),
});

/** The curve of the present knobs, and of the same model without calibration. */
export function ReliabilityFigure({ now, bare }: { now: Reliability; bare: Reliability }) {
  const [isLog, setLog] = useState(true);
  return (
    <div className="grid gap-6 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <StudyFigure caption="Predicted against observed click rate, bins of equal size">
        <ReliabilityChart
          title="Reliability curve"
          description={describeReliability(now)}
          kind={isLog ? "log" : "linear"}
          format={formatRate}
          lines={[
            lineOf(bare, { id: "bare", label: "not calibrated", color: 2, isBefore: true }),
            lineOf(now, { id: "now", label: "as it is", color: 1 }),
          ]}
        />
        <Checkbox
          className="mt-2"
          label="Logarithmic scale"
          checked={isLog}
          onChange={(event) => setLog(event.target.checked)}
        />
      </StudyFigure>
      <div className="grid content-start gap-4">
        <Table<{ name: string; quality: AdQuality }>
          dense
          caption="On the test days, every row kept"
          columns={[
            { key: "name", header: "Prediction", rowHeader: true, cell: (row) => row.name },
            ...qualityColumns<{ name: string; quality: AdQuality }>((row) => row.quality),
          ]}
          rows={[
            { name: "As it is", quality: now.quality },
            { name: "Not calibrated", quality: bare.quality },
            { name: "True probabilities", quality: now.truth },
          ]}
          rowKey={(row) => row.name}
        />
        <p className="text-xs text-ink-2">{QUALITY_NOTE}</p>
        <ChartTable
          caption="Bins of the prediction as it is"
          columns={[
            {
              key: "from",
              header: "Predicted",
              rowHeader: true,
              cell: (row) => formatRate(row.meanPrediction),
            },
            {
              key: "observed",
              header: "Observed",
              numeric: true,
              cell: (row) => formatRate(row.observedRate),
            },
            {
              key: "interval",
              header: "95 % interval",
              numeric: true,
              cell: (row) => `${formatRate(row.interval.low)} to ${formatRate(row.interval.high)}`,
            },
            { key: "truth", header: "Truth", numeric: true, cell: (row) => formatRate(row.meanTruth) },
            { key: "rows", header: "Rows", numeric: true, cell: (row) => formatCount(row.count) },
            { key: "clicks", header: "Clicks", numeric: true, cell: (row) => formatCount(row.clicks) },
          ]}
          rows={now.bins}
          rowKey={(row) => String(row.from)}
        />
      </div>
    </div>
  );
}
