/** Figures that one case needs. Name in lib/content/vocabulary/cases.ts -> component. */
import { AuctionFigure } from "@/components/content/figures/cases/auction-figure";
import { BudgetSplitFigure } from "@/components/content/figures/cases/budget-split-figure";
import { DelayedConversionFigure } from "@/components/content/figures/cases/delayed-conversion-figure";
import { EmbeddingTableFigure } from "@/components/content/figures/cases/embedding-table-figure";
import { JoinWindowFigure } from "@/components/content/figures/cases/join-window-figure";
import type { RenderedGroup } from "@/components/content/rendered";
import type { CASES_FIGURES } from "@/lib/content/vocabulary/cases";

export const casesFigures: RenderedGroup<typeof CASES_FIGURES> = {
  AuctionFigure,
  JoinWindowFigure,
  DelayedConversionFigure,
  EmbeddingTableFigure,
  BudgetSplitFigure,
};
