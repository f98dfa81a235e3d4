/** Which words of an answer stand for which words of a reference, in the answer's order. */
import type { Bank, Reference } from "@/lib/grading/alignment/bank";
import type { AnswerSegment, Window } from "@/lib/grading/alignment/windows";

/** From this similarity on two words stand for each other. */
export const ALIGNED = 0.6;

export type AlignedWord = {
  /** Unit type of the reference. */
  type: number;
  similarity: number;
  /** Whether it stands under a negation in the answer. */
  negated: boolean;
  /** Whether it stands in a reason there. */
  inReason: boolean;
};

/** Words of one segment that stand for words of a reference; the others are left out. */
export function alignedWords(bank: Bank, reference: Reference, piece: AnswerSegment): AlignedWord[] {
  return piece.units.flatMap((unit, i) => {
    let best = -1;
    let bestSimilarity = ALIGNED;
    for (const { type, similarity } of bank.types.matches(unit)) {
      if (similarity >= bestSimilarity && reference.typeSet.has(type))
        [best, bestSimilarity] = [type, similarity];
    }
    return best >= 0
      ? [
          {
            type: best,
            similarity: bestSimilarity,
            negated: piece.negated[i] ?? false,
            inReason: piece.inReason[i] ?? false,
          },
        ]
      : [];
  });
}

/** Neighbours on either side that count as the context of a word (Sultan et al., 2014, use three). */
const CONTEXT = 3;

/** For each type of a sequence the types within CONTEXT places of it. */
export function contextsOf(sequence: readonly number[]): Map<number, ReadonlySet<number>> {
  const contexts = new Map<number, Set<number>>();
  sequence.forEach((type, i) => {
    const context = contexts.get(type) ?? new Set<number>();
    for (let j = Math.max(0, i - CONTEXT); j <= Math.min(sequence.length - 1, i + CONTEXT); j++) {
      const neighbour = sequence[j];
      if (neighbour !== undefined && neighbour !== type) context.add(neighbour);
    }
    contexts.set(type, context);
  });
  return contexts;
}

/**
 * Share of a reference's weight that the answer holds in the same company: each matched word counts by the share of its
 * neighbours in the reference that are near it in the answer too. Shuffled or scattered words lose what they say together.
 */
export function contextRecall(bank: Bank, reference: Reference, window: Window): number {
  const sequence = window.segments.flatMap((piece) => alignedWords(bank, reference, piece));
  const found = contextsOf(sequence.map(({ type }) => type));
  let [kept, total] = [0, 0];
  reference.types.forEach((type, i) => {
    const weight = reference.demotedWeights[i] ?? 0;
    total += weight;
    const own = found.get(type);
    const wanted = reference.contexts.get(type);
    if (!own || !wanted) return;
    let shared = 0;
    for (const neighbour of wanted) if (own.has(neighbour)) shared++;
    kept += weight * (wanted.size > 0 ? Math.min(1, shared / Math.min(wanted.size, CONTEXT)) : 1);
  });
  return total > 0 ? kept / total : 0;
}
