/** What clicks say about relevance, in sentences made from the study's numbers. */
import { formatCount, formatMany, formatShare } from "@/components/lab/format";
import type { ClicksStudy, LabelsComparison } from "@/lib/pipeline/product-search/measures";

type Propensities = LabelsComparison["propensities"];

/** The last place against the first, and how far the estimate is off. */
export function describeBias(propensities: Propensities): string {
  const last = propensities.at(-1);
  if (!last) return "No position was measured.";
  const seen = last.truth ?? last.estimated;
  const errors = propensities.flatMap(({ truth, estimated }) =>
    truth === null ? [] : [Math.abs(estimated - truth)],
  );
  const off =
    errors.length === 0
      ? "people read from the top here, so that no chance belongs to a place alone"
      : `the estimate is off by ${Math.max(...errors).toFixed(2)} at most`;
  return `Place ${last.position} is seen ${formatShare(seen)} as often as the first; ${off}`;
}

/** Clicks by place in the ranked pages, against the pages in random order. */
export function describeRates({ clickRates }: Pick<ClicksStudy, "clickRates">): string {
  const [first, last] = [clickRates[0], clickRates.at(-1)];
  if (!first || !last || last.rate === 0) return "Clicks by position";
  const times = (above: number, below: number) => (below === 0 ? "many" : (above / below).toFixed(1));
  return `The first place gets ${times(first.rate, last.rate)} times the clicks of place ${last.position}; in random order still ${times(first.randomisedRate, last.randomisedRate)} times`;
}

/** The feature that clicks overrate most against grades. */
export function describeImportance(
  { importances }: Pick<ClicksStudy, "importances">,
  label: (name: string) => string,
): string {
  const most = importances.toSorted((a, b) => b.clicks - b.grades - (a.clicks - a.grades))[0];
  if (!most || most.clicks <= most.grades) return "Share of the score’s spread by feature";
  return `Clicks overrate most: ${label(most.name)}, ${formatShare(most.clicks)} of the score’s spread against ${formatShare(most.grades)} by grades`;
}

/** What a page is like for each kind of labels. */
export function describeClicks({ outcomes, pages, clicks }: ClicksStudy): string {
  const of = (name: string) => outcomes.find(({ labels }) => labels === name);
  const [grades, raw, weighted] = [of("grades"), of("clicks"), of("clicks-ips")];
  const read = `From ${formatCount(pages)} pages with ${formatMany(clicks, "click")}`;
  if (!grades || !raw || !weighted) return `${read}.`;
  return `${read}: NDCG@10 is ${raw.ndcg10.toFixed(3)} with clicks as they are, ${weighted.ndcg10.toFixed(3)} with weights, ${grades.ndcg10.toFixed(3)} with grades. Expected clicks on a page: ${raw.expectedClicks.toFixed(2)}, ${weighted.expectedClicks.toFixed(2)} and ${grades.expectedClicks.toFixed(2)}.`;
}
