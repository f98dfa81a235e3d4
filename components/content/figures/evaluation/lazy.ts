"use client";

/** Figures about measuring, each in a chunk of its own: a page loads the figures that it shows (decision 24). One line a figure. */
import dynamic from "next/dynamic";

export const AlertFigure = dynamic(() => import("./alert-figure").then((file) => file.AlertFigure));
export const ClickModelFigure = dynamic(() =>
  import("./click-model-figure").then((file) => file.ClickModelFigure),
);
export const CupedFigure = dynamic(() => import("./cuped-figure").then((file) => file.CupedFigure));
export const FeedbackLoopFigure = dynamic(() =>
  import("./feedback-loop-figure").then((file) => file.FeedbackLoopFigure),
);
export const InterleavingFigure = dynamic(() =>
  import("./interleaving-figure").then((file) => file.InterleavingFigure),
);
export const MaturingRateFigure = dynamic(() =>
  import("./maturing-rate-figure").then((file) => file.MaturingRateFigure),
);
export const OffPolicyFigure = dynamic(() =>
  import("./off-policy-figure").then((file) => file.OffPolicyFigure),
);
export const PeekingFigure = dynamic(() => import("./peeking-figure").then((file) => file.PeekingFigure));
export const RecalibrationFigure = dynamic(() =>
  import("./recalibration-figure").then((file) => file.RecalibrationFigure),
);
export const RetrainingFigure = dynamic(() =>
  import("./retraining-figure").then((file) => file.RetrainingFigure),
);
export const SampleRatioFigure = dynamic(() =>
  import("./sample-ratio-figure").then((file) => file.SampleRatioFigure),
);
export const ThresholdCostFigure = dynamic(() =>
  import("./threshold-cost-figure").then((file) => file.ThresholdCostFigure),
);
export const WinnersCurseFigure = dynamic(() =>
  import("./winners-curse-figure").then((file) => file.WinnersCurseFigure),
);
