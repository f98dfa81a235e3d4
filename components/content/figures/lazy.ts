"use client";

/** The figures of the stage chapters, each in a chunk of its own: a page loads the figures that it shows (decision 24). One line a figure. */
import dynamic from "next/dynamic";

export const AnnMemoryFigure = dynamic(() =>
  import("./ann-memory-figure").then((file) => file.AnnMemoryFigure),
);
export const CapacityFigure = dynamic(() => import("./capacity-figure").then((file) => file.CapacityFigure));
export const CrossLayerFigure = dynamic(() =>
  import("./cross-layer-figure").then((file) => file.CrossLayerFigure),
);
export const DriftFigure = dynamic(() => import("./drift-figure").then((file) => file.DriftFigure));
export const LatencyBudgetFigure = dynamic(() =>
  import("./latency-budget-figure").then((file) => file.LatencyBudgetFigure),
);
export const LogQFigure = dynamic(() => import("./log-q-figure").then((file) => file.LogQFigure));
export const NdcgFigure = dynamic(() => import("./ndcg-figure").then((file) => file.NdcgFigure));
export const ObjectiveFigure = dynamic(() =>
  import("./objective-figure").then((file) => file.ObjectiveFigure),
);
export const PositionBiasFigure = dynamic(() =>
  import("./position-bias-figure").then((file) => file.PositionBiasFigure),
);
export const PrecisionFigure = dynamic(() =>
  import("./precision-figure").then((file) => file.PrecisionFigure),
);
export const SampleSizeFigure = dynamic(() =>
  import("./sample-size-figure").then((file) => file.SampleSizeFigure),
);
export const SamplingCorrectionFigure = dynamic(() =>
  import("./sampling-correction-figure").then((file) => file.SamplingCorrectionFigure),
);
export const TimeSplitFigure = dynamic(() =>
  import("./time-split-figure").then((file) => file.TimeSplitFigure),
);
