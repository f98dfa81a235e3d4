import { BarChart } from "@/components/charts/bar-chart";
import type { SeriesColor } from "@/components/charts/series";
import { Sentences } from "@/components/lab/data/core/facts";
import { Step } from "@/components/lab/data/core/step";
import type { RatingsView, Run, SplitName } from "@/components/lab/data/ratings/ratings-view";
import { compareSplits, describeRun } from "@/components/lab/data/ratings/result-words";
import { formatCount, formatShare } from "@/components/lab/format";
import { Table } from "@/components/ui/table";

const SYSTEMS: readonly {
  key: "popularity" | "itemToItem" | "twoTower" | "retrieval" | "pipeline";
  label: string;
  color: SeriesColor;
}[] = [
  { key: "popularity", label: "Popularity for everyone", color: 2 },
  { key: "itemToItem", label: "Item-to-item alone", color: 2 },
  { key: "twoTower", label: "Two-tower alone", color: 2 },
  { key: "retrieval", label: "First stage, all sources", color: 2 },
  { key: "pipeline", label: "Pipeline, ranked", color: 1 },
];
const SPLIT_TITLES: Record<SplitName, string> = { item: "Random split", time: "Time split" };

/** Both splits side by side on one scale, with what it means. */
export function ResultStep({ runs }: { runs: RatingsView["runs"] }) {
  const shown = (["item", "time"] as const).flatMap((split) => {
    const run = runs[split];
    return run ? [{ split, run }] : [];
  });
  const maximum = Math.max(...shown.flatMap(({ run }) => SYSTEMS.map(({ key }) => run.result[key].ndcg)));
  const comparison = compareSplits(runs);
  return (
    <Step
      number={4}
      title="What it is worth"
      lead="For each user with held-out ratings, all items of training that they have not rated there are ranked. Every held-out row is relevant, whatever its rating; means over those users."
    >
      {comparison && <p className="max-w-prose text-sm">{comparison}</p>}
      <div className="grid gap-8 lg:grid-cols-2">
        {shown.map(({ split, run }) => (
          <RunPart key={split} title={SPLIT_TITLES[split]} run={run} maximum={maximum} />
        ))}
      </div>
    </Step>
  );
}

function RunPart({ title, run, maximum }: { title: string; run: Run; maximum: number }) {
  const { result, choice } = run;
  return (
    <div className="grid min-w-0 content-start gap-4">
      <h3 className="font-medium">{title}</h3>
      <BarChart
        title={`${title}: NDCG@${choice.k}`}
        description={SYSTEMS.map(({ key, label }) => `${label} ${result[key].ndcg.toFixed(3)}`).join(", ")}
        maximum={maximum}
        rows={SYSTEMS.map(({ key, label, color }) => ({
          id: key,
          label,
          valueLabel: result[key].ndcg.toFixed(3),
          segments: [{ id: "ndcg", value: result[key].ndcg, color }],
        }))}
      />
      <Sentences sentences={describeRun(run)} />
      <RunTable title={title} run={run} />
    </div>
  );
}

function RunTable({ title, run }: { title: string; run: Run }) {
  const { result, choice } = run;
  const { k } = choice;
  const columns = [
    { key: "ndcg", header: `NDCG@${k}` },
    { key: "map", header: `MAP@${k}` },
    { key: "precision", header: `Precision@${k}` },
    { key: "recall", header: `Recall@${k}` },
  ] as const;
  const { recallAt100, recallAt200 } = result.retrieval;
  return (
    <Table
      dense
      caption={`${title}, means over ${formatCount(result.testRows)} held-out ratings by user. The first stage finds ${formatShare(recallAt100)} of them in 100 candidates, ${formatShare(recallAt200)} in 200.`}
      columns={[
        { key: "system", header: "System", rowHeader: true, cell: ({ label }) => label },
        ...columns.map(({ key, header }) => ({
          key,
          header,
          numeric: true,
          cell: (system: (typeof SYSTEMS)[number]) => result[system.key][key].toFixed(3),
        })),
      ]}
      rows={SYSTEMS}
      rowKey={({ key }) => key}
    />
  );
}
