"use client";

import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { type StudyPanelProps, trainedOn } from "@/components/lab/ads/ads-lab-types";
import { StudySettingsFields } from "@/components/lab/ads/studies/study-settings";
import { Study } from "@/components/lab/core/study/study";
import { StudyFigure } from "@/components/lab/core/study/study-figure";
import { formatCount, formatMany, formatShare } from "@/components/lab/format";
import type { ModelAge } from "@/lib/pipeline/ads/study-schemas";

type Point = ModelAge["points"][number];

/** The oldest model against one trained the day before. */
export function describeModelAge({ points }: ModelAge): string {
  const oldest = points.toSorted((a, b) => b.ageDays - a.ageDays)[0];
  if (!oldest) return "";
  const worse = 100 * (oldest.frozen.logLoss / oldest.fresh.logLoss - 1);
  return `After ${formatMany(oldest.ageDays, "day")} the frozen model’s log loss is ${worse.toFixed(1)} % above that of one trained the day before; ${formatShare(oldest.unknownAds)} of the impressions are then of ads that it has never seen.`;
}

/** A model that is not trained again, day after day, against one that is. */
export function ModelAgeStudy(props: StudyPanelProps) {
  const settings = trainedOn(props);
  return (
    <Study
      title="Age of the model"
      about="One model is frozen, another is trained again each day. See the frozen one fall behind as new campaigns and ads arrive that it does not know; the true probabilities show how hard each day is in itself."
      controls={<StudySettingsFields study={props.study} onStudy={props.onStudy} />}
      action="Let a model grow old"
      activity="Training again for each day"
      settings={settings}
      run={(options) => props.ask("ads-model-age", settings, options)}
      finding={describeModelAge}
    >
      {(result) => <Result result={result} />}
    </Study>
  );
}

function Result({ result }: { result: ModelAge }) {
  const points = result.points.toSorted((a, b) => a.ageDays - b.ageDays);
  const line = (of: (point: Point) => number) => points.map((point) => [point.ageDays, of(point)] as const);
  const x = {
    kind: "linear",
    label: "days since the last training row",
    format: String,
    tickValues: points.map(({ ageDays }) => ageDays),
  } as const;
  return (
    <>
      <div className="grid gap-6 md:grid-cols-2">
        <StudyFigure caption="Normalised entropy: lower is better">
          <LineChart
            title="Normalised entropy by age of the model"
            description={describeModelAge(result)}
            series={[
              {
                id: "frozen",
                label: "frozen",
                color: 2,
                points: line(({ frozen }) => frozen.normalizedEntropy),
              },
              {
                id: "fresh",
                label: "trained daily",
                color: 1,
                points: line(({ fresh }) => fresh.normalizedEntropy),
              },
              {
                id: "truth",
                label: "true probabilities",
                color: 3,
                dash: true,
                points: line(({ truth }) => truth.normalizedEntropy),
              },
            ]}
            x={x}
            y={{ kind: "linear", label: "NE", format: (value) => value.toFixed(2), tickCount: 4 }}
          />
        </StudyFigure>
        <StudyFigure caption="Impressions of ads that the frozen model has never seen">
          <LineChart
            title="Share of unknown ads by age of the model"
            description="New ads come every day."
            series={[
              { id: "unknown", label: "unknown", color: 4, points: line(({ unknownAds }) => unknownAds) },
            ]}
            x={x}
            y={{ kind: "linear", label: "share of impressions", format: formatShare, tickCount: 4 }}
            hideEndLabels
          />
        </StudyFigure>
      </div>
      <ChartTable
        caption="The frozen model and the one trained daily"
        columns={[
          { key: "age", header: "Days old", rowHeader: true, numeric: true, cell: (row) => row.ageDays },
          { key: "rows", header: "Rows scored", numeric: true, cell: (row) => formatCount(row.rows) },
          {
            key: "frozen",
            header: "NE, frozen",
            numeric: true,
            cell: (row) => row.frozen.normalizedEntropy.toFixed(4),
          },
          {
            key: "fresh",
            header: "NE, daily",
            numeric: true,
            cell: (row) => row.fresh.normalizedEntropy.toFixed(4),
          },
          {
            key: "truth",
            header: "NE, truth",
            numeric: true,
            cell: (row) => row.truth.normalizedEntropy.toFixed(4),
          },
          {
            key: "ratio",
            header: "Predicted / observed, frozen",
            numeric: true,
            cell: (row) => row.frozen.calibrationRatio.toFixed(2),
          },
          {
            key: "unknown",
            header: "Unknown ads",
            numeric: true,
            cell: (row) => formatShare(row.unknownAds),
          },
        ]}
        rows={points}
        rowKey={(row) => String(row.ageDays)}
      />
    </>
  );
}
