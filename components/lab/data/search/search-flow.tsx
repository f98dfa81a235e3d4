import { useView } from "@/components/lab/data/core/use-view";
import { AskStep } from "@/components/lab/data/search/ask-step";
import { FilesStep } from "@/components/lab/data/search/files-step";
import { ReadingStep } from "@/components/lab/data/search/reading-step";
import { ResultStep } from "@/components/lab/data/search/result-step";
import type { SearchStore } from "@/components/lab/data/search/search-store";
import { TrainStep } from "@/components/lab/data/search/train-step";

/** From a BEIR folder to a search that is measured stage by stage and can be asked. */
export function SearchFlow({ store }: { store: SearchStore }) {
  const view = useView(store);
  const { reading, result } = view;
  return (
    <>
      <FilesStep store={store} isRead={reading !== null} />
      {reading && (
        <>
          <ReadingStep store={store} reading={reading} />
          <TrainStep store={store} view={view} reading={reading} />
        </>
      )}
      {result && reading && (
        <>
          <ResultStep result={result} />
          <AskStep store={store} view={view} examples={reading.summary.examples} />
        </>
      )}
    </>
  );
}
