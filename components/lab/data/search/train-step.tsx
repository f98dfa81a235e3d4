import { SplitField } from "@/components/lab/data/core/split-field";
import { Step } from "@/components/lab/data/core/step";
import { useView } from "@/components/lab/data/core/use-view";
import type { SearchStore } from "@/components/lab/data/search/search-store";
import type { SearchView } from "@/components/lab/data/search/search-view";
import { formatMany } from "@/components/lab/format";
import { Button } from "@/components/ui/button";
import type { CollectionReading } from "@/lib/pipeline/workers/calls/search-calls";

const WAYS = [
  {
    way: "none",
    label: "Measure on all of them",
    words: "Nothing is learnt from judgements: titles of documents that lost them stand in for queries.",
  },
  {
    way: "random",
    label: "A random half to learn from",
    words: "The second stage learns from real queries, and half as many are left to measure on.",
  },
  {
    way: "order",
    label: "The first half to learn from",
    words: "As above, by the order of the file: right when later queries come later in time.",
  },
] as const;

type TrainStepProps = { store: SearchStore; view: SearchView; reading: CollectionReading };

export function TrainStep({ store, view: { choice, result }, reading }: TrainStepProps) {
  const { activity } = useView(store.desk);
  return (
    <Step
      number={3}
      title="Build the index and measure"
      lead="BM25 and latent vectors find candidates, their ranks are fused, and a second stage re-ranks a hundred of them by some fifty measures. A fused list or a second stage becomes the default only when it beats BM25 on queries that are not measured."
    >
      {store.isSplit && (
        <SplitField
          legend={`One file of judgements, ${formatMany(reading.summary.test.queries, "query", "queries")}`}
          options={WAYS}
          way={choice.way}
          onChange={(way) => store.setChoice({ ...choice, way })}
        />
      )}
      <div>
        <Button
          variant={result ? "secondary" : "primary"}
          disabled={activity !== ""}
          onClick={() => void store.measure()}
        >
          {result ? "Build it again" : "Build the index"}
        </Button>
      </div>
    </Step>
  );
}
