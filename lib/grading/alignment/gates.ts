/**
 * Gates cap the credit of a window and name their reason. Similarity alone accepts keyword lists, shuffled words
 * and negated sentences almost always; a model trained against some attacks does not resist the next one.
 * Explicit gates do, at a small and measured cost on honest answers.
 */
import type { Bank, Reference, Target } from "@/lib/grading/alignment/bank";
import { recallOf } from "@/lib/grading/alignment/features";
import { looksLikeInjection } from "@/lib/grading/alignment/injection";
import { swappedOpposites } from "@/lib/grading/alignment/negation";
import { listShape, orderAgreement, wordOrder } from "@/lib/grading/alignment/order";
import type { AnswerSegment, Window } from "@/lib/grading/alignment/windows";
import type { Gate } from "@/lib/grading/types";

/** The most that a window can earn once a gate has closed. */
export const GATE_CAPS: Record<Gate, number> = {
  mentioned: 0.35,
  order: 0.35,
  echo: 0.05,
  "maybe-contradicts": 0.3,
  injection: 0,
};

const ALIGNED = 0.6;
const MIN_LIST_WORDS = 4;

/** Types of the reference that a segment's units stand for, in the segment's order; -1 entries are left out. */
function alignedTypes(
  bank: Bank,
  reference: Reference,
  piece: AnswerSegment,
): { type: number; negated: boolean }[] {
  const wanted = new Set(reference.types);
  return piece.units.flatMap((unit, i) => {
    let best = -1;
    let bestSimilarity = ALIGNED;
    for (const { type, similarity } of bank.types.matches(unit)) {
      if (similarity >= bestSimilarity && wanted.has(type)) [best, bestSimilarity] = [type, similarity];
    }
    return best >= 0 ? [{ type: best, negated: piece.negated[i] ?? false }] : [];
  });
}

/** The segment of a window that contributes most to a reference. */
function dominant(reference: Reference, window: Window): AnswerSegment | null {
  let best: AnswerSegment | null = null;
  let bestMass = -1;
  for (const piece of window.segments) {
    const mass = reference.types.reduce(
      (sum, type, i) => sum + (reference.weights[i] ?? 0) * (piece.similarities[type] ?? 0),
      0,
    );
    if (mass > bestMass) [best, bestMass] = [piece, mass];
  }
  return best;
}

function isList(reference: Reference, piece: AnswerSegment): boolean {
  const shape = listShape(piece.tokens);
  if (shape.contentWords < MIN_LIST_WORDS) return false;
  return shape.functionShare < Math.min(0.15, reference.functionShare * 0.6) || shape.contentPairShare > 0.75;
}

function isShuffled(bank: Bank, reference: Reference, piece: AnswerSegment, text: string): boolean {
  const order = wordOrder(text, piece.tokens);
  if (order.oddPairs >= 2 && order.oddShare >= 0.17) return true;
  const agreement = orderAgreement(
    reference.sequence,
    alignedTypes(bank, reference, piece).map(({ type }) => type),
  );
  if (agreement.matched < 5) return false;
  const isScrambled = agreement.inOrder < 0.55 && agreement.neighbours < 0.2;
  return isScrambled && order.oddPairs >= 1;
}

const contentOf = (piece: AnswerSegment) =>
  piece.tokens.filter((token) => !token.isFunction).map((token) => token.stem);
const shareIn = (stems: readonly string[], set: ReadonlySet<string>) =>
  stems.filter((stem) => set.has(stem)).length / stems.length;

/** Made of the question's words, or a sentence that the candidate was shown, pasted back almost whole. */
function isEcho(bank: Bank, window: Window, main: AnswerSegment): boolean {
  const all = window.segments.flatMap(contentOf);
  if (all.length >= 3 && shareIn(all, bank.question) > 0.85) return true;
  const stems = contentOf(main);
  if (stems.length < 5) return false;
  const own = new Set(stems);
  return bank.echoes.some((echo) => shareIn(stems, echo) > 0.85 && shareIn([...echo], own) > 0.8);
}

/** Weight share of aligned words whose polarity differs from the reference's. */
export function conflictShare(bank: Bank, reference: Reference, window: Window): number {
  const polarity = new Map<number, Set<boolean>>();
  for (const piece of window.segments) {
    for (const { type, negated } of alignedTypes(bank, reference, piece)) {
      const seen = polarity.get(type) ?? new Set();
      polarity.set(type, seen.add(negated));
    }
  }
  let aligned = 0;
  let conflicting = 0;
  for (const [type, seen] of polarity) {
    const weight = bank.typeWeights[type] ?? 0;
    aligned += weight;
    if (!seen.has(reference.negated.has(type))) conflicting += weight;
  }
  return aligned > 0 ? conflicting / aligned : 0;
}

const DENIAL =
  /\b(?:wrong|false|untrue|incorrect|mistake|unnecessary|pointless|disagree|nonsense)\b|\bnot (?:needed|necessary|true|important|required|useful|the case)\b/i;

/** A short sentence right after the window that takes it back: "That is wrong." */
function isTakenBack(text: string, window: Window, following: AnswerSegment | null): boolean {
  if (!following || following.part !== window.part || following.tokens.length > 8) return false;
  const sentence = text.slice(following.start, following.end);
  return /^(?:this|that|it|all of|none|i|we|but)\b/i.test(sentence) && DENIAL.test(sentence);
}

const MAX_CONFLICT = 0.3;
/** Below these recalls two texts are too far apart for their polarity to be compared. */
const MIN_RECALL_FOR_CONFLICT = 0.35;
const MIN_RECALL_FOR_SWAP = 0.6;

/** References of a target that a window matches about as well as the best one; any of them may agree with it. */
const ABOUT_AS_GOOD = 0.7;

function contradicts({ bank, target, reference, window, recall }: GateContext): boolean {
  if (recall < MIN_RECALL_FOR_CONFLICT) return false;
  const close = target.references.filter(
    (other) =>
      other === reference || recallOf(other, other.weights, window.similarities) >= ABOUT_AS_GOOD * recall,
  );
  if (close.every((other) => conflictShare(bank, other, window) > MAX_CONFLICT)) return true;
  if (recall < MIN_RECALL_FOR_SWAP) return false;
  const words = new Set(window.segments.flatMap((piece) => piece.tokens.map((token) => token.word)));
  return close.every((other) => swappedOpposites(other.words, words) > 0);
}

export type GateContext = {
  bank: Bank;
  target: Target;
  reference: Reference;
  window: Window;
  recall: number;
  text: string;
  following: AnswerSegment | null;
};

/** The strictest gate that a window closes for a reference, or null. */
export function closedGate(context: GateContext): Gate | null {
  const { bank, reference, window, text, following } = context;
  if (looksLikeInjection(text.slice(window.start, window.end))) return "injection";
  const main = dominant(reference, window);
  if (main && isEcho(bank, window, main)) return "echo";
  if (contradicts(context) || isTakenBack(text, window, following)) return "maybe-contradicts";
  if (main && isList(reference, main)) return "mentioned";
  if (main && isShuffled(bank, reference, main, text)) return "order";
  return null;
}
