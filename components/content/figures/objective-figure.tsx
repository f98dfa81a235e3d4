"use client";

import { BarChart } from "@/components/charts/bar-chart";
import { ChartTable } from "@/components/charts/chart-table";
import type { SeriesColor } from "@/components/charts/series";
import { ChoiceField } from "@/components/content/figures/choice-field";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import {
  type HeadPredictions,
  type ObjectiveWeights,
  scoreParts,
  weightedScore,
} from "@/lib/evaluation/objective";
import { formatFixed, formatPercent } from "@/lib/framework/units";

/** Invented predictions per impression; `watch` is the chance that at least half is watched. */
const VIDEOS: { title: string; predictions: HeadPredictions }[] = [
  {
    title: "You will not believe this lake",
    predictions: { click: 0.22, watch: 0.03, like: 0.004, hide: 0.03 },
  },
  { title: "Kitten meets doorbell", predictions: { click: 0.17, watch: 0.11, like: 0.015, hide: 0.008 } },
  {
    title: "Trailer, watched by strangers",
    predictions: { click: 0.14, watch: 0.05, like: 0.008, hide: 0.012 },
  },
  { title: "Sourdough, hour by hour", predictions: { click: 0.09, watch: 0.065, like: 0.021, hide: 0.002 } },
  {
    title: "How a lock was picked in court",
    predictions: { click: 0.06, watch: 0.045, like: 0.012, hide: 0.001 },
  },
];
const HEADS: { key: keyof HeadPredictions; label: string; color: SeriesColor; max: number }[] = [
  { key: "click", label: "Click", color: 1, max: 5 },
  { key: "watch", label: "Watch half", color: 3, max: 20 },
  { key: "like", label: "Like", color: 4, max: 40 },
  { key: "hide", label: "Hide (subtracted)", color: 2, max: 40 },
];
const PRESETS = {
  clicks: { click: 1, watch: 0, like: 0, hide: 0 },
  watch: { click: 0, watch: 4, like: 0, hide: 0 },
  balanced: { click: 1, watch: 3, like: 10, hide: 10 },
} satisfies Record<string, ObjectiveWeights>;
type Preset = keyof typeof PRESETS;

export function ObjectiveFigure({ caption }: VocabularyProps<"ObjectiveFigure">) {
  const { state: weights, patch, reset, isChanged } = useFigureState<ObjectiveWeights>(PRESETS.balanced);
  const ranked = VIDEOS.map((video) => ({
    ...video,
    parts: scoreParts(video.predictions, weights),
    score: weightedScore(video.predictions, weights),
  })).sort((a, b) => b.score - a.score);
  const byClick = [...VIDEOS].sort((a, b) => b.predictions.click - a.predictions.click);
  const first = ranked[0];
  return (
    <FigureFrame
      title="Five videos, one model, any order you like"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`“${first?.title}” leads with a score of ${formatFixed(first?.score ?? 0, 3)}. By clicks alone “${byClick[0]?.title}” would.`}
      controls={
        <>
          <div className="sm:col-span-2">
            <ChoiceField
              legend="Start from"
              value={presetOf(weights)}
              onChange={(preset: Preset) => patch(PRESETS[preset])}
              options={[
                { value: "clicks", label: "Clicks only" },
                { value: "watch", label: "Watching only" },
                { value: "balanced", label: "A mix" },
              ]}
            />
          </div>
          {HEADS.map((head) => (
            <QuantityField
              key={head.key}
              label={`Weight of ${head.key}`}
              min={0}
              max={head.max}
              step={0.5}
              value={weights[head.key]}
              onChange={(weight) => patch({ [head.key]: weight })}
            />
          ))}
        </>
      }
      formula={
        <FormulaLines
          lines={ranked.slice(0, 2).map((video) => ({
            name: video.title,
            expression: HEADS.map(
              ({ key }) =>
                `${key === "hide" ? "− " : key === "click" ? "" : "+ "}${weights[key]} × ${video.predictions[key]}`,
            ).join(" "),
            result: formatFixed(video.score, 3),
          }))}
        />
      }
      table={
        <ChartTable
          caption="Predictions per impression and the score"
          rows={ranked}
          rowKey={(video) => video.title}
          columns={[
            { key: "title", header: "Video", rowHeader: true, cell: (video) => video.title },
            ...HEADS.map(({ key }) => ({
              key,
              header: `P(${key})`,
              numeric: true,
              cell: (video: (typeof ranked)[number]) => formatPercent(video.predictions[key]),
            })),
            { key: "score", header: "Score", numeric: true, cell: (video) => formatFixed(video.score, 3) },
          ]}
        />
      }
    >
      <BarChart
        title="Score of each video, split into its four parts"
        description={ranked
          .map((video, index) => `${index + 1}: ${video.title}, ${formatFixed(video.score, 3)}`)
          .join("; ")}
        legend={HEADS}
        rows={ranked.map((video, index) => ({
          id: video.title,
          label: `${index + 1}. ${video.title}`,
          valueLabel: formatFixed(video.score, 3),
          segments: HEADS.map(({ key, color }) => ({ id: key, value: video.parts[key], color })),
        }))}
      />
    </FigureFrame>
  );
}

function presetOf(weights: ObjectiveWeights): Preset | null {
  const names: Preset[] = ["clicks", "watch", "balanced"];
  return names.find((name) => HEADS.every(({ key }) => PRESETS[name][key] === weights[key])) ?? null;
}
