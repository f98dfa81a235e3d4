"use client";

import { AudiencePanel } from "@/components/lab/audience/audience-panel";
import { FunnelPicture } from "@/components/lab/funnel-picture";
import { stepStages } from "@/components/lab/funnel-stages";
import { FunnelTable } from "@/components/lab/funnel-table";
import { RankKnobs } from "@/components/lab/knobs/rank-knobs";
import { RerankKnobs } from "@/components/lab/knobs/rerank-knobs";
import { RetrieveKnobs } from "@/components/lab/knobs/retrieve-knobs";
import { LabStatus } from "@/components/lab/lab-status";
import type { LabStart } from "@/components/lab/lab-view";
import { MetricsPanel } from "@/components/lab/metrics/metrics-panel";
import { Slate } from "@/components/lab/slate/slate";
import { SlateTable } from "@/components/lab/slate/slate-table";
import { TrainPanel } from "@/components/lab/training/train-panel";
import { useLab, useLabAddress } from "@/components/lab/use-lab";
import { Tabs } from "@/components/ui/tabs";

/** The whole lab: who watches, the funnel with its knobs, the slate with its stories, training, metrics, numbers. */
export function VideoLab({ start }: { start: LabStart }) {
  const { lab, view } = useLab(start);
  useLabAddress(lab, view);
  const { recommendation } = view;
  const knobs = {
    knobs: view.state.knobs,
    onChange: (changed: typeof view.state.knobs) => lab.setKnobs(changed),
  };
  const sections = [
    { id: "train", label: "Train and watch", content: <TrainPanel lab={lab} view={view} /> },
    { id: "metrics", label: "Offline metrics", content: <MetricsPanel lab={lab} view={view} /> },
    { id: "numbers", label: "Every number", content: <SlateTable recommendation={recommendation} /> },
  ];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-[minmax(0,1fr)_25rem] lg:grid-rows-[auto_auto_1fr] lg:gap-x-7">
      <div className="lg:col-span-2">
        <LabStatus lab={lab} view={view} withLink />
      </div>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-6">
        <AudiencePanel lab={lab} view={view} />
        <section aria-label="The funnel of this request">
          <FunnelPicture stages={stepStages(recommendation)} fullHeightCount={recommendation.catalogueSize} />
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
        />
      </div>
      <div className="grid min-w-0 content-start gap-3 md:grid-cols-3">
        <RetrieveKnobs {...knobs} sources={recommendation.sources} />
        <RankKnobs {...knobs} />
        <RerankKnobs {...knobs} />
      </div>
      <section aria-label="Training, metrics and numbers" className="mt-4 min-w-0 lg:col-span-2">
        <Tabs label="Training, metrics and numbers" tabs={sections} keepMounted panelClassName="pt-5" />
      </section>
    </div>
  );
}
