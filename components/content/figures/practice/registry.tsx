/** Figures about the interview itself, estimation, features and objectives. Name in lib/content/vocabulary/practice.ts -> component. */
import { EmbeddingMemoryFigure } from "@/components/content/figures/practice/embedding-memory-figure";
import { FanOutFigure } from "@/components/content/figures/practice/fan-out-figure";
import { FrameworkPresetsFigure } from "@/components/content/figures/practice/framework-presets-figure";
import { GradientConflictFigure } from "@/components/content/figures/practice/gradient-conflict-figure";
import { GradingRulesFigure } from "@/components/content/figures/practice/grading-rules-figure";
import { HashCollisionFigure } from "@/components/content/figures/practice/hash-collision-figure";
import { LevelBarFigure } from "@/components/content/figures/practice/level-bar-figure";
import { LoadFigure } from "@/components/content/figures/practice/load-figure";
import { ParetoFigure } from "@/components/content/figures/practice/pareto-figure";
import { PointInTimeFigure } from "@/components/content/figures/practice/point-in-time-figure";
import { ReceiptFigure } from "@/components/content/figures/practice/receipt-figure";
import { TargetEncodingFigure } from "@/components/content/figures/practice/target-encoding-figure";
import type { RenderedGroup } from "@/components/content/rendered";
import type { PRACTICE_FIGURES } from "@/lib/content/vocabulary/practice";

export const practiceFigures: RenderedGroup<typeof PRACTICE_FIGURES> = {
  LevelBarFigure,
  ReceiptFigure,
  GradingRulesFigure,
  FanOutFigure,
  LoadFigure,
  EmbeddingMemoryFigure,
  HashCollisionFigure,
  TargetEncodingFigure,
  PointInTimeFigure,
  ParetoFigure,
  GradientConflictFigure,
  FrameworkPresetsFigure,
};
