/** Figures that one case needs. Name in lib/content/vocabulary/cases.ts -> component. */
import { AuctionFigure } from "@/components/content/figures/cases/auction-figure";
import { Bm25Figure } from "@/components/content/figures/cases/bm25-figure";
import { BudgetSplitFigure } from "@/components/content/figures/cases/budget-split-figure";
import { CacheHitFigure } from "@/components/content/figures/cases/cache-hit-figure";
import { DelayedConversionFigure } from "@/components/content/figures/cases/delayed-conversion-figure";
import { EmbeddingTableFigure } from "@/components/content/figures/cases/embedding-table-figure";
import { JoinWindowFigure } from "@/components/content/figures/cases/join-window-figure";
import { LambdaRankFigure } from "@/components/content/figures/cases/lambda-rank-figure";
import { RankFusionFigure } from "@/components/content/figures/cases/rank-fusion-figure";
import { RerankerPriceFigure } from "@/components/content/figures/cases/reranker-price-figure";
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
