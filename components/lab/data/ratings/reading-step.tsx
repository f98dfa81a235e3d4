import { BarChart } from "@/components/charts/bar-chart";
import { ChartTable } from "@/components/charts/chart-table";
import { BadRows } from "@/components/lab/data/core/bad-rows";
import { countBad } from "@/components/lab/data/core/count-bad";
import { Facts, Sentences } from "@/components/lab/data/core/facts";
import { Step } from "@/components/lab/data/core/step";
import type { RatingsStore } from "@/components/lab/data/ratings/ratings-store";
import type { RatingsView } from "@/components/lab/data/ratings/ratings-view";
import { readingNotes } from "@/components/lab/data/ratings/reading-notes";
import { TitlesPart } from "@/components/lab/data/ratings/titles-part";
import { formatCount, formatShare } from "@/components/lab/format";
import type { RatingsReading } from "@/lib/pipeline/workers/calls/ratings-calls";

const day = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" });
/** Below this, times count something else than seconds since 1970. */
const FIRST_REAL_MOMENT = 100_000_000;

function formatRange(range: readonly [number, number] | null): string {
  if (!range) return "none";
  if (range[0] < FIRST_REAL_MOMENT) return `${formatCount(range[0])} to ${formatCount(range[1])}`;
  return range.map((time) => day.format(time * 1_000)).join(" to ");
}

type Bar = RatingsReading["summary"]["histogram"][number];
const formatBar = ({ from, to }: Bar) =>
  from === to ? String(Number(from.toPrecision(6))) : `${from.toPrecision(3)} to ${to.toPrecision(3)}`;

type ReadingStepProps = { store: RatingsStore; view: RatingsView; reading: RatingsReading };

/** What came out of the file: numbers, what is odd about them, and the rows that could not be read. */
export function ReadingStep({ store, view, reading }: ReadingStepProps) {
  const { summary } = reading;
  const facts = [
    ["Ratings", formatCount(summary.rows)],
    ["Users", formatCount(summary.users)],
    ["Items", formatCount(summary.items)],
    ["Per user, median", formatCount(summary.medianPerUser)],
    ["Pairs rated", formatShare(summary.density)],
    ["Times", formatRange(summary.timeRange)],
    ["Bad rows", formatCount(countBad(reading.bad))],
  ] as const;
  const notes = readingNotes(summary);
  return (
    <Step number={2} title="What was read" takesFocus>
      <Facts facts={facts} />
      <div className="grid gap-6 lg:grid-cols-[1fr_24rem]">
        <div className="grid content-start gap-4">
          <Sentences sentences={notes} />
          <BadRows desk={store.desk} bad={reading.bad} />
          <TitlesPart store={store} view={view} />
        </div>
        <div className="grid content-start gap-2">
          <h3 className="text-sm font-medium">How often each rating was given</h3>
          <BarChart
            title="How often each rating was given"
            description={`${formatCount(summary.rows)} ratings in ${summary.histogram.length} bars.`}
            rows={summary.histogram.map((bar) => ({
              id: formatBar(bar),
              label: formatBar(bar),
              valueLabel: formatCount(bar.count),
              segments: [{ id: "count", value: bar.count, color: 1 }],
            }))}
          />
          <ChartTable
            caption="How often each rating was given"
            columns={[
              { key: "rating", header: "Rating", rowHeader: true, cell: formatBar },
              { key: "count", header: "Rows", numeric: true, cell: ({ count }) => formatCount(count) },
            ]}
            rows={summary.histogram}
            rowKey={formatBar}
          />
        </div>
      </div>
    </Step>
  );
}
