/** Which calibration suits a model's scores: each is fitted on one half of the validation rows and judged on the other. */
import { type Calibration, isotonicRegression, plattScaling } from "@/lib/evaluation/calibration";
import { logLoss } from "@/lib/evaluation/classification";

export const CALIBRATIONS = ["platt", "isotonic"] as const;
export type CalibrationName = (typeof CALIBRATIONS)[number];

const FITS: Record<CalibrationName, (labels: Int32Array, scores: Float32Array) => Calibration> = {
  platt: plattScaling,
  isotonic: isotonicRegression,
};

/** Mean log loss over both halves (rows of even and of odd number), each judged by the fit on the other one. */
function crossedLogLoss(name: CalibrationName, labels: Int32Array, scores: Float32Array): number {
  const half = (parity: number) => ({
    labels: labels.filter((_, row) => row % 2 === parity),
    scores: scores.filter((_, row) => row % 2 === parity),
  });
  const [even, odd] = [half(0), half(1)];
  const loss = (fitted: typeof even, judged: typeof even) => {
    const calibrate = FITS[name](fitted.labels, fitted.scores);
    return logLoss(judged.labels, Float64Array.from(judged.scores, calibrate));
  };
  return (loss(even, odd) + loss(odd, even)) / 2;
}

/** The better one by log loss, fitted on all rows; Platt scaling, which has two numbers, when both are alike. */
export function chooseCalibration(
  labels: Int32Array,
  scores: Float32Array,
): { name: CalibrationName; calibrate: Calibration } {
  const losses = CALIBRATIONS.map((name) => crossedLogLoss(name, labels, scores));
  const name = CALIBRATIONS[losses.indexOf(Math.min(...losses))] ?? "platt";
  return { name, calibrate: FITS[name](labels, scores) };
}
