"use client";

import dynamic from "next/dynamic";
import type { LabPanel } from "@/components/lab/core/lab-panels";
import { LabPanels } from "@/components/lab/core/lab-panels";
import { PanelLoading as loading } from "@/components/lab/core/panel-loading";
import { VideoPredictPanel } from "@/components/lab/video/predict/video-predict-panel";
import { SlateTable } from "@/components/lab/video/slate/slate-table";
import type { VideoLabStore } from "@/components/lab/video/video-store";
import type { VideoLabView } from "@/components/lab/video/video-view";
import type { PanelName } from "@/lib/pipeline/video/lab-state";

// Each is loaded when its tab is first opened, so that the funnel is there before any of them.
const WorthPanel = dynamic(
  () => import("@/components/lab/video/worth/worth-panel").then((m) => m.WorthPanel),
  { loading },
);
const MapPanel = dynamic(() => import("@/components/lab/video/map/map-panel").then((m) => m.MapPanel), {
  loading,
});
const LatencyPanel = dynamic(
  () => import("@/components/lab/video/latency/latency-panel").then((m) => m.LatencyPanel),
  { loading },
);
const TrainPanel = dynamic(
  () => import("@/components/lab/video/training/train-panel").then((m) => m.TrainPanel),
  { loading },
);
const MetricsPanel = dynamic(
  () => import("@/components/lab/video/metrics/metrics-panel").then((m) => m.MetricsPanel),
  { loading },
);
const ModelsPanel = dynamic(
  () => import("@/components/lab/video/models/models-panel").then((m) => m.ModelsPanel),
  { loading },
);

type PanelProps = { lab: VideoLabStore; view: VideoLabView };

function panelsOf(props: PanelProps): readonly [LabPanel<PanelName>, ...LabPanel<PanelName>[]] {
  const { view } = props;
  return [
    { id: "predict", label: "Predict, then run", content: () => <VideoPredictPanel {...props} /> },
    { id: "worth", label: "What each part is worth", content: () => <WorthPanel {...props} /> },
    { id: "map", label: "Map", content: () => <MapPanel {...props} /> },
    { id: "latency", label: "Recall and time", content: () => <LatencyPanel {...props} /> },
    { id: "train", label: "Train and watch", content: () => <TrainPanel {...props} /> },
    { id: "metrics", label: "Offline metrics", content: () => <MetricsPanel {...props} /> },
    { id: "models", label: "Model cards", content: () => <ModelsPanel view={view} /> },
    { id: "numbers", label: "Numbers", content: () => <SlateTable recommendation={view.recommendation} /> },
  ];
}

export function VideoPanels(props: PanelProps) {
  return (
    <LabPanels
      label="What can be asked of this request"
      panels={panelsOf(props)}
      openId={props.view.state.open.panel}
      onOpen={(panel) => props.lab.setOpen({ panel })}
    />
  );
}
