/** Which calibration suits a model's scores: each is fitted on one half of the validation rows and judged on the other. */
import { type Calibration, isotonicRegression, plattScaling } from "@/lib/evaluation/calibration";
import { expectedCalibrationError } from "@/lib/evaluation/classification";

export const CALIBRATIONS = ["platt", "isotonic"] as const;
export type CalibrationName = (typeof CALIBRATIONS)[number];

const FITS: Record<CalibrationName, (labels: Int32Array, scores: Float32Array) => Calibration> = {
  platt: plattScaling,
  isotonic: isotonicRegression,
};

/** Mean calibration error of both halves (rows of even and of odd number), each judged by the fit on the other one. */
function crossedError(name: CalibrationName, labels: Int32Array, scores: Float32Array): number {
  const half = (parity: number) => ({
    labels: labels.filter((_, row) => row % 2 === parity),
    scores: scores.filter((_, row) => row % 2 === parity),
  });
  const [even, odd] = [half(0), half(1)];
  const error = (fitted: typeof even, judged: typeof even) => {
    const calibrate = FITS[name](fitted.labels, fitted.scores);
    return expectedCalibrationError(judged.labels, Float64Array.from(judged.scores, calibrate));
  };
  return (error(even, odd) + error(odd, even)) / 2;
}

/**
 * The one with the smaller calibration error, fitted on all rows. By log loss the two hardly differ, and the stiffer one
 * wins even where its curve visibly misses.
 */
export function chooseCalibration(
  labels: Int32Array,
  scores: Float32Array,
): { name: CalibrationName; calibrate: Calibration } {
  const errors = CALIBRATIONS.map((name) => crossedError(name, labels, scores));
  const name = CALIBRATIONS[errors.indexOf(Math.min(...errors))] ?? "platt";
  return { name, calibrate: FITS[name](labels, scores) };
}
