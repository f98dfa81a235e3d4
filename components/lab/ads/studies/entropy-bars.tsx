import { BarChart } from "@/components/charts/bar-chart";
import type { AdQuality } from "@/lib/pipeline/ads/model-card";

type EntropyBarsProps = {
  title: string;
  /** What the true probabilities reach on the same rows. */
  truth: AdQuality;
  rows: readonly { id: string; label: string; quality: AdQuality; note?: string }[];
};

/** By how much each log loss lies above that of the true probabilities, in percent: what could still be learnt. */
export function EntropyBars({ title, truth, rows }: EntropyBarsProps) {
  const overTruth = ({ logLoss }: AdQuality) => Math.max(0, logLoss / truth.logLoss - 1);
  return (
    <BarChart
      title={title}
      description="Log loss over that of the true probabilities, in percent; the table holds the same numbers."
      rows={rows.map(({ id, label, quality, note }) => ({
        id,
        label,
        ...(note !== undefined && { note }),
        valueLabel: `NE ${quality.normalizedEntropy.toFixed(4)}, +${(100 * overTruth(quality)).toFixed(2)} %`,
        segments: [{ id: "over", value: overTruth(quality), color: 1 }],
      }))}
    />
  );
}
