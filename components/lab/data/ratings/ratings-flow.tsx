import { useView } from "@/components/lab/data/core/use-view";
import { ColumnStep } from "@/components/lab/data/ratings/column-step";
import type { RatingsStore } from "@/components/lab/data/ratings/ratings-store";
import { ReadingStep } from "@/components/lab/data/ratings/reading-step";
import { ResultStep } from "@/components/lab/data/ratings/result-step";
import { TrainStep } from "@/components/lab/data/ratings/train-step";
import { UserStep } from "@/components/lab/data/ratings/user-step";

/** From a file of ratings to the ten of one of its users. */
export function RatingsFlow({ store }: { store: RatingsStore }) {
  const view = useView(store);
  return (
    <>
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
    </>
  );
}
