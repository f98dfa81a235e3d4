import { Table } from "@/components/ui/table";
import { embeddingTableBytes } from "@/lib/framework/embedding-tables";
import {
  flatIndexBytes,
  peakQueriesPerSecond,
  requestsInFlight,
  SECONDS_PER_DAY,
  shareWithoutSlowCall,
} from "@/lib/framework/estimation";
import { formatBytes, formatCount, formatPercent } from "@/lib/framework/units";

const perSecond = (perDay: number) => `${formatCount(perDay / SECONDS_PER_DAY)}/s`;

/** What one has in one's head, computed all the same. */
const ORDERS: readonly { what: string; is: string; so: string }[] = [
  { what: "A million a day", is: perSecond(1e6), so: "Divide by a hundred thousand, add a sixth." },
  { what: "A billion a day", is: perSecond(1e9), so: "Now machines are counted in tens." },
  {
    what: "The peak of a billion a day, three times the average",
    is: `${formatCount(peakQueriesPerSecond(1e9 / SECONDS_PER_DAY, 3))}/s`,
    so: "Plan for this number, pay for the average.",
  },
  {
    what: "A million vectors of 256 numbers, float32",
    is: formatBytes(flatIndexBytes(1e6, 256)),
    so: "A gigabyte a million: ten million fit into any machine.",
  },
  {
    what: "A table of a hundred million ids, 64 numbers each, float32",
    is: formatBytes(embeddingTableBytes(1e8, 64, 4)),
    so: "The optimiser keeps as much again, or twice that.",
  },
  {
    what: "Requests in flight at 10,000 a second and 200 ms each",
    is: formatCount(requestsInFlight(10_000, 0.2)),
    so: "Little's law: rate times time. Slower answers need more room.",
  },
  {
    what: "Requests that meet a slow call, of those that make a hundred in parallel",
    is: formatPercent(1 - shareWithoutSlowCall(100)),
    so: "Each call slow once in a hundred; the tail of parts becomes the middle of the whole.",
  },
  {
    what: "A log of a thousand bytes, a billion times a day, for a year",
    is: formatBytes(1_000 * 1e9 * 365),
    so: "Keep all of it cheaply, train on a sample or a window.",
  },
];

export function OrdersWorthKnowing() {
  return (
    <section className="mt-12 max-w-4xl">
      <h2 className="mb-3 text-xl font-semibold">Orders worth knowing</h2>
      <Table
        caption="Computed on this page"
        hideCaption
        rows={ORDERS}
        rowKey={({ what }) => what}
        columns={[
          { key: "what", header: "What", rowHeader: true, cell: ({ what }) => what },
          { key: "is", header: "Is", numeric: true, cell: ({ is }) => is },
          { key: "so", header: "So", cell: ({ so }) => <span className="text-ink-2">{so}</span> },
        ]}
      />
    </section>
  );
}
