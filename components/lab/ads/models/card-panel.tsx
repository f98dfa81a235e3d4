import { formatRate } from "@/components/lab/ads/ads-format";
import { LadderTable } from "@/components/lab/ads/ladder/ladder-table";
import { cardFacts, worldFacts } from "@/components/lab/ads/models/card-words";
import { FactList } from "@/components/lab/core/fact-list";
import { formatCount, formatShare } from "@/components/lab/format";
import { Table } from "@/components/ui/table";
import type { AdLadder, AdModelCard } from "@/lib/pipeline/ads/model-card";

type CardPanelProps = {
  card: AdModelCard;
  /** Of the models that serve now: the shipped ones, or those trained here. */
  ladder: AdLadder | null;
  isOwn: boolean;
};

/** The model card of what runs now: data, columns, seeds, settings, size, quality, limits. */
export function CardPanel({ card, ladder, isOwn }: CardPanelProps) {
  const { world } = card;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <p className="max-w-3xl text-sm tabular-nums">
        {isOwn
          ? "Models trained in this browser. They live in this tab and are gone with it."
          : `The models that came with Shortlist, version ${card.version}. They learn from the log of a simulated world; nothing about real people is in them.`}
      </p>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 md:grid-cols-2">
        <FactList title="Data" facts={worldFacts(world)} />
        {!isOwn && <FactList title="Training" facts={cardFacts(card)} />}
      </div>
      {ladder && <LadderTable ladder={ladder} />}
      <Table
        dense
        caption="Columns that the models see"
        columns={[
          { key: "name", header: "Column", rowHeader: true, cell: (row) => row.name },
          { key: "kind", header: "Kind", cell: (row) => row.kind },
          {
            key: "values",
            header: "Values",
            numeric: true,
            cell: (row) => (row.values > 0 ? formatCount(row.values) : ""),
          },
          { key: "missing", header: "Missing", numeric: true, cell: (row) => formatShare(row.missing) },
        ]}
        rows={world.columns}
        rowKey={(row) => row.name}
      />
      <Table
        dense
        caption="Slots"
        columns={[
          { key: "name", header: "Slot", rowHeader: true, cell: (row) => row.name },
          {
            key: "impressions",
            header: "Impressions",
            numeric: true,
            cell: (row) => formatCount(row.impressions),
          },
          { key: "rate", header: "Click rate", numeric: true, cell: (row) => formatRate(row.clickRate) },
        ]}
        rows={world.slots}
        rowKey={(row) => row.name}
      />
      <section aria-label="Limits" className="max-w-3xl text-sm">
        <h3 className="mb-2 font-medium">Limits</h3>
        <ul className="grid list-disc gap-1 pl-5 text-ink-2">
          {card.limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
