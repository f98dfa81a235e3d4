import { BarChart } from "@/components/charts/bar-chart";
import { Sentences } from "@/components/lab/data/core/facts";
import { Step } from "@/components/lab/data/core/step";
import { nameStage, STAGES } from "@/components/lab/data/search/search-view";
import { describeSearch } from "@/components/lab/data/search/search-words";
import { formatCount } from "@/components/lab/format";
import { Table } from "@/components/ui/table";
import type { CollectionResult } from "@/lib/pipeline/workers/calls/search-calls";

const four = (value: number) => value.toFixed(4);

/** Every stage on the queries that are measured. */
export function ResultStep({ result }: { result: CollectionResult }) {
  return (
    <Step
      number={4}
      title="What each stage is worth"
      lead={`Means over ${formatCount(result.queries)} judged queries with a relevant document. NDCG with linear gain, as trec_eval computes it; MRR looks at the first ten, recall at the first hundred.`}
    >
      <div className="grid gap-8 lg:grid-cols-2">
        <div className="grid min-w-0 content-start gap-5">
          <BarChart
            title="NDCG@10 of each stage"
            description={STAGES.map(
              (stage) => `${nameStage(stage, result)} ${four(result[stage].ndcg10)}`,
            ).join(", ")}
            maximum={1}
            rows={STAGES.map((stage) => ({
              id: stage,
              label: nameStage(stage, result),
              valueLabel: four(result[stage].ndcg10),
              segments: [{ id: "ndcg", value: result[stage].ndcg10, color: stage === "reranked" ? 1 : 2 }],
            }))}
          />
          <Table
            dense
            caption="Stages of the search, on the judged queries"
            columns={[
              { key: "stage", header: "Stage", rowHeader: true, cell: (stage) => nameStage(stage, result) },
              { key: "ndcg", header: "NDCG@10", numeric: true, cell: (stage) => four(result[stage].ndcg10) },
              { key: "mrr", header: "MRR@10", numeric: true, cell: (stage) => four(result[stage].mrr10) },
              {
                key: "recall",
                header: "Recall@100",
                numeric: true,
                cell: (stage) => four(result[stage].recall100),
              },
            ]}
            rows={STAGES}
            rowKey={(stage) => stage}
          />
        </div>
        <Sentences sentences={describeSearch(result)} />
      </div>
    </Step>
  );
}
