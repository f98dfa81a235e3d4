"use client";

import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { type StudyPanelProps, trainedOn } from "@/components/lab/ads/ads-lab-types";
import { qualityColumns } from "@/components/lab/ads/studies/quality-columns";
import { StudySettingsFields } from "@/components/lab/ads/studies/study-settings";
import { Study } from "@/components/lab/core/study/study";
import { StudyFigure } from "@/components/lab/core/study/study-figure";
import { formatCount } from "@/components/lab/format";
import type { Progressive } from "@/lib/pipeline/ads/study-schemas";

const percentOver = (logLoss: number, truth: number) => `${(100 * (logLoss / truth - 1)).toFixed(1)} %`;

export function describeProgressive({
  progressive,
  random,
  progressiveTruth,
  randomTruth,
}: Progressive): string {
  const isFlattering = random.logLoss / randomTruth < progressive.logLoss / progressiveTruth;
  const verdict = isFlattering
    ? "The difference is knowledge of the future that no server has."
    : "Here the random split does not look better: what it knows of the future is worth less than chance on so few rows.";
  return `Scored day by day before training on it, the log loss is ${percentOver(progressive.logLoss, progressiveTruth)} above that of the true probabilities; on a random tenth, with the other nine tenths known, ${percentOver(random.logLoss, randomTruth)}. ${verdict}`;
}

/** Each day is scored first and trained on after: every row is a test row, and none has been seen. */
export function ProgressiveStudy(props: StudyPanelProps) {
  const settings = trainedOn(props);
  return (
    <Study
      title="Progressive validation"
      about="Each day is scored by a model that knows the days before it, and only then trained on. So every row tests the model once, in the order of time. See the model come nearer to the truth as it learns, and fall back on days when much is new; a random split hides both."
      controls={<StudySettingsFields study={props.study} onStudy={props.onStudy} />}
      action="Validate day by day"
      activity="Scoring and training day by day"
      settings={settings}
      run={(options) => props.ask("ads-progressive", settings, options)}
      finding={describeProgressive}
    >
      {(result) => (
        <>
          <StudyFigure caption="Normalised entropy of each day: the model, and the true probabilities below it">
            <LineChart
              title="Normalised entropy by day"
              description={describeProgressive(result)}
              series={[
                {
                  id: "model",
                  label: "model",
                  color: 1,
                  points: result.days.map(
                    ({ day, quality }) => [day + 1, quality.normalizedEntropy] as const,
                  ),
                },
                {
                  id: "truth",
                  label: "true probabilities",
                  color: 2,
                  dash: true,
                  points: result.days.map(({ day, truth }) => [day + 1, truth.normalizedEntropy] as const),
                },
              ]}
              x={{
                kind: "linear",
                label: "day",
                format: String,
                tickValues: result.days.map(({ day }) => day + 1),
              }}
              y={{ kind: "linear", label: "NE", format: (value) => value.toFixed(2), tickCount: 4 }}
            />
          </StudyFigure>
          <ChartTable
            caption="Each day, scored before it was trained on"
            columns={[
              { key: "day", header: "Day", rowHeader: true, numeric: true, cell: (row) => row.day + 1 },
              { key: "rows", header: "Rows", numeric: true, cell: (row) => formatCount(row.rows) },
              ...qualityColumns<Progressive["days"][number]>((row) => row.quality),
              {
                key: "truth",
                header: "NE of the truth",
                numeric: true,
                cell: (row) => row.truth.normalizedEntropy.toFixed(4),
              },
            ]}
            rows={result.days}
            rowKey={(row) => String(row.day)}
          />
        </>
      )}
    </Study>
  );
}
