import type { ClicksStore } from "@/components/lab/data/clicks/clicks-store";
import { ColumnStep } from "@/components/lab/data/clicks/column-step";
import { LadderStep } from "@/components/lab/data/clicks/ladder-step";
import { ReadingStep } from "@/components/lab/data/clicks/reading-step";
import { TrainStep } from "@/components/lab/data/clicks/train-step";
import { useView } from "@/components/lab/data/core/use-view";

/** From a click log to a ladder of calibrated models. */
export function ClicksFlow({ store }: { store: ClicksStore }) {
  const view = useView(store);
  const { inspection, layout, reading, ladder } = view;
  return (
    <>
      {inspection && layout && (
        <ColumnStep store={store} inspection={inspection} layout={layout} isRead={reading !== null} />
      )}
      {reading && (
        <>
          <ReadingStep store={store} reading={reading} />
          <TrainStep store={store} view={view} reading={reading} />
        </>
      )}
      {ladder && <LadderStep ladder={ladder} />}
    </>
  );
}
