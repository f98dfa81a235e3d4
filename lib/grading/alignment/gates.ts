/**
 * Gates cap the credit of a window and name their reason. Similarity alone accepts keyword lists, shuffled words
 * and negated sentences almost always; a model trained against some attacks does not resist the next one.
 * Explicit gates do, at a small and measured cost on honest answers.
 */
import { type Bank, MIN_ECHO_WORDS, type Reference, type Target } from "@/lib/grading/alignment/bank";
import { recallOf } from "@/lib/grading/alignment/features";
import { looksLikeInjection } from "@/lib/grading/alignment/injection";
import {
  isDenied,
  mainClauseNegations,
  NEGATORS,
  negatedTokens,
  swappedOpposites,
} from "@/lib/grading/alignment/negation";
import { listShape, orderAgreement } from "@/lib/grading/alignment/order";
import type { AnswerSegment, Window } from "@/lib/grading/alignment/windows";
import { wordOrder } from "@/lib/grading/alignment/word-order";
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
/** A reference of so many different words can not be met by a fragment; a shorter one may be. */
const LONG_REFERENCE = 5;

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

const MANY_NUMBERS = 0.25;
const OPERATOR = /[=+\u00d7*<>|\u2248~\u2192]| [x/-] /g;

/** A line of figures joined by operators ("gateway 10 + features 15 = 25 ms") is a calculation, not a list. */
const isCalculation = (sentence: string, numberShare: number) =>
  numberShare >= MANY_NUMBERS && (sentence.match(OPERATOR)?.length ?? 0) >= 2;

/** A list of terms, or a fragment without any function word. */
function isList(reference: Reference, piece: AnswerSegment, sentence: string): boolean {
  const shape = listShape(piece.tokens);
  if (isCalculation(sentence, shape.numberShare)) return false;
  const isLongEnough = shape.contentWords >= MIN_LIST_WORDS || reference.types.length >= LONG_REFERENCE;
  const isBare = isLongEnough && shape.functionShare < Math.min(0.1, reference.functionShare * 0.5);
  const isGlued = shape.contentWords >= MIN_LIST_WORDS && shape.joinerShare > 0.7;
  return isBare || isGlued || (shape.contentWords >= MIN_LIST_WORDS && shape.contentPairShare > 0.8);
}

/**
 * One impossible pair of neighbours stands in fewer than 1 % of real sentences and in most shuffled ones; a second
 * one, or a matched vocabulary in a different order, settles it.
 */
function isShuffled(bank: Bank, reference: Reference, piece: AnswerSegment, text: string): boolean {
  const order = wordOrder(text, piece.tokens);
  if (order.oddPairs >= 2 && order.oddShare >= 0.12) return true;
  const aligned = alignedTypes(bank, reference, piece).map(({ type }) => type);
  const { matched, inOrder, neighbours } = orderAgreement(reference.sequence, aligned);
  return order.oddPairs === 1 && (matched < 3 || inOrder < 0.8 || neighbours < 0.4);
}

const contentOf = (piece: AnswerSegment) =>
  piece.tokens.filter((token) => !token.isFunction).map((token) => token.stem);
const shareIn = (stems: readonly string[], set: ReadonlySet<string>) =>
  stems.filter((stem) => set.has(stem)).length / stems.length;

// A segment is read for one bank and asked about once for each target.
const pastedBack = new WeakMap<AnswerSegment, boolean>();

/** A sentence that the candidate was shown, almost whole. */
function isPastedBack(bank: Bank, piece: AnswerSegment): boolean {
  const known = pastedBack.get(piece);
  if (known !== undefined) return known;
  const stems = contentOf(piece);
  const own = new Set(stems);
  const found =
    stems.length >= MIN_ECHO_WORDS &&
    bank.echoes.some((echo) => shareIn(stems, echo) > 0.8 && shareIn([...echo], own) > 0.8);
  pastedBack.set(piece, found);
  return found;
}

/** Made of the question's words, or of a sentence that the candidate was shown. */
function isEcho(bank: Bank, window: Window, main: AnswerSegment): boolean {
  const all = window.segments.flatMap(contentOf);
  if (all.length >= 3 && shareIn(all, bank.question) > 0.85) return true;
  return isPastedBack(bank, main);
}

