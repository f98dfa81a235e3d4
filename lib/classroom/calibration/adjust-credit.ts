/**
 * What a class's own grading says of the next answer to the same point: the machine's credit, moved by how far people
 * were from the machine on the most similar graded answers (k nearest neighbours on residuals; decision 39).
 */

/** A graded answer to a point, seen from an answer that is not graded yet. */
export type GradedNeighbour = {
  /** Cosine of the two answers, 0 to 1. */
  similarity: number;
  /** What a person gave less what the machine had suggested, -1 to 1. */
  residual: number;
};
export type Adjusted = {
  credit: number;
  /** How many graded answers moved it; 0: the machine's own. */
  by: number;
};

/** With fewer graded answers to a point than this nothing is learnt from them. */
export const LEAST_GRADED = 3;
export const NEIGHBOURS = 5;
/** Counts like so much similarity to an answer on which people agreed with the machine: few or distant neighbours move little. */
const SHRINKAGE = 1;

/**
 * \hat{c} = c + \frac{\sum_i s_i r_i}{\lambda + \sum_i s_i}, over the k most similar, held between 0 and 1.
 * @param machineCredit c, 0 to 1
 * @param graded graded answers to the point; all of them, or at least the k most similar
 * @param count how many graded answers there are, where not all are given
 */
export function adjustCredit(
  machineCredit: number,
  graded: readonly GradedNeighbour[],
  count = graded.length,
): Adjusted {
  if (count < LEAST_GRADED) return { credit: machineCredit, by: 0 };
  const nearest = graded
    .filter(({ similarity }) => similarity > 0)
    .toSorted((one, other) => other.similarity - one.similarity)
    .slice(0, NEIGHBOURS);
  if (nearest.length === 0) return { credit: machineCredit, by: 0 };
  const weight = nearest.reduce((sum, { similarity }) => sum + similarity, 0);
  const moved = nearest.reduce((sum, { similarity, residual }) => sum + similarity * residual, 0);
  const credit = machineCredit + moved / (SHRINKAGE + weight);
  return { credit: Math.min(1, Math.max(0, credit)), by: count };
}
