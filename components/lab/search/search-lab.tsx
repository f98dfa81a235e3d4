"use client";

import { useCallback, useId, useMemo, useRef } from "react";
import { AssignedBar } from "@/components/lab/core/assigned/assigned-bar";
import type { EvidenceActions } from "@/components/lab/core/assigned/assigned-lab";
import { ChangeBar } from "@/components/lab/core/change-bar";
import { FunnelPicture } from "@/components/lab/core/funnel/funnel-picture";
import { stepStages } from "@/components/lab/core/funnel/funnel-stages";
import { FunnelTable } from "@/components/lab/core/funnel/funnel-table";
import { LabLayout } from "@/components/lab/core/lab-layout";
import { summariseShifts } from "@/components/lab/core/slate/explain-item";
import { useLabAddress } from "@/components/lab/core/use-lab";
import { CatalogueKnobs } from "@/components/lab/search/knobs/catalogue-knobs";
import { RankKnobs } from "@/components/lab/search/knobs/rank-knobs";
import { RerankKnobs } from "@/components/lab/search/knobs/rerank-knobs";
import { RetrieveKnobs } from "@/components/lab/search/knobs/retrieve-knobs";
import { UnderstandKnobs } from "@/components/lab/search/knobs/understand-knobs";
import { QueryPanel } from "@/components/lab/search/query/query-panel";
import { Results } from "@/components/lab/search/results/results";
import { SearchPanels } from "@/components/lab/search/search-panels";
import { funnelRun } from "@/components/lab/search/search-run";
import { SearchStatus } from "@/components/lab/search/search-status";
import { SearchStepper } from "@/components/lab/search/search-stepper";
import type { SearchLabStore } from "@/components/lab/search/search-store";
import type { SearchLabStart, SearchLabView } from "@/components/lab/search/search-view";
import { SEARCH_WORDS } from "@/components/lab/search/search-words";
import { startSmall, useSearchLab } from "@/components/lab/search/use-search-lab";
import { SEARCH_STEPS } from "@/lib/pipeline/product-search/names";

type LabProps = { lab: SearchLabStore; view: SearchLabView };

/** The whole lab: the query and what it was understood as, the funnel with its steps and knobs, the page, the panels. */
export function SearchLab({ start, evidence }: { start: SearchLabStart; evidence: EvidenceActions }) {
  const { lab, view } = useSearchLab(start);
  useLabAddress(lab, view, startSmall);
  const results = useRef<HTMLDivElement>(null);
  const openItem = useCallback((item: number | null) => lab.setOpen({ item }), [lab]);
  return (
    <LabLayout
      status={
        <>
          <AssignedBar lab={lab} world="search" actions={evidence} />
          <SearchStatus lab={lab} view={view} />
        </>
      }
      audience={<QueryPanel lab={lab} view={view} />}
      funnel={<SearchFunnel lab={lab} view={view} />}
      resultRef={results}
      result={
        <Results
          trace={view.trace}
          baseline={view.baseline}
          openItem={view.state.open.item}
          onOpen={openItem}
          hasAllStories={view.phase === "still"}
        />
      }
      knobs={<Knobs lab={lab} view={view} onShow={() => results.current?.scrollIntoView()} />}
      panels={<SearchPanels lab={lab} view={view} />}
    />
  );
}

function SearchFunnel({ lab, view: { trace, state } }: LabProps) {
  const panelId = useId();
  const run = useMemo(() => funnelRun(trace), [trace]);
  const { step } = state.open;
  const openStep = (id: string) =>
    lab.setOpen({ step: SEARCH_STEPS.find((name) => name === id && name !== step) ?? null });
  return (
    <>
      <FunnelPicture
        stages={stepStages(run.steps, SEARCH_WORDS)}
        items="products"
        fullHeightCount={run.products}
        tabs={{ openId: step, onOpen: openStep, panelId }}
      />
      <SearchStepper lab={lab} run={run} step={step} panelId={panelId} />
      <div className="mt-1">
        <FunnelTable run={run} words={SEARCH_WORDS} />
      </div>
    </>
  );
}

function Knobs({ lab, view, onShow }: LabProps & { onShow: () => void }) {
  const { trace, baseline, state } = view;
  const knobs = { knobs: state.knobs, onChange: (changed: typeof state.knobs) => lab.setKnobs(changed) };
  const shifts = summariseShifts(trace, baseline) || `0 of ${trace.slate.length} changed`;
  return (
    <>
      <CatalogueKnobs lab={lab} view={view} />
      <UnderstandKnobs {...knobs} understanding={trace.understanding} />
      <RetrieveKnobs {...knobs} sources={trace.sources} />
      <RankKnobs {...knobs} isOwn={view.training.isOwn} />
      <RerankKnobs {...knobs} />
      <ChangeBar view={view} onShow={onShow}>
        {trace.slate.length === 0 ? "No product came through" : shifts}
      </ChangeBar>
    </>
  );
}
