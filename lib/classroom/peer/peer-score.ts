/** What fellows' marks come to, how near they are to marks that are known, and what part of a grade they may be. */
import { weightedPercent } from "@/lib/classroom/score";
import { mean } from "@/lib/evaluation/classification";
import { krippendorffAlpha } from "@/lib/evaluation/krippendorff";

/** Point id -> 0, 0.5 or 1. */
export type PeerMarks = Readonly<Record<string, number>>;
export type WeightedPoint = { id: string; weight: number };

/** 0 to 100: the weighted mean of one reviewer's marks over the points of the sheet. */
export const percentOfMarks = (marks: PeerMarks, points: readonly WeightedPoint[]): number =>
  weightedPercent(points.map(({ id, weight }) => ({ weight, credit: marks[id] ?? 0 })));

/** 0 to 100: the median over the reviewers, which one careless or unkind reviewer of three does not move. Null for none. */
export function peerPercent(reviews: readonly PeerMarks[], points: readonly WeightedPoint[]): number | null {
  const percents = reviews
    .map((marks) => percentOfMarks(marks, points))
    .sort((first, second) => first - second);
  const [low, high] = [percents[(percents.length - 1) >> 1], percents[percents.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** Mean absolute difference from known marks, 0 to 1, over the points that both have; NaN for none. */
export function marksError(marks: PeerMarks, known: PeerMarks): number {
  const shared = Object.keys(known).filter((id) => id in marks);
  return mean(shared.map((id) => Math.abs((marks[id] as number) - (known[id] as number))));
}

/** Mean signed difference from known marks, -1 to 1: above 0 is generous. NaN for none. */
export function marksBias(marks: PeerMarks, known: PeerMarks): number {
  const shared = Object.keys(known).filter((id) => id in marks);
  return mean(shared.map((id) => (marks[id] as number) - (known[id] as number)));
}

/** Krippendorff's alpha over all (work, point) that two or more marked. @param works the reviews of each work */
export function peerAgreement(works: readonly (readonly PeerMarks[])[]): number {
  const units = works.flatMap((reviews) => {
    const ids = new Set(reviews.flatMap((marks) => Object.keys(marks)));
    return [...ids].map((id) => reviews.flatMap((marks) => (id in marks ? [marks[id] as number] : [])));
  });
  return krippendorffAlpha(units);
}

/**
 * The raw percentage of a grade of which fellows make a part: `(1 - w) \cdot staff + w \cdot fellows`. Without a review
 * the staff's stands alone.
 */
export function withPeerShare(raw: number, fellows: number | null, weightPercent: number): number {
  if (fellows === null) return raw;
  const share = weightPercent / 100;
  return (1 - share) * raw + share * fellows;
}
