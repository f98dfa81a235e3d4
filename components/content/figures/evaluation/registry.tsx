/** Figures about measuring: biases, calibration, experiments, drift. Name in lib/content/vocabulary/evaluation.ts -> component. */

import { AlertFigure } from "@/components/content/figures/evaluation/alert-figure";
import { ClickModelFigure } from "@/components/content/figures/evaluation/click-model-figure";
import { CupedFigure } from "@/components/content/figures/evaluation/cuped-figure";
import { FeedbackLoopFigure } from "@/components/content/figures/evaluation/feedback-loop-figure";
import { InterleavingFigure } from "@/components/content/figures/evaluation/interleaving-figure";
import { MaturingRateFigure } from "@/components/content/figures/evaluation/maturing-rate-figure";
import { OffPolicyFigure } from "@/components/content/figures/evaluation/off-policy-figure";
import { PeekingFigure } from "@/components/content/figures/evaluation/peeking-figure";
import { RecalibrationFigure } from "@/components/content/figures/evaluation/recalibration-figure";
import { RetrainingFigure } from "@/components/content/figures/evaluation/retraining-figure";
import { SampleRatioFigure } from "@/components/content/figures/evaluation/sample-ratio-figure";
import { ThresholdCostFigure } from "@/components/content/figures/evaluation/threshold-cost-figure";
import { WinnersCurseFigure } from "@/components/content/figures/evaluation/winners-curse-figure";
import type { RenderedGroup } from "@/components/content/rendered";
import type { EVALUATION_FIGURES } from "@/lib/content/vocabulary/evaluation";

export const evaluationFigures: RenderedGroup<typeof EVALUATION_FIGURES> = {
  ClickModelFigure,
  OffPolicyFigure,
  FeedbackLoopFigure,
  RecalibrationFigure,
  ThresholdCostFigure,
  WinnersCurseFigure,
  CupedFigure,
  InterleavingFigure,
  PeekingFigure,
  SampleRatioFigure,
  AlertFigure,
  MaturingRateFigure,
  RetrainingFigure,
};
