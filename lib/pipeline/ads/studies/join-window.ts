/**
 * How long an impression waits for its click or conversion before it counts as none. A short window loses events and
 * biases the rate; a long one makes the newest usable row old. Each window trains a model anew on what would have been
 * joined by the moment it goes live, and is judged on later days with every event that came in the end.
 */
import type { AdsLog } from "@/lib/worlds/ads/types";
import { planAdDays } from "../plan";
import { measureQuality } from "../quality";
import type { RawRows } from "../rows";
import type { JoinWindows } from "../study-schemas";
import { fitModel, type Studied, type StudyContext, type StudyWorld, tableOf } from "./study";

type Label = JoinWindows["label"];
const MINUTES_PER_DAY = 1_440;
const DEFAULT_WINDOWS: Readonly<Record<Label, readonly number[]>> = {
  click: [0.5, 1, 2, 5, 15, 30],
  conversion: [60, 360, 1_440, 2_880, 5_760, 8_640],
};

/** Minutes from impression to event; infinite without one. */
function delayMinutes(log: AdsLog, row: number, label: Label): number {
  const click = log.clickDelaySeconds[row] as number;
  if (label === "click") return log.clicked[row] === 1 ? click / 60 : Number.POSITIVE_INFINITY;
  const conversion = log.conversionDelaySeconds[row] as number;
  return log.converted[row] === 1 ? (click + conversion) / 60 : Number.POSITIVE_INFINITY;
}

/** 1 for rows whose event came within `window` minutes; without a window, for all that have one. */
const labelsWithin = (log: AdsLog, { rows }: RawRows, label: Label, window = Number.MAX_VALUE) =>
  Int32Array.from(rows, (row) => (delayMinutes(log, row, label) <= window ? 1 : 0));

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);

async function trainWithin(
  study: StudyWorld,
  studied: Studied,
  label: Label,
  windowMinutes: number,
  context: StudyContext,
): Promise<JoinWindows["points"][number]> {
  const { log } = study.world;
  const { calibrationEnd } = planAdDays(study.world);
  const end = Math.max(1, calibrationEnd - windowMinutes / MINUTES_PER_DAY);
  const { rows: train, keptRate } = study.trainingRows(0, end, studied);
  const labels = labelsWithin(log, train, label, windowMinutes);
  const { rows: later } = study.testRows();
  const observed = labelsWithin(log, later, label);
  const lost = 1 - sum(labels) / Math.max(1, sum(labelsWithin(log, train, label)));
  const encoder = study.encoderFor(studied.model, train);
  const options = { name: studied.model, shape: encoder.shape, keptRate, seed: studied.seed };
  const fitted = await fitModel({ ...options, train: tableOf(encoder, train, labels) }, context);
  const predictions = await fitted.predict(encoder.encode(later));
  const base = Math.max(1e-6, sum(observed) / observed.length);
  const corrected = predictions.map((p) => Math.min(0.999, p / Math.max(0.01, 1 - lost)));
  return {
    windowMinutes,
    lost,
    calibrationRatio: measureQuality(observed, predictions, base).calibrationRatio,
    normalizedEntropy: measureQuality(observed, predictions, base).normalizedEntropy,
    correctedEntropy: measureQuality(observed, corrected, base).normalizedEntropy,
    delayMinutes: windowMinutes,
    rows: train.count,
  };
}

export async function studyJoinWindow(
  study: StudyWorld,
  {
    label,
    windowMinutes,
    ...studied
  }: Studied & { readonly label: Label; readonly windowMinutes: readonly number[] },
  context: StudyContext,
): Promise<JoinWindows> {
  const windows = windowMinutes.length > 0 ? windowMinutes : DEFAULT_WINDOWS[label];
  const points: JoinWindows["points"] = [];
  for (const [i, minutes] of windows.entries()) {
    context.report(`Joining within ${minutes} minutes`, i / windows.length);
    points.push(await trainWithin(study, studied, label, minutes, context));
  }
  return { label, points };
}
