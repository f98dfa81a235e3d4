/** Figures about the interview itself, estimation, features and objectives. Name in lib/content/vocabulary/practice.ts -> component. */

import { GradingRulesFigure } from "@/components/content/figures/practice/grading-rules-figure";
import {
  EmbeddingMemoryFigure,
  FanOutFigure,
  FrameworkPresetsFigure,
  GradientConflictFigure,
  HashCollisionFigure,
  LevelBarFigure,
  LoadFigure,
  ParetoFigure,
  PointInTimeFigure,
  TargetEncodingFigure,
} from "@/components/content/figures/practice/lazy";
import { ReceiptFigure } from "@/components/content/figures/practice/receipt-figure";
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
