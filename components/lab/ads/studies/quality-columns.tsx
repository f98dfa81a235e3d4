/** The columns that every table of model quality has, in one order: the field's names, lower or nearer to 1 is better. */
import { formatRatio } from "@/components/lab/ads/ads-format";
import type { Column } from "@/components/ui/table";
import type { AdQuality } from "@/lib/pipeline/ads/model-card";

export function qualityColumns<Row>(of: (row: Row) => AdQuality): Column<Row>[] {
  const column = (key: string, header: string, format: (quality: AdQuality) => string): Column<Row> => ({
    key,
    header,
    numeric: true,
    cell: (row) => format(of(row)),
  });
  return [
    column("log-loss", "Log loss", ({ logLoss }) => logLoss.toFixed(5)),
    column("ne", "NE", ({ normalizedEntropy }) => normalizedEntropy.toFixed(4)),
    column("auc", "AUC", ({ auc }) => auc.toFixed(4)),
    column("calibration", "Predicted / observed", ({ calibrationRatio }) => formatRatio(calibrationRatio)),
    column("ece", "ECE", ({ ece }) => ece.toFixed(5)),
  ];
}

export const QUALITY_NOTE =
  "NE: normalised entropy, the log loss over that of always saying the click rate of the training days; 1 learns nothing, lower is better. AUC: how often a clicked impression stands above one that was not, blind to calibration. Predicted / observed: 1 is calibrated. ECE: mean distance of prediction and click rate over ten bins of equally many rows.";
