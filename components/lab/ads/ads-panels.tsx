"use client";

import dynamic from "next/dynamic";
import type { StudyPanelProps } from "@/components/lab/ads/ads-lab-types";
import type { AdsLabStore } from "@/components/lab/ads/ads-store";
import type { AdsLabView } from "@/components/lab/ads/ads-view";
import { AuctionTable } from "@/components/lab/ads/auction/auction-table";
import { AdsPredictPanel } from "@/components/lab/ads/predict/ads-predict-panel";
import { type LabPanel, LabPanels } from "@/components/lab/core/lab-panels";
import { PanelLoading as loading } from "@/components/lab/core/panel-loading";
import type { AdPanelName } from "@/lib/pipeline/ads/lab-state";

export type AdsPanelProps = { lab: AdsLabStore; view: AdsLabView };

// Each is loaded when its tab is first opened, so that the auction is there before any of them.
const WorthPanel = dynamic(() => import("@/components/lab/ads/worth/worth-panel").then((m) => m.WorthPanel), {
  loading,
});
const LadderPanel = dynamic(
  () => import("@/components/lab/ads/ladder/ladder-panel").then((m) => m.LadderPanel),
  { loading },
);
const CalibrationPanel = dynamic(
  () => import("@/components/lab/ads/calibration/calibration-panel").then((m) => m.CalibrationPanel),
  { loading },
);
const DownSamplingStudy = dynamic(
  () => import("@/components/lab/ads/studies/down-sampling").then((m) => m.DownSamplingStudy),
  { loading },
);
const HashSizeStudy = dynamic(
  () => import("@/components/lab/ads/studies/hash-size").then((m) => m.HashSizeStudy),
  { loading },
);
const WinnersCurseStudy = dynamic(
  () => import("@/components/lab/ads/studies/winners-curse").then((m) => m.WinnersCurseStudy),
  { loading },
);
const JoinWindowStudy = dynamic(
  () => import("@/components/lab/ads/studies/join-window").then((m) => m.JoinWindowStudy),
  { loading },
);
const MissingValuesStudy = dynamic(
  () => import("@/components/lab/ads/studies/missing-values").then((m) => m.MissingValuesStudy),
  { loading },
);
const EncodingsStudy = dynamic(
  () => import("@/components/lab/ads/studies/encodings").then((m) => m.EncodingsStudy),
  { loading },
);
const ProgressiveStudy = dynamic(
  () => import("@/components/lab/ads/studies/progressive").then((m) => m.ProgressiveStudy),
  { loading },
);
const ModelAgeStudy = dynamic(
  () => import("@/components/lab/ads/studies/model-age").then((m) => m.ModelAgeStudy),
  { loading },
);
const PacingStudy = dynamic(() => import("@/components/lab/ads/studies/pacing").then((m) => m.PacingStudy), {
  loading,
});
const CardPanel = dynamic(() => import("@/components/lab/ads/models/card-panel").then((m) => m.CardPanel), {
  loading,
});

const studyProps = ({ lab, view: { state } }: AdsPanelProps): StudyPanelProps => ({
  ask: lab.asker,
  study: state.study,
  seed: state.training.seed,
  onStudy: (part) => lab.setStudy(part),
});

function panelsOf(props: AdsPanelProps): readonly [LabPanel<AdPanelName>, ...LabPanel<AdPanelName>[]] {
  const { lab, view } = props;
  const { knobs } = view.state;
  const study = studyProps(props);
  return [
    { id: "predict", label: "Predict, then run", content: () => <AdsPredictPanel {...props} /> },
    {
      id: "worth",
      label: "What each part is worth",
      content: () => <WorthPanel {...study} knobs={knobs} onKnobs={(changed) => lab.setKnobs(changed)} />,
    },
    { id: "ladder", label: "Model ladder", content: () => <LadderPanel {...props} /> },
    {
      id: "calibration",
      label: "Calibration",
      content: () => <CalibrationPanel ask={lab.asker} knobs={knobs} />,
    },
    { id: "sampling", label: "Down-sampling", content: () => <DownSamplingStudy {...study} /> },
    { id: "hashing", label: "Hashing and memory", content: () => <HashSizeStudy {...study} /> },
    {
      id: "curse",
      label: "Winner’s curse",
      content: () => <WinnersCurseStudy {...study} model={knobs.ranker} />,
    },
    { id: "window", label: "Join window", content: () => <JoinWindowStudy {...study} /> },
    {
      id: "features",
      label: "Gaps and encodings",
      content: () => (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
          <MissingValuesStudy {...study} />
          <EncodingsStudy {...study} />
        </div>
      ),
    },
    {
      id: "time",
      label: "Validation and age",
      content: () => (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
          <ProgressiveStudy {...study} />
          <ModelAgeStudy {...study} />
        </div>
      ),
    },
    { id: "pacing", label: "Pacing", content: () => <PacingStudy {...study} knobs={knobs} /> },
    {
      id: "card",
      label: "Model card",
      content: () => <CardPanel card={view.card} ladder={view.ladder} isOwn={view.training.isOwn} />,
    },
    { id: "numbers", label: "Numbers", content: () => <AuctionTable run={view.run} /> },
  ];
}

export function AdsPanels(props: AdsPanelProps) {
  return (
    <LabPanels
      label="What can be asked of this request"
      panels={panelsOf(props)}
      openId={props.view.state.open.panel}
      onOpen={(panel) => props.lab.setOpen({ panel })}
    />
  );
}
