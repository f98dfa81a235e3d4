/** What comes of each kind of labels over several seeds, in a sentence. */
import { signed } from "@/components/lab/search/results/product-words";
import type { LabelsComparison } from "@/lib/pipeline/product-search/measures";

/** How often weights won, by how much, and what share of the way to the grades they go. */
export function describeLabels({ seeds, gain, mean }: LabelsComparison): string {
  const wins = seeds.filter(({ clicks, clicksIps }) => clicksIps > clicks).length;
  const isSure = gain.low > 0 || gain.high < 0;
  const interval = `${signed(gain.low, 3)} to ${signed(gain.high, 3)}`;
  const lost = mean.grades - mean.clicks;
  const way =
    lost > 0 && gain.mean > 0
      ? ` That is ${Math.round((100 * gain.mean) / lost)} % of what clicks lose against grades.`
      : "";
  return `Weights win on ${wins} of ${seeds.length} seeds: NDCG@10 ${signed(gain.mean, 3)} against clicks as they are (95 % interval ${interval})${isSure ? "." : ", which may be chance."}${way}`;
}
