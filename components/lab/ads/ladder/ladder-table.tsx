import { AD_MODEL_LABELS, CALIBRATION_LABELS } from "@/components/lab/ads/ads-words";
import { qualityColumns } from "@/components/lab/ads/studies/quality-columns";
import { formatCount, formatMilliseconds } from "@/components/lab/format";
import { type Column, Table } from "@/components/ui/table";
import type { AdLadder, AdLadderRow, AdQuality } from "@/lib/pipeline/ads/model-card";

type Line = { id: string; label: string; quality: AdQuality; row: AdLadderRow | null };

const COLUMNS: readonly Column<Line>[] = [
  { key: "model", header: "Model", rowHeader: true, className: "min-w-36", cell: ({ label }) => label },
  ...qualityColumns<Line>(({ quality }) => quality),
  {
    key: "over",
    header: "Over the truth",
    numeric: true,
    cell: ({ row }) => (row ? `+${(100 * row.overTruth).toFixed(1)} %` : "0 %"),
  },
  {
    key: "parameters",
    header: "Parameters",
    numeric: true,
    cell: ({ row }) => (row ? formatCount(row.parameters) : ""),
  },
  {
    key: "calibrated-by",
    header: "Calibration",
    cell: ({ row }) => (row ? CALIBRATION_LABELS[row.calibration] : ""),
  },
  {
    key: "seconds",
    header: "Trained in",
    numeric: true,
    cell: ({ row }) => (row ? formatMilliseconds(row.seconds * 1000) : ""),
  },
];

/** Each model in a row, the true probabilities last: nothing can be expected to predict better than they. */
export function LadderTable({ ladder }: { ladder: AdLadder }) {
  const lines: Line[] = [
    ...ladder.rows.map((row) => ({ id: row.model, label: AD_MODEL_LABELS[row.model], quality: row, row })),
    { id: "truth", label: "True probabilities", quality: ladder.truth, row: null },
  ];
  return (
    <Table
      dense
      caption={`${formatCount(ladder.testRows)} impressions of the test days with ${formatCount(ladder.testClicks)} clicks; trained on ${formatCount(ladder.trainRows)} rows of ${formatCount(ladder.trainImpressions)}, the other negatives thrown away`}
      columns={COLUMNS}
      rows={lines}
      rowKey={({ id }) => id}
    />
  );
}

/** Who is best, how near to the truth, and what the crosses are worth. */
export function describeLadder({ rows }: AdLadder): string {
  const best = rows.toSorted((a, b) => a.logLoss - b.logLoss)[0];
  const simple = rows.find(({ model }) => model === "logistic-regression");
  if (!best) return "";
  const nearness = `${AD_MODEL_LABELS[best.model]} is best: its log loss is ${(100 * best.overTruth).toFixed(1)} % above that of the true probabilities.`;
  if (!simple || simple === best) return nearness;
  return `${nearness} Logistic regression, which knows no pairs of features, is ${(100 * simple.overTruth).toFixed(1)} % above.`;
}
