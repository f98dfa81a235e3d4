import { useView } from "@/components/lab/data/core/use-view";
import { LinesStep } from "@/components/lab/data/ranking/lines-step";
import type { RankingStore } from "@/components/lab/data/ranking/ranking-store";
import { ReadingStep } from "@/components/lab/data/ranking/reading-step";
import { ResultStep } from "@/components/lab/data/ranking/result-step";
import { TrainStep } from "@/components/lab/data/ranking/train-step";

/** From judged documents to a ranking that is measured against the best single feature. */
export function RankingFlow({ store }: { store: RankingStore }) {
  const { inspection, reading, choice, run } = useView(store);
  return (
    <>
      {inspection && <LinesStep store={store} inspection={inspection} isRead={reading !== null} />}
      {reading && (
        <>
          <ReadingStep store={store} reading={reading} />
          <TrainStep store={store} choice={choice} isTrained={run !== null} />
        </>
      )}
      {run && <ResultStep run={run} />}
    </>
  );
}
