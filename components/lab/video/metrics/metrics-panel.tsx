"use client";

import { useState } from "react";
import { CompareRankers } from "@/components/lab/video/metrics/compare-rankers";
import { HeadAuc } from "@/components/lab/video/metrics/head-auc";
import { MetricsTable } from "@/components/lab/video/metrics/metrics-table";
import {
  describeGrowth,
  describeLog,
  describeSource,
  describeTruth,
  describeUnlogged,
} from "@/components/lab/video/metrics/metrics-words";
import { RecallByDepth } from "@/components/lab/video/metrics/recall-by-depth";
import type { VideoLabStore } from "@/components/lab/video/video-store";
import type { VideoLabView } from "@/components/lab/video/video-view";
import { Button } from "@/components/ui/button";
import { ProgressBar } from "@/components/ui/meter";

/** What a measurement depends on, as a key. */
const keyOf = ({ state: { open: _, audience: __, ...rest } }: VideoLabView) => JSON.stringify(rest);

/** Offline metrics on watches that the models never saw; measured again on demand with the knobs of the moment. */
export function MetricsPanel({ lab, view }: { lab: VideoLabStore; view: VideoLabView }) {
  const [measuredKey, setMeasuredKey] = useState<string | null>(null);
  const { card, measured, state, training } = view;
  const metrics = measured?.metrics ?? card.metrics;
  const items = measured ? state.items : card.world.items;
  const { loggedItems } = card.world;
  async function measure() {
    setMeasuredKey(keyOf(view));
    if (view.phase !== "live") await lab.run();
    await lab.measure();
  }
  const hasBoth = !measured && items > loggedItems;
  const percent = Math.round((view.fraction ?? 0) * 100);
  const isOfNow = measuredKey === null || measuredKey === keyOf(view);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <MetricsTable
        metrics={metrics}
        logged={hasBoth ? { metrics: card.loggedMetrics, items: loggedItems } : null}
        caption={describeSource(view, isOfNow)}
      />
      <div className="grid max-w-3xl gap-2 text-sm text-ink-2 tabular-nums">
        {training.isOwn && !measured && (
          <p className="text-ink">
            These are the numbers of the shipped models. Press Measure with these knobs for those of your own.
          </p>
        )}
        <p>{describeLog(metrics)}</p>
        <p>{describeTruth(metrics)}</p>
        <p>
          {describeUnlogged(items, loggedItems)} {hasBoth && describeGrowth(card)}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button
          variant="primary"
          {...((view.isMeasuring || training.isRunning) && {
            busyLabel: training.isRunning ? "Training…" : "Measuring…",
          })}
          onClick={() => void measure()}
        >
          Measure with these knobs
        </Button>
        {view.isMeasuring && (
          <>
            <Button onClick={() => lab.cancel()}>Cancel</Button>
            <div className="w-40">
              <ProgressBar label="Viewers measured" value={percent} max={100} valueText={`${percent} %`} />
            </div>
          </>
        )}
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-2">
        <RecallByDepth metrics={metrics} />
        <HeadAuc metrics={metrics} />
      </div>
      <CompareRankers lab={lab} view={view} />
    </div>
  );
}
