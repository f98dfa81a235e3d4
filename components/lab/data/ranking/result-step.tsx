import { BarChart } from "@/components/charts/bar-chart";
import { Sentences } from "@/components/lab/data/core/facts";
import { Step } from "@/components/lab/data/core/step";
import type { RankingRun } from "@/components/lab/data/ranking/ranking-view";
import { describeRanking } from "@/components/lab/data/ranking/ranking-words";
import { formatShare } from "@/components/lab/format";
import { Table } from "@/components/ui/table";
import type { RankingResult } from "@/lib/pipeline/workers/calls/rank-calls";

type Depths = readonly [number, number, number, number];
const four = (value: number) => value.toFixed(4);

/** The blend against the best single feature, and what the blend is made of. */
export function ResultStep({ run }: { run: RankingRun }) {
  const { ndcg, bestFeature, topFeatures, validation } = run.result;
  const systems: { name: string; values: Depths }[] = [
    {
      name: `Feature ${bestFeature.index}`,
      values: [bestFeature.ndcg1, bestFeature.ndcg3, bestFeature.ndcg5, bestFeature.ndcg10],
    },
    { name: "Learnt blend", values: [ndcg[1], ndcg[3], ndcg[5], ndcg[10]] },
  ];
  return (
    <Step
      number={4}
      title="What it is worth"
      lead="NDCG with gain 2^grade − 1; rows of equal score share the mean gain of their places, so that a feature with few values gains nothing by luck."
    >
      <div className="grid gap-8 lg:grid-cols-2">
        <div className="grid min-w-0 content-start gap-4">
          <Table
            dense
            caption="NDCG on the test queries"
            columns={[
              { key: "system", header: "System", rowHeader: true, cell: ({ name }) => name },
              ...([1, 3, 5, 10] as const).map((depth, d) => ({
                key: String(depth),
                header: `NDCG@${depth}`,
                numeric: true,
                cell: ({ values }: (typeof systems)[number]) => four(values[d] ?? 0),
              })),
            ]}
            rows={systems}
            rowKey={({ name }) => name}
          />
          <Sentences sentences={describeRanking(run)} />
        </div>
        <TopFeatures features={topFeatures} />
      </div>
      <Candidates validation={validation} />
    </Step>
  );
}

function TopFeatures({ features }: { features: RankingResult["topFeatures"] }) {
  if (features.length === 0) return null;
  return (
    <div className="grid min-w-0 content-start gap-2">
      <h3 className="text-sm font-medium">Features that the blend leans on</h3>
      <BarChart
        title="Features that the blend leans on"
        description={features.map(({ index, share }) => `feature ${index} ${formatShare(share)}`).join(", ")}
        rows={features.map(({ index, share }) => ({
          id: String(index),
          label: `Feature ${index}`,
          valueLabel: formatShare(share),
          segments: [{ id: "share", value: share, color: 1 }],
        }))}
      />
    </div>
  );
}

function Candidates({ validation }: { validation: RankingResult["validation"] }) {
  return (
    <Table
      dense
      caption={`What was tried: NDCG@10 on training queries held out in ${validation.folds} folds, and the share in the blend`}
      columns={[
        { key: "name", header: "Candidate", rowHeader: true, cell: ({ name }) => name },
        { key: "trees", header: "Trees", numeric: true, cell: ({ trees }) => (trees === 0 ? "–" : trees) },
        { key: "ndcg", header: "NDCG@10", numeric: true, cell: ({ ndcg10 }) => four(ndcg10) },
        {
          key: "share",
          header: "In the blend",
          numeric: true,
          cell: ({ share }) => (share === 0 ? "–" : formatShare(share)),
        },
      ]}
      rows={[...validation.candidates].sort((a, b) => b.ndcg10 - a.ndcg10)}
      rowKey={({ name }) => name}
    />
  );
}
