import { memo, useCallback } from "react";
import { Stepper } from "@/components/lab/core/stepper/stepper";
import { describeRetrieval } from "@/components/lab/video/stepper/retrieval-words";
import { VIDEO_STEPS } from "@/components/lab/video/stepper/step-views";
import type { VideoLabStore } from "@/components/lab/video/video-store";
import { VIDEO_WORDS } from "@/components/lab/video/words";
import { STEP_NAMES, type StepName } from "@/lib/pipeline/video/names";
import type { Recommendation } from "@/lib/pipeline/video/trace";

type VideoStepperProps = {
  lab: VideoLabStore;
  recommendation: Recommendation;
  step: StepName | null;
  panelId: string;
};

/** Drawn again for another run or step, not for each move of a knob. */
export const VideoStepper = memo(function VideoStepper(props: VideoStepperProps) {
  const { lab, recommendation, step, panelId } = props;
  const open = useCallback(
    (target: string | null) => lab.setOpen({ step: STEP_NAMES.find((name) => name === target) ?? null }),
    [lab],
  );
  return (
    <Stepper
      run={recommendation}
      views={VIDEO_STEPS}
      words={VIDEO_WORDS}
      step={step}
      onOpen={open}
      panelId={panelId}
      outcomes={{ retrieve: () => describeRetrieval(recommendation) }}
    />
  );
});
