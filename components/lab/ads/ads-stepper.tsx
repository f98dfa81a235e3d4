import { memo, useCallback, useMemo } from "react";
import type { AdsLabStore } from "@/components/lab/ads/ads-store";
import {
  AD_MODEL_HINTS,
  AD_MODEL_LABELS,
  ADS_WORDS,
  CALIBRATION_WORDS,
} from "@/components/lab/ads/ads-words";
import { describeOutcome } from "@/components/lab/ads/auction/auction-words";
import { AD_STEPS } from "@/components/lab/ads/step-views";
import { tracedAds } from "@/components/lab/ads/traced";
import { isOn } from "@/components/lab/core/knobs/knob-change";
import { Stepper } from "@/components/lab/core/stepper/stepper";
import { formatCount } from "@/components/lab/format";
import { AD_STEP_NAMES, type AdStepName } from "@/lib/pipeline/ads/names";
import type { AdRun } from "@/lib/pipeline/ads/trace";

type AdsStepperProps = { lab: AdsLabStore; run: AdRun; step: AdStepName | null; panelId: string };

/** Of the live ads, how many each source brought. */
function describeRetrieval({ sources, liveAds }: AdRun): string {
  const brought = sources.map(
    ({ source, returned }) => `${formatCount(returned)} by ${ADS_WORDS.sources[source].toLowerCase()}`,
  );
  return `Of ${formatCount(liveAds)} live ads: ${brought.join(", ")}.`;
}

function describeCalibration({ knobs }: AdRun): string {
  const undone = knobs.negativeCorrection ? "Down-sampling is undone" : "Down-sampling is not undone";
  const calibration = isOn(knobs, "calibrate") ? knobs.calibration : "none";
  return `${undone}; then ${CALIBRATION_WORDS[calibration]}. Nothing leaves here, numbers change.`;
}

/** Drawn again for another run or step, not for each move of a knob. */
export const AdsStepper = memo(function AdsStepper({ lab, run, step, panelId }: AdsStepperProps) {
  const open = useCallback(
    (target: string | null) => lab.setOpen({ step: AD_STEP_NAMES.find((name) => name === target) ?? null }),
    [lab],
  );
  const traced = useMemo(() => tracedAds(run), [run]);
  return (
    <Stepper
      run={traced}
      views={AD_STEPS}
      words={ADS_WORDS}
      step={step}
      onOpen={open}
      panelId={panelId}
      outcomes={{
        retrieve: () => describeRetrieval(run),
        rank: () => `Here ${AD_MODEL_LABELS[run.ranker]}. ${AD_MODEL_HINTS[run.ranker]}.`,
        calibrate: () => describeCalibration(run),
        auction: () => describeOutcome(run),
      }}
    />
  );
});
