"use client";

import { useCallback, useId, useRef } from "react";
import { AdsPanels } from "@/components/lab/ads/ads-panels";
import { AdsStatus } from "@/components/lab/ads/ads-status";
import { AdsStepper } from "@/components/lab/ads/ads-stepper";
import type { AdsLabStore } from "@/components/lab/ads/ads-store";
import type { AdsLabStart, AdsLabView } from "@/components/lab/ads/ads-view";
import { ADS_WORDS } from "@/components/lab/ads/ads-words";
import { Auction } from "@/components/lab/ads/auction/auction";
import { summariseRun } from "@/components/lab/ads/auction/auction-words";
import { AuctionKnobs } from "@/components/lab/ads/knobs/auction-knobs";
import { RankKnobs } from "@/components/lab/ads/knobs/rank-knobs";
import { RetrieveKnobs } from "@/components/lab/ads/knobs/retrieve-knobs";
import { RequestPanel } from "@/components/lab/ads/request/request-panel";
import { useAdsLab } from "@/components/lab/ads/use-ads-lab";
import { AssignedBar } from "@/components/lab/core/assigned/assigned-bar";
import type { EvidenceActions } from "@/components/lab/core/assigned/assigned-lab";
import { ChangeBar } from "@/components/lab/core/change-bar";
import { FunnelPicture } from "@/components/lab/core/funnel/funnel-picture";
import { stepStages } from "@/components/lab/core/funnel/funnel-stages";
import { FunnelTable } from "@/components/lab/core/funnel/funnel-table";
import { LabLayout } from "@/components/lab/core/lab-layout";
import { useLabAddress } from "@/components/lab/core/use-lab";
import { AD_STEP_NAMES } from "@/lib/pipeline/ads/names";

type LabProps = { lab: AdsLabStore; view: AdsLabView };

/** The whole lab: who asks, the funnel with its steps and knobs, the auction with its stories, and the panels. */
export function AdsLab({ start, evidence }: { start: AdsLabStart; evidence: EvidenceActions }) {
  const { lab, view } = useAdsLab(start);
  useLabAddress(lab, view);
  const auction = useRef<HTMLDivElement>(null);
  const openItem = useCallback((item: number | null) => lab.setOpen({ item }), [lab]);
  return (
    <LabLayout
      status={
        <>
          <AssignedBar lab={lab} world="ads" actions={evidence} />
          <AdsStatus lab={lab} view={view} />
        </>
      }
      audience={
        <RequestPanel
          request={view.request}
          edits={view.state.edits}
          onEdit={(edits) => lab.editRequest(edits)}
          onChoose={(request) => lab.chooseRequest(request)}
          list={lab.listRequests}
        />
      }
      funnel={<AdsFunnel lab={lab} view={view} />}
      resultRef={auction}
      result={
        <Auction
          run={view.run}
          baseline={view.baseline}
          openItem={view.state.open.item}
          onOpen={openItem}
          hasAllStories={view.phase === "still"}
        />
      }
      knobs={<Knobs lab={lab} view={view} onShow={() => auction.current?.scrollIntoView()} />}
      panels={<AdsPanels lab={lab} view={view} />}
    />
  );
}

function AdsFunnel({ lab, view: { run, state } }: LabProps) {
  const panelId = useId();
  const { step } = state.open;
  const openStep = (id: string) =>
    lab.setOpen({ step: AD_STEP_NAMES.find((name) => name === id && name !== step) ?? null });
  return (
    <>
      <FunnelPicture
        stages={stepStages(run.steps, ADS_WORDS)}
        items="ads"
        fullHeightCount={run.liveAds}
        tabs={{ openId: step, onOpen: openStep, panelId }}
      />
      <AdsStepper lab={lab} run={run} step={step} panelId={panelId} />
      <div className="mt-1">
        <FunnelTable run={run} words={ADS_WORDS} />
      </div>
    </>
  );
}

function Knobs({ lab, view, onShow }: LabProps & { onShow: () => void }) {
  const { run, baseline, state, training, card } = view;
  const knobs = { knobs: state.knobs, onChange: (changed: typeof state.knobs) => lab.setKnobs(changed) };
  const { negativeRate } = training.isOwn ? state.training : card.options;
  return (
    <>
      <RetrieveKnobs {...knobs} sources={run.sources} />
      <RankKnobs {...knobs} models={lab.models()} negativeRate={negativeRate} />
      <AuctionKnobs {...knobs} />
      <ChangeBar view={view} onShow={onShow}>
        {summariseRun(run, baseline)}
      </ChangeBar>
    </>
  );
}
