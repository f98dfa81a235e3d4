import { FactList } from "@/components/lab/core/fact-list";
import { secondsOf, sizeOf, trainingFacts, worldFacts } from "@/components/lab/search/models/card-words";
import type { SearchLabView } from "@/components/lab/search/search-view";
import { describeRanker, RANKER_LABELS } from "@/components/lab/search/search-words";
import { Table } from "@/components/ui/table";
import { SEARCH_FEATURES } from "@/lib/pipeline/product-search/features";

/** The model card: data, seeds, sizes, quality of every ranker, features, limits. */
export function CardPanel({ view: { card, training } }: { view: Pick<SearchLabView, "card" | "training"> }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <p className="max-w-3xl text-sm">
        {training.isOwn
          ? "What ranks now was trained in this browser and is gone with this tab. Below is the card of the models that came with Shortlist."
          : `The models that came with Shortlist, version ${card.version}. They learn from the log of a simulated shop; nothing about real people is in them.`}
      </p>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 md:grid-cols-2">
        <FactList title="Data" facts={worldFacts(card.world)} />
        <FactList title="Training" facts={trainingFacts(card)} />
      </div>
      <Table
        dense
        caption="Rankers on the same candidates of the same held-out queries, judged by the true grades"
        columns={[
          {
            key: "ranker",
            header: "Ranker",
            rowHeader: true,
            cell: ({ ranker, labels }) => (labels ? describeRanker(ranker, labels) : RANKER_LABELS[ranker]),
          },
          { key: "ndcg", header: "NDCG@10", numeric: true, cell: ({ quality }) => quality.ndcg10.toFixed(3) },
          { key: "mrr", header: "MRR@10", numeric: true, cell: ({ quality }) => quality.mrr10.toFixed(3) },
          {
            key: "size",
            header: "Numbers learnt",
            numeric: true,
            cell: ({ ranker, labels }) => sizeOf(card, ranker, labels),
          },
          {
            key: "seconds",
            header: "Trained in (s)",
            numeric: true,
            cell: ({ ranker, labels }) => secondsOf(card, ranker, labels),
          },
        ]}
        rows={card.rankers}
        rowKey={({ ranker, labels }) => `${ranker}-${labels}`}
      />
      <Table
        dense
        caption="What the rankers read of a query and a product"
        columns={[
          { key: "label", header: "Feature", rowHeader: true, cell: ({ label }) => label },
          { key: "group", header: "Kind", cell: ({ group }) => group },
        ]}
        rows={SEARCH_FEATURES}
        rowKey={({ name }) => name}
      />
      <section aria-label="Limits">
        <h3 className="mb-2 text-sm font-medium">Limits</h3>
        <ul className="max-w-3xl list-disc space-y-1 pl-5 text-sm">
          {card.limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
