"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { ColumnStep } from "@/components/lab/data/column-step";
import { DataStatus } from "@/components/lab/data/data-status";
import { DataStore } from "@/components/lab/data/data-store";
import { FileStep } from "@/components/lab/data/file-step";
import { ReadingStep } from "@/components/lab/data/reading-step";
import { ResultStep } from "@/components/lab/data/result-step";
import { TrainStep } from "@/components/lab/data/train-step";
import { UserStep } from "@/components/lab/data/user-step";

const createClient = () =>
  import("@/lib/pipeline/workers/client").then(({ createPipelineClient }) => createPipelineClient());

/** From a file to the ten of one of its users, a step at a time; each step appears when the one before it is done. */
export function DataLab() {
  const [store] = useState(() => new DataStore(createClient));
  useEffect(() => () => store.close(), [store]);
  const view = useSyncExternalStore(store.subscribe, store.getView, store.getView);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <FileStep store={store} view={view} />
      <DataStatus store={store} view={view} />
      {view.inspection && view.columns && (
        <ColumnStep store={store} view={view} inspection={view.inspection} columns={view.columns} />
      )}
      {view.reading && (
        <>
          <ReadingStep store={store} view={view} reading={view.reading} />
          <TrainStep store={store} view={view} summary={view.reading.summary} />
        </>
      )}
      {(view.runs.item || view.runs.time) && <ResultStep runs={view.runs} />}
      {view.trained && <UserStep store={store} view={view} trained={view.trained} />}
    </div>
  );
}
