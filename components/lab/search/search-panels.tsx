"use client";

import dynamic from "next/dynamic";
import type { LabPanel } from "@/components/lab/core/lab-panels";
import { LabPanels } from "@/components/lab/core/lab-panels";
import { PanelLoading as loading } from "@/components/lab/core/panel-loading";
import { SearchPredictPanel } from "@/components/lab/search/predict/search-predict-panel";
import { ResultsTable } from "@/components/lab/search/results/results-table";
import type { SearchLabStore } from "@/components/lab/search/search-store";
import type { SearchLabView } from "@/components/lab/search/search-view";
import type { SearchPanel } from "@/lib/pipeline/product-search/lab-state";

// Each is loaded when its tab is first opened, so that the funnel is there before any of them.
const WorthPanel = dynamic(
  () => import("@/components/lab/search/worth/worth-panel").then((m) => m.WorthPanel),
  { loading },
);
const MetricsPanel = dynamic(
  () => import("@/components/lab/search/metrics/metrics-panel").then((m) => m.MetricsPanel),
  { loading },
);
const ClicksPanel = dynamic(
  () => import("@/components/lab/search/clicks/clicks-panel").then((m) => m.ClicksPanel),
  { loading },
);
const LabelsPanel = dynamic(
  () => import("@/components/lab/search/labels/labels-panel").then((m) => m.LabelsPanel),
  { loading },
);
const InterleavePanel = dynamic(
  () => import("@/components/lab/search/interleave/interleave-panel").then((m) => m.InterleavePanel),
  { loading },
);
const TrainPanel = dynamic(
  () => import("@/components/lab/search/training/train-panel").then((m) => m.TrainPanel),
  { loading },
);
const IdealPanel = dynamic(
  () => import("@/components/lab/search/ideal/ideal-panel").then((m) => m.IdealPanel),
  { loading },
);
const CardPanel = dynamic(
  () => import("@/components/lab/search/models/card-panel").then((m) => m.CardPanel),
  { loading },
);

type PanelProps = { lab: SearchLabStore; view: SearchLabView };

function panelsOf(props: PanelProps): readonly [LabPanel<SearchPanel>, ...LabPanel<SearchPanel>[]] {
  const { view } = props;
  return [
    { id: "predict", label: "Predict, then run", content: () => <SearchPredictPanel {...props} /> },
    { id: "worth", label: "What each part is worth", content: () => <WorthPanel {...props} /> },
    { id: "metrics", label: "Metrics per slice", content: () => <MetricsPanel {...props} /> },
    { id: "clicks", label: "Clicks against grades", content: () => <ClicksPanel {...props} /> },
    { id: "labels", label: "Labels compared", content: () => <LabelsPanel {...props} /> },
    { id: "interleave", label: "Interleaving", content: () => <InterleavePanel {...props} /> },
    { id: "train", label: "Train and watch", content: () => <TrainPanel {...props} /> },
    { id: "ideal", label: "Ideal list", content: () => <IdealPanel {...props} /> },
    { id: "card", label: "Model card", content: () => <CardPanel view={view} /> },
    { id: "numbers", label: "Numbers", content: () => <ResultsTable trace={view.trace} /> },
  ];
}

export function SearchPanels(props: PanelProps) {
  return (
    <LabPanels
      label="What can be asked of this search"
      panels={panelsOf(props)}
      openId={props.view.state.open.panel}
      onOpen={(panel) => props.lab.setOpen({ panel })}
    />
  );
}
