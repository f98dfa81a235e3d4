"use client";

import { useEffect, useState } from "react";
import { ClicksFlow } from "@/components/lab/data/clicks/clicks-flow";
import { DataStatus } from "@/components/lab/data/core/data-status";
import { DataStore } from "@/components/lab/data/core/data-store";
import { FileStep } from "@/components/lab/data/core/file-step";
import { RecognitionPart } from "@/components/lab/data/core/recognition-part";
import { useView } from "@/components/lab/data/core/use-view";
import { createFlow, type DataFlow } from "@/components/lab/data/flows";
import { RankingFlow } from "@/components/lab/data/ranking/ranking-flow";
import { RatingsFlow } from "@/components/lab/data/ratings/ratings-flow";
import { SearchFlow } from "@/components/lab/data/search/search-flow";

const createClient = () =>
  import("@/lib/pipeline/workers/client").then(({ createPipelineClient }) => createPipelineClient());

/** From files to measured models, a step at a time; each step appears when the one before it is done. */
export function DataLab() {
  const [store] = useState(() => new DataStore<DataFlow>(createClient, createFlow));
  useEffect(() => () => store.close(), [store]);
  const view = useView(store);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <FileStep chosen={view.chosen} onFiles={(files) => void store.choose(files)} />
      <DataStatus desk={store.desk} />
      {view.recognition && <RecognitionPart store={store} view={view} recognition={view.recognition} />}
      {view.flow && <FlowSteps flow={view.flow} />}
    </div>
  );
}

function FlowSteps({ flow }: { flow: DataFlow }) {
  switch (flow.kind) {
    case "ratings":
      return <RatingsFlow store={flow} />;
    case "clicks":
      return <ClicksFlow store={flow} />;
    case "ranking":
      return <RankingFlow store={flow} />;
    case "search":
      return <SearchFlow store={flow} />;
  }
}
