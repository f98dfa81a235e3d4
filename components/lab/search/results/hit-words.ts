/** The numbers of one hit in sentences, and the parts of its scores in the order in which they are told. */

import { signed } from "@/components/lab/search/results/product-words";
import { SOURCE_LABELS } from "@/components/lab/search/search-words";
import { SEARCH_FEATURES } from "@/lib/pipeline/product-search/features";
import type { Hit, SearchTrace } from "@/lib/pipeline/product-search/trace";

/** "BM25 at 3, two-tower at 12 (cosine 0.71): fused score 0.0298." */
export function describeFusion(
  { sources, dense, fusion }: Hit,
  { knobs }: Pick<SearchTrace, "knobs">,
): string {
  const ranks = sources.map(({ source, rank }) => {
    const cosine = source === "two-tower" && dense !== null ? `, cosine ${dense.toFixed(2)}` : "";
    return `${SOURCE_LABELS[source]} at rank ${rank}${cosine}`;
  });
  const missed = sources.some(({ source }) => source === "two-tower") || dense === null;
  const near = missed
    ? ""
    : ` Its vector is at a cosine of ${dense.toFixed(2)}: not near enough for the two-tower.`;
  const terms = sources.map(({ source, rank }) => {
    const weight = knobs.fusionWeights[source];
    return `${weight === 1 ? "1" : weight} / (${knobs.fusionConstant} + ${rank})`;
  });
  return `${ranks.join("; ")}. Fused: ${terms.join(" + ")} = ${fusion.toFixed(4)}.${near}`;
}

export const describeScore = ({ heads }: Hit): string => heads?.relevance.toFixed(2) ?? "nothing";

export type FeaturePart = { name: string; label: string; value: number; contribution: number };
const LABELS: Readonly<Record<string, string>> = Object.fromEntries(
  SEARCH_FEATURES.map(({ name, label }) => [name, label]),
);

/** Features by the size of what they add, the largest first. */
export function featureParts({ features }: Pick<Hit, "features">): FeaturePart[] {
  return features
    .map(({ name, value, contribution }) => ({ name, value, contribution, label: LABELS[name] ?? name }))
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
}

/** "1.20 at the start, +3.41 by features, −0.02 that the parts do not explain." */
export function describeSum({ base, remainder, features }: Hit): string {
  const sum = features.reduce((total, { contribution }) => total + contribution, 0);
  const rest = Math.abs(remainder) < 0.005 ? "" : `, ${signed(remainder)} that no single feature explains`;
  return `${base.toFixed(2)} to start with, ${signed(sum)} by features${rest}.`;
}

/** Three significant digits, without trailing zeros. */
export const shortNumber = (value: number): string => String(Number(value.toPrecision(3)));
