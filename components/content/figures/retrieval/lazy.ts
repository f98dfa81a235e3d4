"use client";

/** Figures about retrieval, each in a chunk of its own: a page loads the figures that it shows (decision 24). One line a figure. */
import dynamic from "next/dynamic";

export const BanditFigure = dynamic(() => import("./bandit-figure").then((file) => file.BanditFigure));
export const BetaPriorFigure = dynamic(() =>
  import("./beta-prior-figure").then((file) => file.BetaPriorFigure),
);
export const DiversityFigure = dynamic(() =>
  import("./diversity-figure").then((file) => file.DiversityFigure),
);
export const ExplorationCostFigure = dynamic(() =>
  import("./exploration-cost-figure").then((file) => file.ExplorationCostFigure),
);
export const ExposureFigure = dynamic(() => import("./exposure-figure").then((file) => file.ExposureFigure));
export const FunnelCostFigure = dynamic(() =>
  import("./funnel-cost-figure").then((file) => file.FunnelCostFigure),
);
export const InvertedListsFigure = dynamic(() =>
  import("./inverted-lists-figure").then((file) => file.InvertedListsFigure),
);
export const NegativeMixFigure = dynamic(() =>
  import("./negative-mix-figure").then((file) => file.NegativeMixFigure),
);
export const QuantisationFigure = dynamic(() =>
  import("./quantisation-figure").then((file) => file.QuantisationFigure),
);
export const SampledMetricFigure = dynamic(() =>
  import("./sampled-metric-figure").then((file) => file.SampledMetricFigure),
);
