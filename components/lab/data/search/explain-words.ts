/** Why a hit stands where it stands, in a few sentences made from its explanation. */
import { STAGE_WORDS, STAGES, type StageName } from "@/components/lab/data/search/search-view";
import { formatShare } from "@/components/lab/format";
import type { CollectionExplanation } from "@/lib/pipeline/workers/calls/search-calls";

/** Without a second stage the last list is that of the first, or one that this hit is not on. */
function describeRanks({ ranks, second }: CollectionExplanation): string {
  const nameOf = (stage: StageName) =>
    stage === "reranked" && !second ? "default list" : STAGE_WORDS[stage];
  const places = STAGES.map((stage) => `${nameOf(stage)} ${ranks[stage] ?? "not in the first 100"}`);
  return `Places: ${places.join(", ")}.`;
}

function describeTerms({ terms }: CollectionExplanation): string {
  const found = terms.filter(({ frequency }) => frequency > 0);
  if (found.length === 0) return "It has none of the query's terms: only the vectors brought it.";
  const missing = terms.length - found.length;
  const strongest = [...found].sort((a, b) => b.contribution - a.contribution)[0];
  const rest = missing === 0 ? "all terms of the query" : `${found.length} of ${terms.length} terms`;
  return `It has ${rest}; "${strongest?.term}" adds most.`;
}

function describeSecond({ second }: CollectionExplanation): string {
  if (!second) return "The second stage did not score it: it stays out, or this is not among its candidates.";
  const { score, linear, trees, treeShare } = second;
  const signed = (value: number) => value.toFixed(2).replace("-", "−");
  return `The second stage gives ${signed(score)}: ${formatShare(1 - treeShare)} of the linear score ${signed(linear)}${treeShare > 0 ? ` and ${formatShare(treeShare)} of the trees' ${signed(trees)}` : ""}, both in standard deviations among the candidates.`;
}

export function explainScore(explanation: CollectionExplanation): string {
  const cosine = `Its vector has a cosine of ${explanation.dense.toFixed(3)} with the query's.`;
  return [describeRanks(explanation), describeTerms(explanation), cosine, describeSecond(explanation)].join(
    " ",
  );
}
