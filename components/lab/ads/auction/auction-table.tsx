import { formatMoney, formatRate } from "@/components/lab/ads/ads-format";
import { AD_DROP_LABELS, AD_SOURCE_LABELS } from "@/components/lab/ads/ads-words";
import { type Bidder, bidders } from "@/components/lab/ads/auction/auction-words";
import { type Column, Table } from "@/components/ui/table";
import type { AdRun } from "@/lib/pipeline/ads/trace";

const rate = (key: string, header: string, of: (row: Bidder) => number): Column<Bidder> => ({
  key,
  header,
  numeric: true,
  cell: (row) => formatRate(of(row)),
});
const money = (key: string, header: string, of: (row: Bidder) => number | null): Column<Bidder> => ({
  key,
  header,
  numeric: true,
  cell: (row) => {
    const amount = of(row);
    return amount === null ? "" : formatMoney(amount);
  },
});

const COLUMNS: readonly Column<Bidder>[] = [
  { key: "place", header: "Place", numeric: true, cell: (row) => row.position.auction },
  { key: "title", header: "Ad", rowHeader: true, className: "min-w-40", cell: (row) => row.card.title },
  {
    key: "sources",
    header: "Sources",
    cell: (row) => row.sources.map((one) => AD_SOURCE_LABELS[one.source]).join(", "),
  },
  rate("raw", "Model", (row) => row.prediction.raw),
  rate("corrected", "Corrected", (row) => row.prediction.corrected),
  rate("calibrated", "Calibrated", (row) => row.prediction.calibrated),
  rate("truth", "Truth", (row) => row.truth),
  money("bid", "Bid", (row) => row.auction.bid),
  {
    key: "pacing",
    header: "Pacing",
    numeric: true,
    cell: (row) => row.auction.pacing.toFixed(2),
  },
  { key: "quality", header: "Quality", numeric: true, cell: (row) => row.auction.quality.toFixed(2) },
  money("ecpm", "eCPM", (row) => row.auction.eCpm),
  money("price", "Pays a click", (row) => row.auction.price),
  money("winning", "Would win with", (row) => row.auction.winningBid),
  {
    key: "fate",
    header: "What happened",
    cell: (row) => (row.left ? AD_DROP_LABELS[row.left.reason] : `shown at ${row.position.slate}`),
  },
];

/** Everyone whom the trace follows into the auction, with every number: the twin of the list and its stories. */
export function AuctionTable({ run }: { run: AdRun }) {
  return (
    <Table
      dense
      caption="The auction, with all that was predicted, bid and paid. Money per click; eCPM per thousand impressions."
      columns={COLUMNS}
      rows={bidders(run)}
      rowKey={(row) => String(row.card.ad)}
    />
  );
}
