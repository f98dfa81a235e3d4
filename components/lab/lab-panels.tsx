"use client";

import type { LabStore } from "@/components/lab/lab-store";
import type { LabView } from "@/components/lab/lab-view";
import { LatencyPanel } from "@/components/lab/latency/latency-panel";
import { MapPanel } from "@/components/lab/map/map-panel";
import { MetricsPanel } from "@/components/lab/metrics/metrics-panel";
import { ModelsPanel } from "@/components/lab/models/models-panel";
import { PredictPanel } from "@/components/lab/predict/predict-panel";
import { SlateTable } from "@/components/lab/slate/slate-table";
import { TrainPanel } from "@/components/lab/training/train-panel";
import { WorthPanel } from "@/components/lab/worth/worth-panel";
import { type Tab, Tabs } from "@/components/ui/tabs";
import type { PanelName } from "@/lib/pipeline/lab-state";

/** What can be asked of the request above; the open one is in the address. */
export function LabPanels({ lab, view }: { lab: LabStore; view: LabView }) {
  const panels: ReadonlyArray<Tab & { id: PanelName }> = [
    { id: "predict", label: "Predict, then run", content: <PredictPanel lab={lab} view={view} /> },
    { id: "worth", label: "What each part is worth", content: <WorthPanel lab={lab} view={view} /> },
    { id: "map", label: "Map", content: <MapPanel lab={lab} view={view} /> },
    { id: "latency", label: "Recall and time", content: <LatencyPanel lab={lab} view={view} /> },
    { id: "train", label: "Train and watch", content: <TrainPanel lab={lab} view={view} /> },
    { id: "metrics", label: "Offline metrics", content: <MetricsPanel lab={lab} view={view} /> },
    { id: "models", label: "Cards of the models", content: <ModelsPanel view={view} /> },
    {
      id: "numbers",
      label: "Every number",
      content: <SlateTable recommendation={view.recommendation} />,
    },
  ];
  return (
    <Tabs
      label="What can be asked of this request"
      tabs={panels}
      keepMounted
      panelClassName="pt-5"
      value={view.state.open.panel ?? "predict"}
      onChange={(id) => lab.setOpen({ panel: panels.find((panel) => panel.id === id)?.id ?? null })}
    />
  );
}