/** Whether each type of a reference that the window mentions is negated there, not negated, or both. */
function polarityOf(bank: Bank, reference: Reference, window: Window): Map<number, Set<boolean>> {
  const polarity = new Map<number, Set<boolean>>();
  for (const piece of window.segments) {
    for (const { type, negated } of alignedTypes(bank, reference, piece)) {
      polarity.set(type, (polarity.get(type) ?? new Set()).add(negated));
    }
  }
  return polarity;
}

/**
 * Share of aligned words whose polarity differs from the reference's, weighed by how central they are to the target:
 * "not at random" takes nothing away from "split by time".
 */
function conflictShare({ bank, target, window }: GateContext, reference: Reference): number {
  const keyWeights = new Map(target.keyTypes.map((type, i) => [type, target.keyWeights[i] ?? 0]));
  let aligned = 0;
  let conflicting = 0;
  for (const [type, seen] of polarityOf(bank, reference, window)) {
    const weight = keyWeights.get(type) ?? 0;
    aligned += weight;
    if (!seen.has(reference.negated.has(type))) conflicting += weight;
  }
  return aligned > 0 ? conflicting / aligned : 0;
}

const DENIAL =
  /\b(?:wrong|false|untrue|incorrect|mistake|unnecessary|pointless|disagree|nonsense)\b|\bnot (?:needed|necessary|true|important|required|useful|the case)\b/i;

/** A short sentence that takes back what stood before it: "That is wrong." */
function isDenial(text: string, piece: AnswerSegment): boolean {
  if (piece.tokens.length > 8) return false;
  const sentence = text.slice(piece.start, piece.end);
  return /^(?:this|that|it|all of|none|i|we|but)\b/i.test(sentence) && DENIAL.test(sentence);
}

function isTakenBack({ text, window, following }: GateContext): boolean {
  const after = following && following.part === window.part ? [following] : [];
  return [...window.segments.slice(1), ...after].some((piece) => isDenial(text, piece));
}

const MAX_CONFLICT = 0.25;
/** Below this recall two texts are too far apart for their polarity to be compared. */
const MIN_RECALL_FOR_CONFLICT = 0.35;
const MIN_RECALL_FOR_SWAP = 0.5;
/** From here on a window is nearly the reference, and one more or one less "not" in its main clause decides. */
const NEARLY_THE_SAME = 0.75;

/** References of a target that a window matches about as well as the best one; any of them may agree with it. */
const ABOUT_AS_GOOD = 0.7;

/** The words of a window that do not stand under a negation: "before, not after" says only before. */
function affirmedWords(text: string, window: Window): Set<string> {
  return new Set(
    window.segments.flatMap((piece) => {
      const negated = negatedTokens(text, piece.tokens);
      return piece.tokens.filter((_, i) => !negated[i]).map((token) => token.word);
    }),
  );
}

/** One more negation in the main clause than the reference has, or none at all where the reference has one. */
function isTurnedRound(reference: Reference, text: string, main: AnswerSegment): boolean {
  const own = mainClauseNegations(text, main.tokens);
  if (own > reference.mainNegations) return true;
  return own < reference.mainNegations && !main.tokens.some(({ word }) => NEGATORS.has(word));
}

function contradicts(context: GateContext, main: AnswerSegment): boolean {
  const { target, reference, window, recall, text } = context;
  if (isDenied(text, main.tokens) && !reference.isDenied) return true;
  if (recall < MIN_RECALL_FOR_CONFLICT) return false;
  const close = target.references.filter(
    (other) =>
      other === reference || recallOf(other, other.weights, window.similarities) >= ABOUT_AS_GOOD * recall,
  );
  if (close.every((other) => conflictShare(context, other) > MAX_CONFLICT)) return true;
  const isSame = recallOf(reference, reference.weights, main.similarities) >= NEARLY_THE_SAME;
  if (isSame && isTurnedRound(reference, text, main)) return true;
  if (recall < MIN_RECALL_FOR_SWAP) return false;
  const words = affirmedWords(text, window);
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
  const { bank, reference, window, text } = context;
  if (looksLikeInjection(text.slice(window.start, window.end))) return "injection";
  const main = dominant(reference, window);
  if (!main) return null;
  if (isEcho(bank, window, main)) return "echo";
  if (contradicts(context, main) || isTakenBack(context)) return "maybe-contradicts";
  const sentence = text.slice(main.start, main.end);
  if (isList(reference, main, sentence) || sentence.endsWith("?")) return "mentioned";
  return isShuffled(bank, reference, main, text) ? "order" : null;
}
