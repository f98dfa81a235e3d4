import { Step } from "@/components/lab/data/core/step";
import type { RankingStore } from "@/components/lab/data/ranking/ranking-store";
import { formatCount } from "@/components/lab/format";
import { Button } from "@/components/ui/button";
import type { JudgedInspection } from "@/lib/pipeline/workers/calls/rank-calls";

type LinesStepProps = { store: RankingStore; inspection: JudgedInspection; isRead: boolean };

function describeQueries({ hasQueries }: JudgedInspection, hasGroups: boolean): string {
  if (hasQueries) return "Each line names its query by qid:; the lines of a query are neighbours.";
  return hasGroups
    ? "Lines do not name their queries: the file of query sizes says how many belong together."
    : "Lines do not name their queries, and there is no file of query sizes: choose it above (LightGBM writes it as FILE.query).";
}

/** What the first lines say, before the whole file is read. */
export function LinesStep({ store, inspection, isRead }: LinesStepProps) {
  const { firstLines, hasQueries, rows, highestGrade, lastFeature } = inspection;
  const isReady = hasQueries || store.hasGroups;
  return (
    <Step
      number={1}
      title="What the lines hold"
      takesFocus
      lead={`A grade (0 is not relevant; the highest of the first ${formatCount(rows)} is ${highestGrade}) and numbered features up to ${formatCount(lastFeature)}; those left out are 0. ${describeQueries(inspection, store.hasGroups)}`}
    >
      <figure className="min-w-0">
        <figcaption className="pb-2 text-sm text-ink-2">The first lines, cut short</figcaption>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard. */}
        <pre className="overflow-x-auto rounded-md border border-line bg-sunken p-3 text-xs" tabIndex={0}>
          {firstLines.join("\n")}
        </pre>
      </figure>
      <div>
        <Button
          variant={isRead ? "secondary" : "primary"}
          disabled={!isReady}
          onClick={() => void store.read()}
        >
          {isRead ? "Read it again" : "Read the whole file"}
        </Button>
      </div>
    </Step>
  );
}
