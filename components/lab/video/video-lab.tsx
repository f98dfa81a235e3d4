"use client";

import { useCallback, useId, useRef } from "react";
import { AssignedBar } from "@/components/lab/core/assigned/assigned-bar";
import type { EvidenceActions } from "@/components/lab/core/assigned/assigned-lab";
import { ChangeBar } from "@/components/lab/core/change-bar";
import { FunnelPicture } from "@/components/lab/core/funnel/funnel-picture";
import { stepStages } from "@/components/lab/core/funnel/funnel-stages";
import { FunnelTable } from "@/components/lab/core/funnel/funnel-table";
import { LabLayout } from "@/components/lab/core/lab-layout";
import { summariseShifts } from "@/components/lab/core/slate/explain-item";
import { useLabAddress } from "@/components/lab/core/use-lab";
import { AudiencePanel } from "@/components/lab/video/audience/audience-panel";
import { CatalogueKnobs } from "@/components/lab/video/knobs/catalogue-knobs";
import { RankKnobs } from "@/components/lab/video/knobs/rank-knobs";
import { RerankKnobs } from "@/components/lab/video/knobs/rerank-knobs";
import { RetrieveKnobs } from "@/components/lab/video/knobs/retrieve-knobs";
import { Slate } from "@/components/lab/video/slate/slate";
import { VideoStepper } from "@/components/lab/video/stepper/video-stepper";
import { startSmall, useVideoLab } from "@/components/lab/video/use-video-lab";
import { VideoPanels } from "@/components/lab/video/video-panels";
import { VideoStatus } from "@/components/lab/video/video-status";
import type { VideoLabStore } from "@/components/lab/video/video-store";
import type { VideoLabStart, VideoLabView } from "@/components/lab/video/video-view";
import { VIDEO_WORDS } from "@/components/lab/video/words";
import { STEP_NAMES } from "@/lib/pipeline/video/names";

type LabProps = { lab: VideoLabStore; view: VideoLabView };

/** The whole lab: who watches, the funnel with its steps and knobs, the slate with its stories, and the panels. */
export function VideoLab({ start, evidence }: { start: VideoLabStart; evidence: EvidenceActions }) {
  const { lab, view } = useVideoLab(start);
  useLabAddress(lab, view, startSmall);
  const slate = useRef<HTMLDivElement>(null);
  const openItem = useCallback((item: number | null) => lab.setOpen({ item }), [lab]);
  const { recommendation, baseline } = view;
  return (
    <LabLayout
      status={
        <>
          <AssignedBar lab={lab} world="video" actions={evidence} />
          <VideoStatus lab={lab} view={view} withLink />
        </>
      }
      audience={<AudiencePanel lab={lab} view={view} />}
      funnel={<VideoFunnel lab={lab} view={view} />}
      resultRef={slate}
      result={
        <Slate
          recommendation={recommendation}
          baseline={baseline}
          title={`The ${recommendation.slate.length} videos shown`}
          openItem={view.state.open.item}
          onOpen={openItem}
          hasAllStories={view.phase === "still"}
        />
      }
      knobs={<Knobs lab={lab} view={view} onShow={() => slate.current?.scrollIntoView()} />}
      panels={<VideoPanels lab={lab} view={view} />}
    />
  );
}

function VideoFunnel({ lab, view: { recommendation, state } }: LabProps) {
  const panelId = useId();
  const { step } = state.open;
  const openStep = (id: string) =>
    lab.setOpen({ step: STEP_NAMES.find((name) => name === id && name !== step) ?? null });
  return (
    <>
      <FunnelPicture
        stages={stepStages(recommendation.steps, VIDEO_WORDS)}
        items="videos"
        fullHeightCount={recommendation.catalogueSize}
        tabs={{ openId: step, onOpen: openStep, panelId }}
      />
      <VideoStepper lab={lab} recommendation={recommendation} step={step} panelId={panelId} />
      <div className="mt-1">
        <FunnelTable run={recommendation} words={VIDEO_WORDS} />
      </div>
    </>
  );
}

function Knobs({ lab, view, onShow }: LabProps & { onShow: () => void }) {
  const { recommendation, baseline, state } = view;
  const { slate } = recommendation;
  const knobs = { knobs: state.knobs, onChange: (changed: typeof state.knobs) => lab.setKnobs(changed) };
  const shifts = summariseShifts(recommendation, baseline) || `0 of ${slate.length} changed`;
  return (
    <>
      <CatalogueKnobs lab={lab} view={view} />
      <RetrieveKnobs {...knobs} sources={recommendation.sources} />
      <RankKnobs {...knobs} isOwn={view.training.isOwn} />
      <RerankKnobs {...knobs} />
      <ChangeBar view={view} onShow={onShow}>
        {slate.length === 0 ? "No video came through" : shifts}
      </ChangeBar>
    </>
  );
}
