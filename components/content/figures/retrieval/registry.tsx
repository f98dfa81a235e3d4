/** Figures about finding candidates: funnels, negatives, vectors, cold start, lists. Name in lib/content/vocabulary/retrieval.ts -> component. */
import { BanditFigure } from "@/components/content/figures/retrieval/bandit-figure";
import { BetaPriorFigure } from "@/components/content/figures/retrieval/beta-prior-figure";
import { DiversityFigure } from "@/components/content/figures/retrieval/diversity-figure";
import { ExplorationCostFigure } from "@/components/content/figures/retrieval/exploration-cost-figure";
import { ExposureFigure } from "@/components/content/figures/retrieval/exposure-figure";
import { FunnelCostFigure } from "@/components/content/figures/retrieval/funnel-cost-figure";
import { InvertedListsFigure } from "@/components/content/figures/retrieval/inverted-lists-figure";
import { NegativeMixFigure } from "@/components/content/figures/retrieval/negative-mix-figure";
import { QuantisationFigure } from "@/components/content/figures/retrieval/quantisation-figure";
import { SampledMetricFigure } from "@/components/content/figures/retrieval/sampled-metric-figure";
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
