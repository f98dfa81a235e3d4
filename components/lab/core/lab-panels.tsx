"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import type { LabStore } from "@/components/lab/core/lab-store";
import type { LabView } from "@/components/lab/core/lab-types";
import { PredictPanel } from "@/components/lab/video/predict/predict-panel";
import { SlateTable } from "@/components/lab/video/slate/slate-table";
import { Spinner } from "@/components/ui/spinner";
import { Tabs } from "@/components/ui/tabs";
import type { PanelName } from "@/lib/pipeline/video/lab-state";

// Each is loaded when its tab is first opened, so that the funnel is there before any of them.
const loading = () => <Spinner>Loading this panel</Spinner>;
const WorthPanel = dynamic(
  () => import("@/components/lab/video/worth/worth-panel").then((m) => m.WorthPanel),
  {
    loading,
  },
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
  {
    loading,
  },
);
const MetricsPanel = dynamic(
  () => import("@/components/lab/video/metrics/metrics-panel").then((m) => m.MetricsPanel),
  { loading },
);
const ModelsPanel = dynamic(
  () => import("@/components/lab/video/models/models-panel").then((m) => m.ModelsPanel),
  {
    loading,
  },
);

type PanelProps = { lab: LabStore; view: LabView };
type Panel = { id: PanelName; label: string; content: (props: PanelProps) => ReactNode };

const PANELS: readonly Panel[] = [
  { id: "predict", label: "Predict, then run", content: (props) => <PredictPanel {...props} /> },
  { id: "worth", label: "What each part is worth", content: (props) => <WorthPanel {...props} /> },
  { id: "map", label: "Map", content: (props) => <MapPanel {...props} /> },
  { id: "latency", label: "Recall and time", content: (props) => <LatencyPanel {...props} /> },
  { id: "train", label: "Train and watch", content: (props) => <TrainPanel {...props} /> },
  { id: "metrics", label: "Offline metrics", content: (props) => <MetricsPanel {...props} /> },
  { id: "models", label: "Model cards", content: ({ view }) => <ModelsPanel view={view} /> },
  {
    id: "numbers",
    label: "Numbers",
    content: ({ view }) => <SlateTable recommendation={view.recommendation} />,
  },
];
const FIRST = "predict";

/** What can be asked of the request above. The open one is in the address; one that was opened keeps what was done in it. */
export function LabPanels({ lab, view }: PanelProps) {
  const openId = view.state.open.panel ?? FIRST;
  const [visited, setVisited] = useState<readonly PanelName[]>([openId]);
  if (!visited.includes(openId)) setVisited([...visited, openId]);
  return (
    <Tabs
      label="What can be asked of this request"
      tabs={PANELS.map(({ id, label, content }) => ({
        id,
        label,
        content: visited.includes(id) && content({ lab, view }),
      }))}
      keepMounted
      className="sm:[&>[role=tablist]]:flex-wrap lg:[&>[role=tablist]]:gap-0 lg:[&>[role=tablist]>[role=tab]]:px-2"
      panelClassName="pt-5"
      value={openId}
      onChange={(id) => lab.setOpen({ panel: PANELS.find((panel) => panel.id === id)?.id ?? null })}
    />
  );
}
