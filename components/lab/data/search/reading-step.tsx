import { BadRows } from "@/components/lab/data/core/bad-rows";
import { countBad } from "@/components/lab/data/core/count-bad";
import { Facts, Sentences } from "@/components/lab/data/core/facts";
import { Step } from "@/components/lab/data/core/step";
import type { SearchStore } from "@/components/lab/data/search/search-store";
import { collectionNotes } from "@/components/lab/data/search/search-words";
import { formatCount } from "@/components/lab/format";
import type { CollectionReading } from "@/lib/pipeline/workers/calls/search-calls";

/** What came out of the files, and the lines that could not be read. */
export function ReadingStep({ store, reading }: { store: SearchStore; reading: CollectionReading }) {
  const { summary, bad } = reading;
  return (
    <Step number={2} title="What was read" takesFocus>
      <Facts
        facts={[
          ["Documents", formatCount(summary.documents)],
          ["Characters, median", formatCount(summary.medianLength)],
          ["Queries", formatCount(summary.queries)],
          ["Judged to measure", formatCount(summary.test.queries)],
          ["Judged to learn", formatCount(summary.train.queries)],
          ["Bad rows", formatCount(countBad(bad))],
        ]}
      />
      <Sentences sentences={collectionNotes(summary)} />
      <BadRows desk={store.desk} bad={bad} />
    </Step>
  );
}
