/**
 * Moves the credits of all undecided points of one stage by the decided ones. Two answers are compared once for all
 * points of the stage: a class of 2,500 with half of it graded is 1.6 million pairs.
 */
import { type Adjusted, adjustCredit, type GradedNeighbour, NEIGHBOURS } from "./adjust-credit";
import { cosinesTo, wordVectors } from "./word-vectors";

/** `credit`: 0 to 1 as a person decided; null: not yet. */
export type StagePoint = { pointId: string; machineCredit: number; credit: number | null };
export type StageAnswer = { submissionId: string; text: string; points: readonly StagePoint[] };
export type AdjustedPoint = Adjusted & { submissionId: string; pointId: string };

/** The graded answers to one point: places among all graded answers of the stage, and residuals there. */
type GradedPoint = { at: number[]; residuals: number[] };

function gradedPoints(graded: readonly StageAnswer[]): Map<string, GradedPoint> {
  const byPoint = new Map<string, GradedPoint>();
  for (const [at, { points }] of graded.entries())
    for (const { pointId, machineCredit, credit } of points) {
      if (credit === null) continue;
      const point = byPoint.get(pointId) ?? { at: [], residuals: [] };
      byPoint.set(pointId, point);
      point.at.push(at);
      point.residuals.push(credit - machineCredit);
    }
  return byPoint;
}

/** The k most similar, the first of equals before the later ones; without sorting the rest. */
function nearest({ at, residuals }: GradedPoint, similarities: Float64Array): GradedNeighbour[] {
  const found: GradedNeighbour[] = [];
  for (let i = 0; i < at.length; i++) {
    const similarity = similarities[at[i] ?? 0] ?? 0;
    const last = found[NEIGHBOURS - 1];
    if (similarity === 0 || (last && similarity <= last.similarity)) continue;
    const place = found.findIndex((one) => one.similarity < similarity);
    found.splice(place < 0 ? found.length : place, 0, { similarity, residual: residuals[i] ?? 0 });
    if (found.length > NEIGHBOURS) found.pop();
  }
  return found;
}

/** One row an undecided point; `by` 0 where its credit stays the machine's. It stops after each answer, as wordVectors does. */
export function* adjustStage(answers: readonly StageAnswer[]): Generator<void, AdjustedPoint[]> {
  const vectors = yield* wordVectors(answers.map(({ text }) => text));
  const isGraded = answers.map(({ points }) => points.some(({ credit }) => credit !== null));
  const byPoint = gradedPoints(answers.filter((_, i) => isGraded[i]));
  const similaritiesOf = cosinesTo(vectors.filter((_, i) => isGraded[i]));
  const rows: AdjustedPoint[] = [];
  for (const [i, { submissionId, points }] of answers.entries()) {
    const undecided = points.filter(({ credit }) => credit === null);
    const vector = vectors[i];
    if (!vector || undecided.length === 0) continue;
    const similarities = similaritiesOf(vector);
    for (const { pointId, machineCredit } of undecided) {
      const graded = byPoint.get(pointId) ?? { at: [], residuals: [] };
      const adjusted = adjustCredit(machineCredit, nearest(graded, similarities), graded.at.length);
      rows.push({ submissionId, pointId, ...adjusted });
    }
    yield;
  }
  return rows;
}
