/** The card of the ads models as Markdown. */
import type { AdLadderRow, AdModelCard, AdQuality } from "@/lib/pipeline/ads/model-card";

const count = (value: number) => value.toLocaleString("en");
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

const qualityCells = ({ logLoss, normalizedEntropy, auc, calibrationRatio, ece }: AdQuality) => [
  logLoss.toFixed(5),
  normalizedEntropy.toFixed(3),
  auc.toFixed(3),
  calibrationRatio.toFixed(3),
  ece.toFixed(5),
];
const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

const ladderLine = (row: AdLadderRow) =>
  line([
    row.model,
    ...qualityCells(row),
    percent(row.overTruth),
    percent(row.expectedOverTruth),
    count(row.parameters),
    `${row.seconds.toFixed(1)} s`,
  ]);

function ladderTable({ ladder }: AdModelCard): string[] {
  const heads = ["model", "log loss", "NE", "AUC", "predicted / observed", "ECE"];
  return [
    line([...heads, "over the truth", "expected", "parameters", "trained in"]),
    line(Array.from({ length: heads.length + 4 }, () => "---")),
    ...ladder.rows.map(ladderLine),
    line(["the truth", ...qualityCells(ladder.truth), "0 %", "0 %", "-", "-"]),
  ];
}

export function describeAdCard(card: AdModelCard): string {
  const { world, options, ladder, retrievalRecall, latency } = card;
  return `${[
    "# Models of the ads world",
    "",
    "Written by `npm run train-models -- ads`; not edited by hand.",
    "",
    `Data: a simulated log of ${count(world.impressions)} impressions over ${world.days} days (seed ${world.seed}), ${count(world.clicks)} clicks;`,
    `${count(world.ads)} ads of ${count(world.campaigns)} campaigns. Trained on days 0 to ${world.plan.trainEnd - 1}, calibrated on day ${world.plan.trainEnd}, tested on the ${world.plan.testEnd - world.plan.calibrationEnd} days after it`,
    `(${count(ladder.testRows)} impressions, ${count(ladder.testClicks)} clicks). Of the negatives ${percent(options.negativeRate ?? 1)} were kept; correction: ${options.correction}; calibration: ${options.calibration}; training seed ${options.seed}.`,
    "",
    ...ladderTable(card),
    "",
    "NE: log loss over that of the click rate of the training days. ECE: over ten bins of equally many rows.",
    "Over the truth: log loss over that of the true probabilities on the same rows; expected: the same without the noise of which clicks came.",
    "",
    `Two-tower: ${percent(retrievalRecall.at100)} of later clicked ads are among its first 100 (${percent(retrievalRecall.chance)} by chance).`,
    `From ${count(latency.eligible)} eligible ads to the winner: ${latency.p50Ms.toFixed(1)} ms in the middle, ${latency.p95Ms.toFixed(1)} ms at the 95th percentile, where this was trained.`,
    "",
    "Limits:",
    ...card.limits.map((limit) => `- ${limit}`),
  ].join("\n")}\n`;
}
