import { formatCount } from "@/components/lab/format";
import { HEAD_LABELS } from "@/components/lab/video/knobs/rank-knobs";
import { RANKER_LABELS } from "@/components/lab/video/knobs/ranker-words";
import { type Column, Table } from "@/components/ui/table";
import { HEAD_NAMES, RANKER_NAMES, type RankerName } from "@/lib/pipeline/video/names";
import type { ModelCard } from "@/lib/pipeline/video/trace";

type Compared = ModelCard["rankers"];
type RankerTableProps = {
  rankers: Compared;
  caption: string;
  /** What they cost, where it is known. */
  costs?: Pick<ModelCard, "parameters" | "trainSeconds">;
};

/** Each ranker in a row: how well it predicts each action, and what its slates bring. */
export function RankerTable({ rankers, caption, costs }: RankerTableProps) {
  const names = RANKER_NAMES.filter((name) => rankers[name] ?? costs?.parameters.rankers[name]);
  const columns: Column<RankerName>[] = [
    {
      key: "name",
      header: "Ranker",
      rowHeader: true,
      cell: (name) => RANKER_LABELS[name],
      className: "min-w-28",
    },
    ...HEAD_NAMES.map((head) => ({
      key: head,
      header: `AUC, ${HEAD_LABELS[head].toLowerCase()}`,
      numeric: true,
      cell: (name: RankerName) => rankers[name]?.headAuc[head]?.toFixed(3) ?? "",
    })),
    {
      key: "loss",
      header: "Log loss, click",
      numeric: true,
      cell: (name) => rankers[name]?.clickLogLoss.toFixed(3) ?? "",
    },
    {
      key: "ndcg",
      header: "NDCG@10",
      numeric: true,
      cell: (name) => rankers[name]?.ndcgAt10.toFixed(3) ?? "",
    },
    {
      key: "truth",
      header: "Watches a slate",
      numeric: true,
      cell: (name) => rankers[name]?.expectedWatch.toFixed(2) ?? "",
    },
    ...costColumns(costs),
  ];
  return <Table dense caption={caption} columns={columns} rows={names} rowKey={(name) => name} />;
}

function costColumns(costs: RankerTableProps["costs"]): Column<RankerName>[] {
  if (!costs) return [];
  const { parameters, trainSeconds } = costs;
  const count = (name: RankerName) => parameters.rankers[name];
  const seconds = (name: RankerName) => trainSeconds.rankers[name];
  return [
    {
      key: "parameters",
      header: "Parameters",
      numeric: true,
      cell: (name) => formatCount(count(name) ?? 0),
    },
    {
      key: "seconds",
      header: "Trained in",
      numeric: true,
      cell: (name) => (seconds(name) === undefined ? "" : `${seconds(name)?.toFixed(1)} s`),
    },
  ];
}
