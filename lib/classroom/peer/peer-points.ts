/** Which points fellows mark: those that make the grade, and of them the heaviest, since a sheet of forty is not read. */

export const MOST_PEER_POINTS = 12;

/** @param points in the rubric's order, which is kept */
export function peerPoints<Point extends { weight: number; isExpected: boolean }>(
  points: readonly Point[],
): Point[] {
  const counted = points.filter(({ isExpected }) => isExpected);
  const heaviest = counted.toSorted((first, second) => second.weight - first.weight);
  const chosen = new Set(heaviest.slice(0, MOST_PEER_POINTS));
  return counted.filter((point) => chosen.has(point));
}
