import { useEffect, useRef } from "react";
import { explainScore } from "@/components/lab/data/search/explain-words";
import { Disclosure } from "@/components/ui/disclosure";
import { Table } from "@/components/ui/table";
import type { CollectionExplanation } from "@/lib/pipeline/workers/calls/search-calls";

const SHOWN_FEATURES = 12;
const signed = (value: number) => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(3)}`;
const short = (value: number) => String(Number(value.toPrecision(3)));

/** Why one document stands where it stands: terms, vector, measures. */
export function HitExplanation({ explanation }: { explanation: CollectionExplanation }) {
  const { id, title, text, terms, bm25, features, second } = explanation;
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone it stands below the list; naming the hit here makes each choice bring it into view.
    if (explanation.document >= 0) section.current?.scrollIntoView({ block: "nearest" });
  }, [explanation.document]);
  const contributing = [...features]
    .filter(({ contribution }) => contribution !== 0)
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  return (
    <section
      ref={section}
      aria-label="Why this hit"
      className="grid min-w-0 scroll-mt-16 content-start gap-4 self-start lg:sticky lg:top-4 lg:max-h-[calc(100vh-2rem)] lg:overflow-y-auto"
    >
      <div>
        <h3 className="font-medium break-words">{title || `document ${id}`}</h3>
        <p className="mt-1 text-sm">{explainScore(explanation)}</p>
      </div>
      <Table
        dense
        caption={`Terms of the query: their parts add up to a BM25 score of ${bm25.toFixed(2)}`}
        columns={[
          { key: "term", header: "Term (stem)", rowHeader: true, cell: ({ term }) => term },
          { key: "frequency", header: "In the document", numeric: true, cell: ({ frequency }) => frequency },
          { key: "idf", header: "Rarity (idf)", numeric: true, cell: ({ idf }) => idf.toFixed(2) },
          {
            key: "part",
            header: "Adds",
            numeric: true,
            cell: ({ contribution }) => (contribution === 0 ? "–" : contribution.toFixed(2)),
          },
        ]}
        rows={[...terms].sort((a, b) => b.contribution - a.contribution)}
        rowKey={({ term }) => term}
      />
      {second && (
        <Table
          dense
          caption={`Measures with the largest parts of the linear score of ${signed(second.linear)}`}
          columns={[
            { key: "name", header: "Measure", rowHeader: true, cell: ({ name }) => name },
            { key: "value", header: "Value", numeric: true, cell: ({ value }) => short(value) },
            { key: "part", header: "Adds", numeric: true, cell: ({ contribution }) => signed(contribution) },
          ]}
          rows={contributing.slice(0, SHOWN_FEATURES)}
          rowKey={({ name }) => name}
        />
      )}
      <Disclosure summary={`All ${features.length} measures`}>
        <div className="max-h-80 overflow-y-auto">
          <Table
            dense
            caption="Every measure of this query and document"
            columns={[
              { key: "name", header: "Measure", rowHeader: true, cell: ({ name }) => name },
              { key: "value", header: "Value", numeric: true, cell: ({ value }) => short(value) },
            ]}
            rows={features}
            rowKey={({ name }) => name}
          />
        </div>
      </Disclosure>
      <Disclosure summary="The text">
        <p className="max-w-prose text-sm break-words whitespace-pre-line">{text}</p>
      </Disclosure>
    </section>
  );
}
