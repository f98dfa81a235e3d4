import { formatRate, formatRatio } from "@/components/lab/ads/ads-format";
import { AD_MODEL_LABELS, CALIBRATION_WORDS } from "@/components/lab/ads/ads-words";
import { type Bidder, overTruth } from "@/components/lab/ads/auction/auction-words";
import { isOn } from "@/components/lab/core/knobs/knob-change";
import type { AdRun } from "@/lib/pipeline/ads/trace";

type Step = { name: string; note: string; rate: number };

function stepsOf(run: AdRun, { prediction }: Bidder): Step[] {
  const { knobs } = run;
  const calibration = isOn(knobs, "calibrate") ? knobs.calibration : "none";
  return [
    {
      name: `${AD_MODEL_LABELS[run.ranker]} says`,
      note: "on the rows it was trained on",
      rate: prediction.raw,
    },
    {
      name: "Down-sampling undone",
      note: knobs.negativeCorrection ? "p / (p + (1 − p) / r)" : "switched off",
      rate: prediction.corrected,
    },
    {
      name: "Calibrated",
      note: calibration === "none" ? "switched off" : CALIBRATION_WORDS[calibration],
      rate: prediction.calibrated,
    },
    ...(knobs.exploration > 0
      ? [{ name: "Drawn to explore", note: "wider for ads that are little known", rate: prediction.explored }]
      : []),
  ];
}

/** From the model's number to the probability that the auction used, and what the simulator knows. */
export function PredictionSteps({ run, trace }: { run: AdRun; trace: Bidder }) {
  const ratio = overTruth(trace);
  return (
    <>
      <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 tabular-nums">
        {stepsOf(run, trace).map(({ name, note, rate }) => (
          <span key={name} className="contents">
            <span className="min-w-0">
              {name} <span className="text-ink-2">{note}</span>
            </span>
            <span className="text-right">{formatRate(rate)}</span>
          </span>
        ))}
        <span className="border-t border-line pt-0.5">
          Truth <span className="text-ink-2">known to the simulator only</span>
        </span>
        <span className="border-t border-line pt-0.5 text-right">{formatRate(trace.truth)}</span>
      </span>
      {ratio !== null && (
        <span className="mt-1 block text-xs text-ink-2 tabular-nums">
          The auction used {formatRatio(ratio)} the true click probability.
        </span>
      )}
    </>
  );
}
