import { BarChart } from "@/components/charts/bar-chart";
import { ChartTable } from "@/components/charts/chart-table";
import { BadRows } from "@/components/lab/data/bad-rows";
import type { DataStore } from "@/components/lab/data/data-store";
import type { DataLabView } from "@/components/lab/data/data-view";
import { readingNotes } from "@/components/lab/data/reading-notes";
import { Step } from "@/components/lab/data/step";
import { TitlesPart } from "@/components/lab/data/titles-part";
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

type ReadingStepProps = { store: DataStore; view: DataLabView; reading: RatingsReading };

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
    ["Bad rows", formatCount(reading.badCount)],
  ] as const;
  const notes = readingNotes(summary);
  return (
    <Step number={2} title="What was read" takesFocus>
      <dl className="flex flex-wrap gap-x-8 gap-y-3">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-sm text-ink-2">{name}</dt>
            <dd className="text-lg font-medium tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="grid gap-6 lg:grid-cols-[1fr_24rem]">
        <div className="grid content-start gap-4">
          {notes.length > 0 && (
            <ul className="grid max-w-prose list-disc gap-1.5 pl-5 text-sm">
              {notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
          <BadRows store={store} reading={reading} />
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
