"use client";

import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { formatMinutes, formatRatio } from "@/components/lab/ads/ads-format";
import { type StudyPanelProps, trainedOn } from "@/components/lab/ads/ads-lab-types";
import { StudySettingsFields } from "@/components/lab/ads/studies/study-settings";
import { Study } from "@/components/lab/core/study/study";
import { StudyFigure } from "@/components/lab/core/study/study-figure";
import { formatCount, formatShare } from "@/components/lab/format";
import { type RadioCardOption, RadioCards } from "@/components/ui/radio-cards";
import type { JoinWindows } from "@/lib/pipeline/ads/study-schemas";

const LABELS: ReadonlyArray<RadioCardOption<JoinWindows["label"]>> = [
  { value: "click", label: "Clicks", description: "Nearly all within minutes" },
  { value: "conversion", label: "Conversions", description: "Up to a month late" },
];

/** The window with the least loss, and what it costs on either side. */
export function describeJoinWindows({ points, label }: JoinWindows): string {
  const shortest = points.toSorted((a, b) => a.windowMinutes - b.windowMinutes)[0];
  const best = points.toSorted((a, b) => a.normalizedEntropy - b.normalizedEntropy)[0];
  if (!shortest || !best) return "";
  return `A window of ${formatMinutes(shortest.windowMinutes)} loses ${formatShare(shortest.lost)} of the ${label}s, and the model predicts ${formatRatio(shortest.calibrationRatio)} of them. NE is lowest with ${formatMinutes(best.windowMinutes)}; the newest row is then ${formatMinutes(best.delayMinutes)} old.`;
}

/** How long to wait for a click before an impression counts as not clicked. */
export function JoinWindowStudy(props: StudyPanelProps) {
  const { label } = props.study;
  const asked = { ...trainedOn(props), label };
  return (
    <Study
      title="Join window against freshness"
      about="No click is only the absence of a click so far. A short window takes late clicks for none, so the model predicts too little; a long one waits, and learns from old rows. See on the left how much each window loses, and on the right what that costs. Dividing by the share that is not lost repairs the size of the prediction, not the age of the rows."
      controls={
        <>
          <RadioCards
            legend="Label"
            options={LABELS}
            columns={2}
            value={label}
            onChange={(chosen) => props.onStudy({ label: chosen })}
          />
          <StudySettingsFields study={props.study} onStudy={props.onStudy} />
        </>
      }
      action="Measure join windows"
      activity="Training once for each window"
      settings={asked}
      run={(options) => props.ask("ads-join-window", asked, options)}
      finding={describeJoinWindows}
    >
      {(result) => <Result result={result} />}
    </Study>
  );
}

function Result({ result }: { result: JoinWindows }) {
  const points = result.points.toSorted((a, b) => a.windowMinutes - b.windowMinutes);
  const x = {
    kind: "log",
    label: "join window (log scale)",
    format: formatMinutes,
    tickValues: points
      .map(({ windowMinutes }) => windowMinutes)
      .filter((_, index) => index % 2 === 0 || points.length < 5),
  } as const;
  const line = (of: (point: (typeof points)[number]) => number) =>
    points.map((point) => [point.windowMinutes, of(point)] as const);
  return (
    <>
      <div className="grid gap-6 md:grid-cols-2">
        <StudyFigure caption={`Share of ${result.label}s that come too late`}>
          <LineChart
            title="Lost labels by join window"
            description={describeJoinWindows(result)}
            series={[{ id: "lost", label: "lost", color: 2, points: line(({ lost }) => lost) }]}
            x={x}
            y={{ kind: "linear", label: `share of ${result.label}s`, format: formatShare, tickCount: 4 }}
            hideEndLabels
          />
        </StudyFigure>
        <StudyFigure caption="Normalised entropy: lower is better">
          <LineChart
            title="Normalised entropy by join window"
            description="As trained, and after dividing by the share of labels that is not lost."
            series={[
              {
                id: "plain",
                label: "as trained",
                color: 2,
                points: line(({ normalizedEntropy }) => normalizedEntropy),
              },
              {
                id: "corrected",
                label: "corrected",
                color: 1,
                points: line(({ correctedEntropy }) => correctedEntropy),
              },
            ]}
            x={x}
            y={{ kind: "linear", label: "NE", format: (value) => value.toFixed(3), tickCount: 4 }}
          />
        </StudyFigure>
      </div>
      <ChartTable
        caption={`Join windows of ${result.label}s, judged with every ${result.label} that came in the end`}
        columns={[
          {
            key: "window",
            header: "Window",
            rowHeader: true,
            cell: (row) => formatMinutes(row.windowMinutes),
          },
          { key: "lost", header: "Lost", numeric: true, cell: (row) => formatShare(row.lost) },
          {
            key: "ratio",
            header: "Predicted / observed",
            numeric: true,
            cell: (row) => formatRatio(row.calibrationRatio),
          },
          { key: "ne", header: "NE", numeric: true, cell: (row) => row.normalizedEntropy.toFixed(4) },
          {
            key: "corrected",
            header: "NE, corrected",
            numeric: true,
            cell: (row) => row.correctedEntropy.toFixed(4),
          },
          {
            key: "delay",
            header: "Newest row",
            numeric: true,
            cell: (row) => `${formatMinutes(row.delayMinutes)} old`,
          },
          { key: "rows", header: "Rows", numeric: true, cell: (row) => formatCount(row.rows) },
        ]}
        rows={points}
        rowKey={(row) => String(row.windowMinutes)}
      />
    </>
  );
}
