"use client";

/** Figures of the cases, each in a chunk of its own: a page loads the figures that it shows (decision 24). One line a figure. */
import dynamic from "next/dynamic";

export const AuctionFigure = dynamic(() => import("./auction-figure").then((file) => file.AuctionFigure));
export const Bm25Figure = dynamic(() => import("./bm25-figure").then((file) => file.Bm25Figure));
export const BudgetSplitFigure = dynamic(() =>
  import("./budget-split-figure").then((file) => file.BudgetSplitFigure),
);
export const CacheHitFigure = dynamic(() => import("./cache-hit-figure").then((file) => file.CacheHitFigure));
export const DelayedConversionFigure = dynamic(() =>
  import("./delayed-conversion-figure").then((file) => file.DelayedConversionFigure),
);
export const EmbeddingTableFigure = dynamic(() =>
  import("./embedding-table-figure").then((file) => file.EmbeddingTableFigure),
);
export const JoinWindowFigure = dynamic(() =>
  import("./join-window-figure").then((file) => file.JoinWindowFigure),
);
export const LambdaRankFigure = dynamic(() =>
  import("./lambda-rank-figure").then((file) => file.LambdaRankFigure),
);
export const RankFusionFigure = dynamic(() =>
  import("./rank-fusion-figure").then((file) => file.RankFusionFigure),
);
export const RerankerPriceFigure = dynamic(() =>
  import("./reranker-price-figure").then((file) => file.RerankerPriceFigure),
);
