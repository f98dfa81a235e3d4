"use client";

import { useCallback, useId, useRef } from "react";
import { ChangeBar } from "@/components/lab/core/change-bar";
import { FunnelPicture } from "@/components/lab/core/funnel/funnel-picture";
import { stepStages } from "@/components/lab/core/funnel/funnel-stages";
import { FunnelTable } from "@/components/lab/core/funnel/funnel-table";
import { LabPanels } from "@/components/lab/core/lab-panels";
import { LabStatus } from "@/components/lab/core/lab-status";
import type { LabStart } from "@/components/lab/core/lab-types";
import { Stepper } from "@/components/lab/core/stepper/stepper";
import { useLab, useLabAddress } from "@/components/lab/core/use-lab";
import { AudiencePanel } from "@/components/lab/video/audience/audience-panel";
import { CatalogueKnobs } from "@/components/lab/video/knobs/catalogue-knobs";
import { RankKnobs } from "@/components/lab/video/knobs/rank-knobs";
import { RerankKnobs } from "@/components/lab/video/knobs/rerank-knobs";
import { RetrieveKnobs } from "@/components/lab/video/knobs/retrieve-knobs";
import { Slate } from "@/components/lab/video/slate/slate";
import { STEP_NAMES } from "@/lib/pipeline/video/names";

// From 1024 pixels on the knobs stand at the right, whatever is read beside them, and scroll on their own where the
// window is lower than they are: what a knob does to funnel, slate and panel is seen while it moves.
const GRID =
  "grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-[minmax(0,1fr)_19.5rem] lg:grid-rows-[auto_auto_auto_auto_1fr] lg:gap-x-6 xl:grid-cols-[minmax(0,1fr)_23rem_19.5rem] xl:grid-rows-[auto_auto_1fr]";
const KNOBS =
  "min-w-0 gap-3 md:max-lg:columns-2 [&>fieldset]:mb-3 [&>fieldset]:break-inside-avoid lg:sticky lg:top-3 lg:col-start-2 lg:row-start-2 lg:row-end-6 lg:-mr-2 lg:max-h-[calc(100vh-1.5rem)] lg:self-start lg:overflow-y-auto lg:pr-2 xl:col-start-3 xl:row-end-4";
const PANELS = "mt-3 min-w-0 lg:col-start-1 xl:col-span-2 xl:row-start-3";

/** The whole lab: who watches, the funnel with its steps and knobs, the slate with its stories, and the panels. */
export function VideoLab({ start }: { start: LabStart }) {
  const { lab, view } = useLab(start);
  useLabAddress(lab, view);
  const { recommendation } = view;
  const panelId = useId();
  const slate = useRef<HTMLDivElement>(null);
  const { open } = view.state;
  const openItem = useCallback((item: number | null) => lab.setOpen({ item }), [lab]);
  const knobs = {
    knobs: view.state.knobs,
    onChange: (changed: typeof view.state.knobs) => lab.setKnobs(changed),
  };
  const openStep = (id: string) =>
    lab.setOpen({ step: STEP_NAMES.find((name) => name === id && name !== open.step) ?? null });
  return (
    <div className={GRID}>
      <div className="lg:col-span-full">
        <LabStatus lab={lab} view={view} withLink />
      </div>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-5">
        <AudiencePanel lab={lab} view={view} />
        <section aria-label="The funnel of this request">
          <FunnelPicture
            stages={stepStages(recommendation)}
            fullHeightCount={recommendation.catalogueSize}
            tabs={{ openId: open.step, onOpen: openStep, panelId }}
          />
          <Stepper lab={lab} recommendation={recommendation} step={open.step} panelId={panelId} />
          <div className="mt-1">
            <FunnelTable recommendation={recommendation} />
          </div>
        </section>
      </div>
      <div ref={slate} className="min-w-0 scroll-mt-3 lg:max-xl:col-start-1">
        <Slate
          recommendation={recommendation}
          baseline={view.baseline}
          title={`The ${recommendation.slate.length} videos shown`}
          openItem={open.item}
          onOpen={openItem}
          hasAllStories={view.phase === "still"}
        />
      </div>
      <section aria-label="Knobs" className={KNOBS}>
        <CatalogueKnobs lab={lab} view={view} />
        <RetrieveKnobs {...knobs} sources={recommendation.sources} />
        <RankKnobs {...knobs} isOwn={view.training.isOwn} />
        <RerankKnobs {...knobs} />
        <ChangeBar view={view} onShow={() => slate.current?.scrollIntoView()} />
      </section>
      <section aria-label="What can be asked of this request" className={PANELS}>
        <LabPanels lab={lab} view={view} />
      </section>
    </div>
  );
}
