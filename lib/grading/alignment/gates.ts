/**
 * Gates cap the credit of a window and name their reason. Similarity alone accepts keyword lists, shuffled words
 * and negated sentences almost always; a model trained against some attacks does not resist the next one.
 * Explicit gates do, at a small and measured cost on honest answers.
 */
import { ALIGNED, alignedWords } from "@/lib/grading/alignment/aligned-words";
import { type Bank, MIN_ECHO_WORDS, type Reference } from "@/lib/grading/alignment/bank";
import { type GateContext, saysTheOpposite } from "@/lib/grading/alignment/contradiction";
import { looksLikeInjection } from "@/lib/grading/alignment/injection";
import { isList } from "@/lib/grading/alignment/lists";
import { isReordered, orderAgreement } from "@/lib/grading/alignment/order";
import { recallOf } from "@/lib/grading/alignment/overlap";
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

/**
 * One impossible pair of neighbours stands in fewer than 1 % of real sentences and in most shuffled ones; a second
 * one, or a matched vocabulary in a different order, settles it.
 */
function isShuffled(bank: Bank, reference: Reference, piece: AnswerSegment, text: string): boolean {
  const order = wordOrder(text, piece.tokens);
  if (order.oddPairs >= 2 && order.oddShare >= 0.12) return true;
  const aligned = alignedWords(bank, reference, piece).map(({ type }) => type);
  const { matched, inOrder, neighbours } = orderAgreement(reference.sequence, aligned);
  return order.oddPairs === 1 && matched >= 3 && (inOrder < 0.8 || neighbours < 0.4);
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

const MIN_ASKED = 0.6;

/** Share of a reference's own words, those that the question does not say itself, that a window says. */
function ownRecall({ bank, reference, window }: GateContext): number {
  const weights = reference.types.map((type, i) =>
    bank.demoted.has(type) ? 0 : (reference.weights[i] ?? 0),
  );
  const similarities = window.similarities.map((similarity) => (similarity >= ALIGNED ? similarity : 0));
  return recallOf(reference, weights, similarities);
}

/** Whoever repeats the whole question says at least so much of the answer beside it, or repeats the question only. */
const LEAST_BESIDE = 0.3;
const WHOLE_QUESTION = 0.8;

/**
 * Made of the question's words, or of a sentence that the candidate was shown. Naming one of two things that a question
 * offers is an answer: where the reference has nothing but the question's words, an echo repeats most of the question.
 */
function isEcho(context: GateContext, main: AnswerSegment): boolean {
  const { bank, reference, window } = context;
  if (isPastedBack(bank, main)) return true;
  if (bank.question.size === 0) return false;
  const stems = window.segments.flatMap(contentOf);
  const hasOwnWords = reference.types.some((type) => !bank.demoted.has(type));
  const own = hasOwnWords ? ownRecall(context) : 1;
  if (own === 0) return true;
  const asked = shareIn([...bank.question], new Set(stems));
  if (own < LEAST_BESIDE && bank.question.size >= MIN_ECHO_WORDS && asked >= WHOLE_QUESTION) return true;
  if (stems.length < 3 || shareIn(stems, bank.question) <= 0.85) return false;
  return hasOwnWords || asked >= MIN_ASKED;
}

/** The strictest gate that a window closes for a reference, or null. */
export function closedGate(context: GateContext): Gate | null {
  const { bank, target, reference, window, text } = context;
  if (looksLikeInjection(text.slice(window.start, window.end))) return "injection";
  const main = dominant(reference, window);
  if (!main) return null;
  if (isEcho(context, main)) return "echo";
  if (saysTheOpposite(context, main)) return "maybe-contradicts";
  const isAlone = context.preceding === null && context.following === null;
  if (isList(reference, window, main, text, isAlone)) return "mentioned";
  if (text[main.end - 1] === "?" && target.home !== "clarify") return "mentioned";
  const tokens = window.segments.flatMap((piece) => piece.tokens);
  const isDisordered =
    isShuffled(bank, reference, main, text) ||
    isReordered(reference.text, reference.tokens, tokens) ||
    isReordered(reference.text, reference.tokens, main.tokens);
  return isDisordered ? "order" : null;
}
