/** Figures about measuring: biases, calibration, experiments, drift. Name in lib/content/vocabulary/evaluation.ts -> component. */

import {
  AlertFigure,
  ClickModelFigure,
  CupedFigure,
  FeedbackLoopFigure,
  InterleavingFigure,
  MaturingRateFigure,
  OffPolicyFigure,
  PeekingFigure,
  RecalibrationFigure,
  RetrainingFigure,
  SampleRatioFigure,
  ThresholdCostFigure,
  WinnersCurseFigure,
} from "@/components/content/figures/evaluation/lazy";
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
