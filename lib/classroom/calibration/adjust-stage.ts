/**
 * Moves the credits of all undecided points of one stage by the decided ones. Two answers are compared once for all
 * points of the stage, and of each undecided answer the graded ones are sorted once.
 */
import { type Adjusted, adjustCredit, type GradedNeighbour, NEIGHBOURS } from "./adjust-credit";
import { cosine, type WordVector, wordVectors } from "./word-vectors";

/** `credit`: 0 to 1 as a person decided; null: not yet. */
export type StagePoint = { pointId: string; machineCredit: number; credit: number | null };
export type StageAnswer = { submissionId: string; text: string; points: readonly StagePoint[] };
export type AdjustedPoint = Adjusted & { submissionId: string; pointId: string };

type Graded = { vector: WordVector; residuals: ReadonlyMap<string, number> };

const residualsOf = (points: readonly StagePoint[]): Map<string, number> =>
  new Map(
    points.flatMap(({ pointId, machineCredit, credit }) =>
      credit === null ? [] : [[pointId, credit - machineCredit]],
    ),
  );

/** The graded answers that have any word in common with this one, the most similar first. */
function bySimilarity(vector: WordVector, graded: readonly Graded[]) {
  return graded
    .map((other) => ({ residuals: other.residuals, similarity: cosine(vector, other.vector) }))
    .filter(({ similarity }) => similarity > 0)
    .sort((one, other) => other.similarity - one.similarity);
}

function nearestOf(pointId: string, sorted: ReturnType<typeof bySimilarity>): GradedNeighbour[] {
  const nearest: GradedNeighbour[] = [];
  for (const { similarity, residuals } of sorted) {
    const residual = residuals.get(pointId);
    if (residual !== undefined) nearest.push({ similarity, residual });
    if (nearest.length === NEIGHBOURS) break;
  }
  return nearest;
}

/** One row an undecided point; `by` 0 where its credit stays the machine's. */
export function adjustStage(answers: readonly StageAnswer[]): AdjustedPoint[] {
  const vectors = wordVectors(answers.map(({ text }) => text));
  const graded: Graded[] = [];
  const counts = new Map<string, number>();
  for (const [i, { points }] of answers.entries()) {
    const residuals = residualsOf(points);
    for (const pointId of residuals.keys()) counts.set(pointId, (counts.get(pointId) ?? 0) + 1);
    const vector = vectors[i];
    if (vector && residuals.size > 0) graded.push({ vector, residuals });
  }
  return answers.flatMap(({ submissionId, points }, i) => {
    const undecided = points.filter(({ credit }) => credit === null);
    const vector = vectors[i];
    if (!vector || undecided.length === 0) return [];
    const sorted = bySimilarity(vector, graded);
    return undecided.map(({ pointId, machineCredit }) => ({
      ...{ submissionId, pointId },
      ...adjustCredit(machineCredit, nearestOf(pointId, sorted), counts.get(pointId) ?? 0),
    }));
  });
}
