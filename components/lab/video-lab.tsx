"use client";

import { useId } from "react";
import { AudiencePanel } from "@/components/lab/audience/audience-panel";
import { FunnelPicture } from "@/components/lab/funnel-picture";
import { stepStages } from "@/components/lab/funnel-stages";
import { FunnelTable } from "@/components/lab/funnel-table";
import { CatalogueKnobs } from "@/components/lab/knobs/catalogue-knobs";
import { RankKnobs } from "@/components/lab/knobs/rank-knobs";
import { RerankKnobs } from "@/components/lab/knobs/rerank-knobs";
import { RetrieveKnobs } from "@/components/lab/knobs/retrieve-knobs";
import { LabPanels } from "@/components/lab/lab-panels";
import { LabStatus } from "@/components/lab/lab-status";
import type { LabStart } from "@/components/lab/lab-view";
import { Slate } from "@/components/lab/slate/slate";
import { Stepper } from "@/components/lab/stepper/stepper";
import { useLab, useLabAddress } from "@/components/lab/use-lab";
import { STEP_NAMES } from "@/lib/pipeline/types";

/** The whole lab: who watches, the funnel with its steps and knobs, the slate with its stories, and the panels. */
export function VideoLab({ start }: { start: LabStart }) {
  const { lab, view } = useLab(start);
  useLabAddress(lab, view);
  const { recommendation } = view;
  const panelId = useId();
  const { open } = view.state;
  const knobs = {
    knobs: view.state.knobs,
    onChange: (changed: typeof view.state.knobs) => lab.setKnobs(changed),
  };
  const openStep = (id: string) =>
    lab.setOpen({ step: STEP_NAMES.find((name) => name === id && name !== open.step) ?? null });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-[minmax(0,1fr)_25rem] lg:grid-rows-[auto_auto_1fr] lg:gap-x-7">
      <div className="lg:col-span-2">
        <LabStatus lab={lab} view={view} withLink />
      </div>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-6">
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
      <div className="min-w-0 lg:row-span-2">
        <Slate
          recommendation={recommendation}
          baseline={view.baseline}
          title={`The ${recommendation.slate.length} videos shown`}
          openItem={open.item}
          onOpen={(item) => lab.setOpen({ item })}
        />
      </div>
      <div className="min-w-0 gap-3 md:columns-2 [&>*]:mb-3 [&>*]:break-inside-avoid">
        <CatalogueKnobs lab={lab} view={view} />
        <RetrieveKnobs {...knobs} sources={recommendation.sources} />
        <RankKnobs {...knobs} isOwn={view.training.isOwn} />
        <RerankKnobs {...knobs} />
      </div>
      <section aria-label="What can be asked of this request" className="mt-4 min-w-0 lg:col-span-2">
        <LabPanels lab={lab} view={view} />
      </section>
    </div>
  );
}
