"use client";

import type { AdsAsk } from "@/components/lab/ads/ads-lab-types";
import { AD_MODEL_LABELS, CALIBRATION_WORDS } from "@/components/lab/ads/ads-words";
import { describeReliability, ReliabilityFigure } from "@/components/lab/ads/calibration/reliability-figure";
import { describeSlices, SlicesFigure } from "@/components/lab/ads/calibration/slices-figure";
import { isOn } from "@/components/lab/core/knobs/knob-change";
import { Study } from "@/components/lab/core/study/study";
import type { AdKnobs } from "@/lib/pipeline/ads/knobs";

const judgedBy = (knobs: AdKnobs) => ({
  model: knobs.ranker,
  calibration: isOn(knobs, "calibrate") ? knobs.calibration : ("none" as const),
  negativeCorrection: knobs.negativeCorrection,
});

/** Is a prediction of 1 % clicked in one of a hundred? Over all impressions, and in each slice of them. */
export function CalibrationPanel({ ask, knobs }: { ask: AdsAsk; knobs: AdKnobs }) {
  const judged = judgedBy(knobs);
  const bare = { ...judged, calibration: "none" as const, negativeCorrection: true };
  const name = `${AD_MODEL_LABELS[judged.model]}, ${CALIBRATION_WORDS[judged.calibration]}${judged.negativeCorrection ? "" : ", down-sampling not undone"}`;
  return (
    <div className="grid gap-8">
      <Study
        title="Reliability"
        about={`The test days in bins of equal size by prediction, for the knobs as they are: ${name}. See how far the discs lie from the diagonal; rings are the same model without calibration. An auction multiplies the prediction with money, so a model that is 30 % too high charges 30 % wrongly.`}
        action="Draw the reliability curve"
        activity="Predicting the test days"
        settings={judged}
        run={async (options) => ({
          now: await ask("ads-reliability", judged, options),
          bare: await ask("ads-reliability", bare, options),
        })}
        finding={({ now }) => describeReliability(now)}
      >
        {({ now, bare: before }) => <ReliabilityFigure now={now} bare={before} />}
      </Study>
      <Study
        title="Calibration by slice"
        about="Calibrated over everything can still be wrong for each part: too high for new ads, too low on phones. See which intervals do not touch 1; the tick is the ratio to the true click rates, without the noise of the clicks."
        action="Measure the slices"
        activity="Predicting the test days"
        settings={judged}
        run={(options) => ask("ads-slices", judged, options)}
        finding={describeSlices}
      >
        {(result) => <SlicesFigure result={result} />}
      </Study>
    </div>
  );
}
