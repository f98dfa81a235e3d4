/**
 * The MDX vocabulary as components. Typed against VOCABULARY: a name without a component does not compile. Props are
 * validated once more when a page is rendered, which is at build time.
 */

import { type ComponentType, createElement, type ReactNode } from "react";
import { Callout } from "@/components/content/callout";
import { Cite } from "@/components/content/cite";
import { casesFigures } from "@/components/content/figures/cases/registry";
import { evaluationFigures } from "@/components/content/figures/evaluation/registry";
import {
  AnnMemoryFigure,
  CapacityFigure,
  CrossLayerFigure,
  DriftFigure,
  LatencyBudgetFigure,
  LogQFigure,
  NdcgFigure,
  ObjectiveFigure,
  PositionBiasFigure,
  PrecisionFigure,
  SampleSizeFigure,
  SamplingCorrectionFigure,
  TimeSplitFigure,
} from "@/components/content/figures/lazy";
import { practiceFigures } from "@/components/content/figures/practice/registry";
import { retrievalFigures } from "@/components/content/figures/retrieval/registry";
import { StageClockFigure } from "@/components/content/figures/stage-clock-figure";
import { Assume, Calc } from "@/components/content/numbers";
import { Pitfall } from "@/components/content/pitfall";
import type { RenderedGroup } from "@/components/content/rendered";
import { SheetBlock, SheetSide } from "@/components/content/sheet";
import { SourceList } from "@/components/content/source-list";
import { TermLink } from "@/components/content/term-link";
import { TryLab } from "@/components/content/try-lab";
import { TextFunnelFigure } from "@/components/lab/video/text-funnel-figure";
import type { CitedSource } from "@/lib/content/citations";
import type { Glossary } from "@/lib/content/schemas/glossary";
import { VOCABULARY, type VocabularyName } from "@/lib/content/vocabulary";

export type ContentComponents = RenderedGroup<typeof VOCABULARY>;

/** Components for one page; `cited` are the sources that its text cites, `glossary` explains its terms. */
export function contentComponents(cited: readonly CitedSource[], glossary: Glossary): ContentComponents {
  const components: ContentComponents = {
    Callout,
    Pitfall,
    TryLab,
    Assume,
    Calc,
    Cite: ({ id }) => {
      const source = cited.find((found) => found.id === id);
      return source ? <Cite source={source} /> : null;
    },
    SheetSide,
    SheetBlock,
    Sources: () => <SourceList sources={cited} />,
    Term: ({ id, children }) => (
      <TermLink id={id} term={glossary[id]}>
        {children}
      </TermLink>
    ),
    FunnelFigure: TextFunnelFigure,
    StageClockFigure,
    CapacityFigure,
    ObjectiveFigure,
    PrecisionFigure,
    PositionBiasFigure,
    SamplingCorrectionFigure,
    TimeSplitFigure,
    LogQFigure,
    CrossLayerFigure,
    NdcgFigure,
    SampleSizeFigure,
    LatencyBudgetFigure,
    AnnMemoryFigure,
    DriftFigure,
    ...retrievalFigures,
    ...evaluationFigures,
    ...practiceFigures,
    ...casesFigures,
  };
  const names = Object.keys(components) as VocabularyName[];
  return Object.fromEntries(
    names.map((name) => [name, checked(name, components[name])]),
  ) as ContentComponents;
}

function checked(name: VocabularyName, render: unknown): (props: object) => ReactNode {
  const isFigure = name.endsWith("Figure");
  return function CheckedComponent(props: { children?: ReactNode }) {
    const { children: _, ...own } = props;
    const parsed = VOCABULARY[name].safeParse(own);
    if (!parsed.success) throw new Error(`<${name}> has invalid props: ${parsed.error.message}`);
    const element = createElement(render as ComponentType<object>, props);
    return isFigure ? <div className="prose-figure">{element}</div> : element;
  };
}
