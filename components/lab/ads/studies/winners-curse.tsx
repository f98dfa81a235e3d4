"use client";

import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import type { SeriesColor } from "@/components/charts/series";
import { formatMoney, formatRatio } from "@/components/lab/ads/ads-format";
import type { JudgedModel, StudyPanelProps } from "@/components/lab/ads/ads-lab-types";
import { AD_MODEL_LABELS } from "@/components/lab/ads/ads-words";
import { Study } from "@/components/lab/core/study/study";
import { StudyFigure } from "@/components/lab/core/study/study-figure";
import { formatCount } from "@/components/lab/format";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import type { WinnersCurse } from "@/lib/pipeline/ads/study-schemas";

const ELIGIBLE = [2, 5, 20, 100, 500];
const AUCTIONS = [100, 300, 1_000];

/** In the largest auctions, where it is strongest. */
export function describeCurse({ model, revenue, shading }: WinnersCurse): string {
  const most = model.toSorted((a, b) => b.eligible - a.eligible)[0];
  if (!most) return "";
  return `Among ${formatCount(most.eligible)} ads the winner is predicted ${formatRatio(most.winners)} its true click rate, while over all ads the prediction is ${formatRatio(most.all)}. Shaded (slope ${shading.slope.toFixed(2)} on the logit) it is ${formatRatio(most.shaded)}; revenue per thousand requests goes from ${formatMoney(revenue.plain)} to ${formatMoney(revenue.shaded)}, the truth would bring ${formatMoney(revenue.best)}.`;
}

type WinnersCurseStudyProps = Pick<StudyPanelProps, "ask" | "study" | "onStudy"> & { model: JudgedModel };

/** The highest prediction is more often an overestimate: the more take part, and the noisier the model, the worse. */
export function WinnersCurseStudy({ ask, model, study, onStudy }: WinnersCurseStudyProps) {
  const { auctions } = study;
  const settings = { model, auctions, eligible: ELIGIBLE };
  return (
    <Study
      title="Winner’s curse"
      about={`Who wins an auction is the one whose prediction is high, and a prediction is high because the ad is good or because the model erred upwards. So a model that is calibrated over all ads (${AD_MODEL_LABELS[model]} here, by the knob) is too high on its winners. See the lines rise with the number of ads and with the noise.`}
      controls={
        <Field label="Auctions" className="w-36">
          {(control) => (
            <Select
              {...control}
              value={auctions}
              onChange={(event) => onStudy({ auctions: Number(event.target.value) })}
            >
              {AUCTIONS.map((count) => (
                <option key={count} value={count}>
                  {formatCount(count)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      }
      action="Run the auctions"
      activity="Running auctions of each size"
      settings={settings}
      run={(options) => ask("ads-winners-curse", settings, options)}
      finding={describeCurse}
    >
      {(result) => <Result result={result} />}
    </Study>
  );
}

/** The winners at the most noise if all ads were equally good, by the formula. */
function drawEqualAds({ simulated }: WinnersCurse, noise: number) {
  const points = simulated.flatMap((point) =>
    point.noise === noise && point.equalAds !== undefined ? [[point.eligible, point.equalAds] as const] : [],
  );
  if (points.length === 0) return [];
  return [{ id: "equal", label: "equal ads", color: 1 as SeriesColor, dash: true, points }];
}

function Result({ result }: { result: WinnersCurse }) {
  const noises = [...new Set(result.simulated.map(({ noise }) => noise))].sort((a, b) => b - a);
  const byNoise = noises.map((noise, index) => ({
    id: String(noise),
    label: `noise ${noise}`,
    color: ((index % 5) + 1) as SeriesColor,
    points: result.simulated
      .filter((point) => point.noise === noise)
      .map((point) => [point.eligible, point.winners] as const),
  }));
  const equalAds = drawEqualAds(result, noises[0] ?? 0);
  const x = {
    kind: "log",
    label: "ads in the auction (log scale)",
    format: formatCount,
    tickValues: ELIGIBLE,
  } as const;
  const y = {
    kind: "linear",
    covers: [1],
    label: "predicted / true clicks of the winners",
    format: formatRatio,
    tickCount: 4,
  } as const;
  const reference = { axis: "y", value: 1, label: "right" } as const;
  return (
    <>
      <div className="grid gap-6 md:grid-cols-2">
        <StudyFigure caption="The model of this lab: winners, all ads, and winners after shading">
          <LineChart
            title="Winner’s curse of the model"
            description={describeCurse(result)}
            series={[
              {
                id: "winners",
                label: "winners",
                color: 2,
                points: result.model.map((point) => [point.eligible, point.winners] as const),
              },
              {
                id: "shaded",
                label: "shaded",
                color: 1,
                points: result.model.map((point) => [point.eligible, point.shaded] as const),
              },
              {
                id: "all",
                label: "all ads",
                color: 3,
                dash: true,
                points: result.model.map((point) => [point.eligible, point.all] as const),
              },
            ]}
            x={x}
            y={y}
            references={[reference]}
          />
        </StudyFigure>
        <StudyFigure caption="A model that knows the truth but for noise on its logit; dashed: the formula for equally good ads at the most noise">
          <LineChart
            title="Winner’s curse by noise"
            description="The noisier the prediction and the more ads take part, the higher the winners are overestimated."
            series={[...equalAds, ...byNoise]}
            x={x}
            y={y}
            references={[reference]}
          />
        </StudyFigure>
      </div>
      <ChartTable
        caption="Predicted over true clicks"
        columns={[
          { key: "who", header: "Model", rowHeader: true, cell: (row) => row.who },
          { key: "eligible", header: "Ads", numeric: true, cell: (row) => formatCount(row.eligible) },
          { key: "winners", header: "Winners", numeric: true, cell: (row) => formatRatio(row.winners) },
          {
            key: "interval",
            header: "95 % interval",
            numeric: true,
            cell: (row) =>
              row.interval && `${row.interval.low.toFixed(2)} to ${row.interval.high.toFixed(2)}`,
          },
          {
            key: "equal",
            header: "If ads were equal",
            numeric: true,
            cell: (row) => row.equalAds !== undefined && formatRatio(row.equalAds),
          },
          { key: "shaded", header: "Shaded", numeric: true, cell: (row) => formatRatio(row.shaded) },
          { key: "all", header: "All ads", numeric: true, cell: (row) => formatRatio(row.all) },
        ]}
        rows={[
          ...result.model.map((point) => ({ ...point, who: "as trained", equalAds: undefined })),
          ...result.simulated.map((point) => ({ ...point, who: `noise ${point.noise}`, interval: null })),
        ]}
        rowKey={(row) => `${row.who}-${row.eligible}`}
      />
    </>
  );
}
