/**
 * The MDX vocabulary as components. Typed against VOCABULARY: a name without a component does not compile. Props are
 * validated once more when a page is rendered, which is at build time.
 */
import { createElement, type ReactNode } from "react";
import { Callout } from "@/components/content/callout";
import { Cite } from "@/components/content/cite";
import { AnnMemoryFigure } from "@/components/content/figures/ann-memory-figure";
import { CapacityFigure } from "@/components/content/figures/capacity-figure";
import { CrossLayerFigure } from "@/components/content/figures/cross-layer-figure";
import { DriftFigure } from "@/components/content/figures/drift-figure";
import { LatencyBudgetFigure } from "@/components/content/figures/latency-budget-figure";
import { LogQFigure } from "@/components/content/figures/log-q-figure";
import { NdcgFigure } from "@/components/content/figures/ndcg-figure";
import { ObjectiveFigure } from "@/components/content/figures/objective-figure";
import { PositionBiasFigure } from "@/components/content/figures/position-bias-figure";
import { PrecisionFigure } from "@/components/content/figures/precision-figure";
import { SampleSizeFigure } from "@/components/content/figures/sample-size-figure";
import { SamplingCorrectionFigure } from "@/components/content/figures/sampling-correction-figure";
import { StageClockFigure } from "@/components/content/figures/stage-clock-figure";
import { TimeSplitFigure } from "@/components/content/figures/time-split-figure";
import { Pitfall } from "@/components/content/pitfall";
import { SourceList } from "@/components/content/source-list";
import { TryLab } from "@/components/content/try-lab";
import { FunnelFigure } from "@/components/lab/video/funnel-figure";
import type { CitedSource } from "@/lib/content/citations";
import { VOCABULARY, type VocabularyName, type VocabularyProps } from "@/lib/content/vocabulary";

type Rendered<Name extends VocabularyName> = (
  props: VocabularyProps<Name> & { children?: ReactNode },
) => ReactNode;
export type ContentComponents = { [Name in VocabularyName]: Rendered<Name> };

/** Components for one page; `cited` are the sources that its text cites. */
export function contentComponents(cited: readonly CitedSource[]): ContentComponents {
  return {
    Callout: checked("Callout", Callout),
    Pitfall: checked("Pitfall", Pitfall),
    TryLab: checked("TryLab", TryLab),
    Cite: checked("Cite", ({ id }) => {
      const source = cited.find((found) => found.id === id);
      return source ? <Cite source={source} /> : null;
    }),
    FunnelFigure: checked("FunnelFigure", FunnelFigure),
    StageClockFigure: checked("StageClockFigure", StageClockFigure),
    CapacityFigure: checked("CapacityFigure", CapacityFigure),
    ObjectiveFigure: checked("ObjectiveFigure", ObjectiveFigure),
    PrecisionFigure: checked("PrecisionFigure", PrecisionFigure),
    PositionBiasFigure: checked("PositionBiasFigure", PositionBiasFigure),
    SamplingCorrectionFigure: checked("SamplingCorrectionFigure", SamplingCorrectionFigure),
    TimeSplitFigure: checked("TimeSplitFigure", TimeSplitFigure),
    LogQFigure: checked("LogQFigure", LogQFigure),
    CrossLayerFigure: checked("CrossLayerFigure", CrossLayerFigure),
    NdcgFigure: checked("NdcgFigure", NdcgFigure),
    SampleSizeFigure: checked("SampleSizeFigure", SampleSizeFigure),
    LatencyBudgetFigure: checked("LatencyBudgetFigure", LatencyBudgetFigure),
    AnnMemoryFigure: checked("AnnMemoryFigure", AnnMemoryFigure),
    DriftFigure: checked("DriftFigure", DriftFigure),
    Sources: checked("Sources", () => <SourceList sources={cited} />),
  };
}

function checked<Name extends VocabularyName>(name: Name, render: Rendered<Name>): Rendered<Name> {
  const isFigure = name.endsWith("Figure");
  return function CheckedComponent(props) {
    const { children: _, ...own } = props;
    const parsed = VOCABULARY[name].safeParse(own);
    if (!parsed.success) throw new Error(`<${name}> has invalid props: ${parsed.error.message}`);
    const element = createElement(render as (props: object) => ReactNode, props);
    return isFigure ? <div className="prose-figure">{element}</div> : element;
  };
}
