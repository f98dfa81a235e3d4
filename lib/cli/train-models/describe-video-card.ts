/** A model card as Markdown: what the models are, what they were trained on, how good, and what not to read into them. */

import { RANKER_NAMES } from "@/lib/pipeline/video/names";
import type { ModelCard, OfflineMetrics } from "@/lib/pipeline/video/trace";

const count = (value: number) => value.toLocaleString("en");
const digits = (value: number | undefined) => (value === undefined ? "-" : value.toFixed(3));

const LISTS = [
  ["Popularity", "popularity"],
  ["Item-to-item", "itemToItem"],
  ["Two-tower alone", "twoTower"],
  ["Ranked, no rules", "ranked"],
  ["Whole pipeline", "pipeline"],
] as const satisfies readonly (readonly [string, keyof OfflineMetrics])[];

function metricsTable(metrics: OfflineMetrics): string[] {
  return [
    "| list | NDCG@10 | recall@10 | expected watch |",
    "|---|---|---|---|",
    ...LISTS.map(([label, key]) => {
      const { ndcgAt10, recallAt10, expectedWatch } = metrics[key];
      return `| ${label} | ${digits(ndcgAt10)} | ${digits(recallAt10)} | ${digits(expectedWatch)} |`;
    }),
  ];
}

function rankersTable({ rankers, parameters, trainSeconds }: ModelCard): string[] {
  const rows = RANKER_NAMES.flatMap((name) => {
    const row = rankers[name];
    if (!row) return [];
    const { click, watch, like, hide } = row.headAuc;
    const cells = [
      name,
      count(parameters.rankers[name] ?? 0),
      digits(click),
      digits(watch),
      digits(like),
      digits(hide),
      digits(row.clickLogLoss),
      digits(row.expectedWatch),
      `${Math.round(trainSeconds.rankers[name] ?? 0)} s`,
    ];
    return [`| ${cells.join(" | ")} |`];
  });
  return [
    "| ranker | parameters | AUC click | watch | like | hide | log loss click | expected watch | trained in |",
    "|---|---|---|---|---|---|---|---|---|",
    ...rows,
  ];
}

export function describeCard(card: ModelCard): string {
  const { world, parameters, trainSeconds, metrics, loggedMetrics } = card;
  return [
    `# Models of the video world, ${card.version}`,
    "",
    "Written by `npm run train-models`; not edited by hand.",
    "",
    "## What",
    `A two-tower retriever (vectors of ${card.embeddingSize} numbers, ${count(parameters.twoTower)} parameters, trained in`,
    `${Math.round(trainSeconds.twoTower)} s) and four rankers with one head per action (click, watched share, like, hide).`,
    "Embedding tables are stored as int8 with one scale a row.",
    "",
    "## Data",
    `The simulated video world of seed ${world.seed}: ${count(world.loggedItems)} logged videos among ${count(world.items)},`,
    `${count(world.users)} people, ${world.days} days, ${count(world.impressions)} impressions, ${count(world.watches)} watches.`,
    `Hash of the logged part: ${world.hash}. Training seed ${card.trainingSeed}.`,
    `Held out: the last ${metrics.heldOutDays} days, ${count(metrics.users)} people.`,
    "",
    "## How good",
    "Expected watch: what the simulator, which knows the truth, expects of the first ten (watched videos a slate, each",
    "counted by its watched share). The other columns are measured on the held-out log.",
    "",
    `Over all ${count(world.items)} videos:`,
    "",
    ...metricsTable(metrics),
    "",
    `Over the ${count(world.loggedItems)} logged videos alone:`,
    "",
    ...metricsTable(loggedMetrics),
    "",
    "Each ranker on the same held-out impressions and candidates (logged videos, rules off):",
    "",
    ...rankersTable(card),
    "",
    "## Limits",
    ...card.limits.map((limit) => `- ${limit}`),
    "",
  ].join("\n");
}
