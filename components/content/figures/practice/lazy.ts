"use client";

/** Figures about practice, each in a chunk of its own: a page loads the figures that it shows (decision 24). One line a figure. */
import dynamic from "next/dynamic";

export const EmbeddingMemoryFigure = dynamic(() =>
  import("./embedding-memory-figure").then((file) => file.EmbeddingMemoryFigure),
);
export const FanOutFigure = dynamic(() => import("./fan-out-figure").then((file) => file.FanOutFigure));
export const FrameworkPresetsFigure = dynamic(() =>
  import("./framework-presets-figure").then((file) => file.FrameworkPresetsFigure),
);
export const GradientConflictFigure = dynamic(() =>
  import("./gradient-conflict-figure").then((file) => file.GradientConflictFigure),
);
export const HashCollisionFigure = dynamic(() =>
  import("./hash-collision-figure").then((file) => file.HashCollisionFigure),
);
export const LevelBarFigure = dynamic(() => import("./level-bar-figure").then((file) => file.LevelBarFigure));
export const LoadFigure = dynamic(() => import("./load-figure").then((file) => file.LoadFigure));
export const ParetoFigure = dynamic(() => import("./pareto-figure").then((file) => file.ParetoFigure));
export const PointInTimeFigure = dynamic(() =>
  import("./point-in-time-figure").then((file) => file.PointInTimeFigure),
);
export const TargetEncodingFigure = dynamic(() =>
  import("./target-encoding-figure").then((file) => file.TargetEncodingFigure),
);
