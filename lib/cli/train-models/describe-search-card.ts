/** The model card of the search world as Markdown: what the models are, how good, and what not to read into them. */
import type { SearchMetrics, SearchModelCard } from "@/lib/pipeline/product-search/measures";

const count = (value: number) => value.toLocaleString("en");
const digits = (value: number) => value.toFixed(3);

const STAGE_NAMES = {
  bm25: "BM25",
  dense: "Two towers",
  fused: "Fused",
  reranked: "Re-ranked",
  slate: "Page, with rules",
} as const;

function stageRows(label: string, stages: SearchMetrics["stages"]): string[] {
  return stages.map(
    ({ stage, ndcg10, mrr10, recall100 }) =>
      `| ${label} | ${STAGE_NAMES[stage]} | ${digits(ndcg10.mean)} (${digits(ndcg10.low)} to ${digits(ndcg10.high)}) | ${digits(mrr10.mean)} | ${digits(recall100.mean)} |`,
  );
}

function metricsTable({ queries, stages, slices, synonymQueries }: SearchMetrics): string[] {
  return [
    "| queries | list | NDCG@10 (95 %) | MRR@10 | recall@100, capped |",
    "|---|---|---|---|---|",
    ...stageRows(`all ${queries}`, stages),
    ...slices.flatMap((slice) => stageRows(`${slice.slice} ${slice.queries}`, slice.stages)),
    ...stageRows(`other words ${synonymQueries.queries}`, synonymQueries.stages),
  ];
}

function rankersTable({ rankers, parameters }: SearchModelCard): string[] {
  return [
    "| ranker | learnt from | parameters | NDCG@10 | MRR@10 |",
    "|---|---|---|---|---|",
    ...rankers.map(({ ranker, labels, quality }) => {
      const size = labels ? count(parameters.rankers[`${ranker}/${labels}`] ?? 0) : "-";
      return `| ${ranker} | ${labels ?? "-"} | ${size} | ${digits(quality.ndcg10)} | ${digits(quality.mrr10)} |`;
    }),
  ];
}

function labelsTable({ labels }: SearchModelCard): string[] {
  const { ranker, seeds, gain } = labels;
  return [
    `Weighted clicks against plain ones (${ranker}, a log of its own for each seed), NDCG@10 by the truth:`,
    "",
    "| seed | clicks | clicks, weighted | grades |",
    "|---|---|---|---|",
    ...seeds.map(
      ({ seed, clicks, clicksIps, grades }) =>
        `| ${seed} | ${digits(clicks)} | ${digits(clicksIps)} | ${digits(grades)} |`,
    ),
    "",
    `Gain of the weights: ${gain.mean.toFixed(4)} (${gain.low.toFixed(4)} to ${gain.high.toFixed(4)}).`,
  ];
}

export function describeSearchCard(card: SearchModelCard): string {
  const { version, world, trainingSeed, embeddingSize, parameters, metrics, limits } = card;
  const { head, torso, tail } = world.queries;
  return [
    `# Search models ${version}`,
    "",
    "Written by `npm run train-models`; not edited by hand.",
    "",
    `World: seed ${world.seed}, ${count(world.products)} products, ${count(head + torso + tail)} queries, ${count(world.searches)} searches with ${count(world.clicks)} clicks over ${world.days} days (hash ${world.hash}).`,
    `Training seed ${trainingSeed}. Two towers on one table: ${embeddingSize} dimensions, ${count(parameters.twoTower)} parameters.`,
    "",
    "Measured by the simulator's grades on queries that taught nothing.",
    "",
    ...metricsTable(metrics),
    "",
    `Re-ranked less BM25, NDCG@10: ${metrics.gain.mean.toFixed(3)} (${metrics.gain.low.toFixed(3)} to ${metrics.gain.high.toFixed(3)}).`,
    "",
    ...rankersTable(card),
    "",
    ...labelsTable(card),
    "",
    ...limits.map((limit) => `- ${limit}`),
    "",
  ].join("\n");
}
