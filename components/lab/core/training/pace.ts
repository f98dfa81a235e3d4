/** How fast a training goes, from when its points arrived. */
import type { AnyTrainingPoint } from "@/lib/pipeline/trace";

/** A point and the moment it arrived, in milliseconds of any clock that stands still for nobody. */
export type PaceSample = { at: number; point: AnyTrainingPoint };

const WINDOW_MILLISECONDS = 8_000;
/** Below this the first batches, which compile the model, would tell. */
const SHORTEST_MILLISECONDS = 700;

/** Steps a second over the last seconds, of the model that is trained now; null while too little is known. */
export function stepsPerSecond(samples: readonly PaceSample[]): number | null {
  const last = samples[samples.length - 1];
  if (!last) return null;
  const first = samples.find(
    ({ at, point }) => point.model === last.point.model && last.at - at <= WINDOW_MILLISECONDS,
  );
  if (!first || last.at - first.at < SHORTEST_MILLISECONDS) return null;
  return ((last.point.step - first.point.step) / (last.at - first.at)) * 1000;
}

/** Seconds until the model that is trained now has taken its last step. */
export function secondsLeft(samples: readonly PaceSample[]): number | null {
  const pace = stepsPerSecond(samples);
  const point = samples[samples.length - 1]?.point;
  return pace && point ? (point.steps - point.step) / pace : null;
}

/** "31 steps a second, 12 s to go for this model"; "" while unknown. */
export function describePace(samples: readonly PaceSample[]): string {
  const [pace, left] = [stepsPerSecond(samples), secondsLeft(samples)];
  if (!pace || left === null) return "";
  const speed = `${pace >= 10 ? Math.round(pace) : pace.toFixed(1)} steps a second`;
  return `${speed}, ${left < 60 ? `${Math.ceil(left)} s` : `${Math.ceil(left / 60)} min`} to go for this model`;
}
