/** What an interleaving says, in sentences made from its numbers. */
import { formatCount } from "@/components/lab/format";
import { signed } from "@/components/lab/search/results/product-words";
import type { Interleaving } from "@/lib/pipeline/product-search/measures";

/** Who wins, from which page on that is more than chance, and whether the truth agrees. */
export function describeInterleaving({ curve, decidedAt, ndcg10 }: Interleaving): string {
  const last = curve.at(-1);
  if (!last) return "";
  const winner = last.preference.mean > 0 ? "the present knobs" : "the other";
  const isSure = last.preference.low > 0 || last.preference.high < 0;
  const truth = `By the truth NDCG@10 is ${ndcg10.left.toFixed(3)} against ${ndcg10.right.toFixed(3)}`;
  if (!isSure)
    return `After ${formatCount(last.impressions)} pages it is not decided: preference ${signed(last.preference.mean, 3)}, and the interval holds 0. ${truth}.`;
  const agrees = ndcg10.left > ndcg10.right === last.preference.mean > 0;
  return `Shoppers prefer ${winner}: ${signed(last.preference.mean, 3)} after ${formatCount(last.impressions)} pages${decidedAt === null ? "" : `, first told from chance after ${formatCount(decidedAt)}`}. ${truth}${agrees ? "." : ", the other way: clicks follow price and taste as well."}`;
}

/** The pages that an A/B test needs for the same answer. */
export function describeExperiment({ experiment }: Interleaving): string {
  const { leftRate, rightRate, pagesPerArm, interleavedPages } = experiment;
  const rates = `A page gets a click in ${(leftRate * 100).toFixed(1)} % of searches with the present knobs, in ${(rightRate * 100).toFixed(1)} % with the other.`;
  if (pagesPerArm === null || interleavedPages === null)
    return `${rates} There is no difference for an A/B test to find.`;
  const ratio = (2 * pagesPerArm) / interleavedPages;
  const less =
    ratio >= 1
      ? `${ratio >= 10 ? formatCount(Math.round(ratio)) : ratio.toFixed(1)} times as many`
      : "no more";
  return `${rates} To see that with a power of 80 % an A/B test takes ${formatCount(pagesPerArm)} pages in each arm, interleaving ${formatCount(interleavedPages)} in all: the test needs ${less}, since each shopper compares both with the same taste.`;
}
