"use client";

import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { formatRate, formatRatio } from "@/components/lab/ads/ads-format";
import { type StudyPanelProps, trainedOn } from "@/components/lab/ads/ads-lab-types";
import { CORRECTION_LABELS, CORRECTION_SHORT } from "@/components/lab/ads/ads-words";
import { qualityColumns } from "@/components/lab/ads/studies/quality-columns";
import { StudySettingsFields } from "@/components/lab/ads/studies/study-settings";
import { Study } from "@/components/lab/core/study/study";
import { StudyFigure } from "@/components/lab/core/study/study-figure";
import { formatCount, formatMilliseconds, formatShare } from "@/components/lab/format";
import type { AdQuality } from "@/lib/pipeline/ads/model-card";
import { CORRECTION_NAMES, type CorrectionName } from "@/lib/pipeline/ads/names";
import type { DownSampling } from "@/lib/pipeline/ads/study-schemas";

type Point = DownSampling["points"][number];
type Row = Omit<Point, "methods"> & Point["methods"][number];
const COLORS = { none: 2, formula: 1, weights: 3 } as const satisfies Record<CorrectionName, 1 | 2 | 3>;

const qualityOf = ({ methods }: Point, correction: CorrectionName): AdQuality | undefined =>
  methods.find((method) => method.correction === correction)?.quality;

/** At the lowest rate, where it hurts most. */
export function describeDownSampling({ points }: DownSampling): string {
  const [all, fewest] = [
    points.toSorted((a, b) => b.rate - a.rate)[0],
    points.toSorted((a, b) => a.rate - b.rate)[0],
  ];
  const [without, formula] = fewest ? [qualityOf(fewest, "none"), qualityOf(fewest, "formula")] : [];
  if (!all || !fewest || !without || !formula) return "";
  return `With ${formatShare(fewest.rate)} of the negatives, ${formatCount(fewest.rows)} instead of ${formatCount(all.rows)} rows, predictions are ${without.calibrationRatio.toFixed(1)} times too high; the formula brings them to ${formatRatio(formula.calibrationRatio)}.`;
}

/** Negatives thrown away to train faster, with and without making up for it. */
export function DownSamplingStudy(props: StudyPanelProps) {
  const settings = trainedOn(props);
  return (
    <Study
      title="Down-sampling of negatives"
      about="Most impressions are not clicked, so most can be thrown away before training. A model trained on what is left predicts far too many clicks, unless that is undone: by the formula q = p / (p + (1 − p) / r), or by weighting each kept negative with 1 / r. See the lines part at low rates: the order (AUC) hardly suffers, the size of the prediction does."
      controls={<StudySettingsFields study={props.study} onStudy={props.onStudy} />}
      action="Measure down-sampling"
      activity="Training once for each rate and each way"
      settings={settings}
      run={(options) => props.ask("ads-down-sampling", settings, options)}
      finding={describeDownSampling}
    >
      {(result) => <Result result={result} />}
    </Study>
  );
}

/** What the order loses, by the formula's model. */
function describeOrder(points: readonly Point[]): string {
  const [fewest, all] = [points[0], points.at(-1)];
  const [low, high] = [fewest, all].map((point) => point && qualityOf(point, "formula")?.auc);
  if (!fewest || low === undefined || high === undefined) return "AUC, the order of the impressions";
  return `The order: AUC is ${low.toFixed(3)} with ${formatShare(fewest.rate)} of the negatives, ${high.toFixed(3)} with the most`;
}

function Result({ result }: { result: DownSampling }) {
  const points = result.points.toSorted((a, b) => a.rate - b.rate);
  const series = (of: (quality: AdQuality) => number) =>
    CORRECTION_NAMES.map((correction) => ({
      id: correction,
      label: CORRECTION_SHORT[correction],
      color: COLORS[correction],
      points: points.flatMap((point) => {
        const quality = qualityOf(point, correction);
        return quality ? [[point.rate, of(quality)] as const] : [];
      }),
    }));
  const x = {
    kind: "log",
    label: "share of the negatives kept (log scale)",
    format: formatShare,
    tickValues: points.map(({ rate }) => rate),
  } as const;
  return (
    <>
      <div className="grid gap-6 md:grid-cols-2">
        <StudyFigure caption="Predicted over observed clicks: 1 is right">
          <LineChart
            title="Calibration by share of negatives kept"
            description={describeDownSampling(result)}
            series={series(({ calibrationRatio }) => calibrationRatio)}
            x={x}
            y={{
              kind: "log",
              covers: [1],
              label: "predicted / observed (log scale)",
              format: (value) => `${value} ×`,
            }}
            references={[{ axis: "y", value: 1, label: "calibrated" }]}
          />
        </StudyFigure>
        <StudyFigure caption={describeOrder(points)}>
          <LineChart
            title="AUC by share of negatives kept"
            description="How well each model orders the impressions of the test days."
            series={series(({ auc }) => auc)}
            x={x}
            y={{
              kind: "linear",
              covers: [result.truth.auc],
              label: "AUC",
              format: (value) => value.toFixed(3),
              tickCount: 4,
            }}
            references={[{ axis: "y", value: result.truth.auc, label: "true probabilities" }]}
          />
        </StudyFigure>
      </div>
      <ChartTable
        caption="Down-sampling of negatives, on the test days with every row"
        columns={[
          { key: "rate", header: "Kept", rowHeader: true, cell: (row) => formatShare(row.rate) },
          { key: "how", header: "Made up for by", cell: (row) => CORRECTION_LABELS[row.correction] },
          { key: "rows", header: "Rows", numeric: true, cell: (row) => formatCount(row.rows) },
          {
            key: "base",
            header: "Click rate of them",
            numeric: true,
            cell: (row) => formatRate(row.clickRate),
          },
          ...qualityColumns<Row>((row) => row.quality),
          {
            key: "time",
            header: "Trained in",
            numeric: true,
            cell: (row) => formatMilliseconds(row.seconds * 1000),
          },
        ]}
        rows={points.flatMap(({ methods, ...point }) =>
          methods.map((method): Row => ({ ...point, ...method })),
        )}
        rowKey={(row) => `${row.rate}-${row.correction}`}
      />
    </>
  );
}
