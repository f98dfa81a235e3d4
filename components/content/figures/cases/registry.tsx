/** Figures that one case needs. Name in lib/content/vocabulary/cases.ts -> component. */
import {
  AuctionFigure,
  Bm25Figure,
  BudgetSplitFigure,
  CacheHitFigure,
  DelayedConversionFigure,
  EmbeddingTableFigure,
  JoinWindowFigure,
  LambdaRankFigure,
  RankFusionFigure,
  RerankerPriceFigure,
} from "@/components/content/figures/cases/lazy";
import type { RenderedGroup } from "@/components/content/rendered";
import type { CASES_FIGURES } from "@/lib/content/vocabulary/cases";

export const casesFigures: RenderedGroup<typeof CASES_FIGURES> = {
  AuctionFigure,
  JoinWindowFigure,
  DelayedConversionFigure,
  EmbeddingTableFigure,
  BudgetSplitFigure,
  Bm25Figure,
  CacheHitFigure,
  LambdaRankFigure,
  RankFusionFigure,
  RerankerPriceFigure,
};
