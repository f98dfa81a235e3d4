/** Figures about finding candidates: funnels, negatives, vectors, cold start, lists. Name in lib/content/vocabulary/retrieval.ts -> component. */
import {
  BanditFigure,
  BetaPriorFigure,
  DiversityFigure,
  ExplorationCostFigure,
  ExposureFigure,
  FunnelCostFigure,
  InvertedListsFigure,
  NegativeMixFigure,
  QuantisationFigure,
  SampledMetricFigure,
} from "@/components/content/figures/retrieval/lazy";
import type { RenderedGroup } from "@/components/content/rendered";
import type { RETRIEVAL_FIGURES } from "@/lib/content/vocabulary/retrieval";

export const retrievalFigures: RenderedGroup<typeof RETRIEVAL_FIGURES> = {
  FunnelCostFigure,
  SampledMetricFigure,
  NegativeMixFigure,
  InvertedListsFigure,
  QuantisationFigure,
  BetaPriorFigure,
  BanditFigure,
  ExplorationCostFigure,
  DiversityFigure,
  ExposureFigure,
};
