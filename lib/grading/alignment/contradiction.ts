/**
 * Does a window say the opposite of a target? Polarity of the words that both use, opposites ("more", "less"), roles that
 * are swapped, and statements that are taken back in so many words. It compares; it does not understand.
 */
import { ALIGNED, alignedWords } from "@/lib/grading/alignment/aligned-words";
import type { Bank, Reference, Target } from "@/lib/grading/alignment/bank";
import { announcesWrong, takesBack } from "@/lib/grading/alignment/denials";
import { isDenied, mainClauseNegations, NEGATORS, negatedTokens } from "@/lib/grading/alignment/negation";
import { rolesAreSwapped, saysOpposite, swappedOpposites } from "@/lib/grading/alignment/opposites";
import { recallOf } from "@/lib/grading/alignment/overlap";
import type { AnswerSegment, Window } from "@/lib/grading/alignment/windows";
import type { Token } from "@/lib/grading/text/tokens";

export type GateContext = {
  bank: Bank;
  target: Target;
  reference: Reference;
  window: Window;
  recall: number;
  text: string;
  /** The segments before and after the window. */
  preceding: AnswerSegment | null;
  following: AnswerSegment | null;
};

/** Weight of words in conflict below which there is nothing to speak of. */
const LEAST_CONFLICT = 0.5;

/** Whether each type of a reference that the window mentions is negated there, not negated, or both. */
function polarityOf(bank: Bank, reference: Reference, window: Window): Map<number, Set<boolean>> {
  const polarity = new Map<number, Set<boolean>>();
  for (const piece of window.segments) {
    for (const { type, negated, inReason } of alignedWords(bank, reference, piece)) {
      if (inReason || reference.open.has(type)) continue;
      polarity.set(type, (polarity.get(type) ?? new Set()).add(negated));
    }
  }
  return polarity;
}

/**
 * Share of aligned words whose polarity differs from the reference's, weighed by how central they are to the target:
 * "not at random" takes nothing away from "split by time". What the question names itself is affirmed and
 * denied in any answer, so it counts only where there is nothing else.
 */
function conflictShare({ bank, target, window }: GateContext, reference: Reference): number {
  const polarity = polarityOf(bank, reference, window);
  const isAllAsked = [...polarity.keys()].every((type) => bank.demoted.has(type));
  let aligned = 0;
  let conflicting = 0;
  for (const [type, seen] of polarity) {
    if (bank.demoted.has(type) && !isAllAsked) continue;
    const weight = target.polarity.get(type)?.weight ?? 0;
    aligned += weight;
    if (!seen.has(reference.negated.has(type))) conflicting += weight;
  }
  return conflicting >= LEAST_CONFLICT ? conflicting / aligned : 0;
}

const wordsOf = (piece: AnswerSegment) => piece.tokens.map(({ word }) => word).join(" ");

/** Taken back by the next sentence, or announced as wrong by the one before. */
function isTakenBack({ text, window, following, preceding }: GateContext): boolean {
  const isNear = (piece: AnswerSegment | null) => piece !== null && piece.part === window.part;
  if (preceding && isNear(preceding) && announcesWrong(text.slice(preceding.start, preceding.end)))
    return true;
  if (announcesWrong(text.slice(window.start, window.end))) return true;
  const after = following && isNear(following) ? [following] : [];
  return [...window.segments.slice(1), ...after].some((piece) => takesBack(wordsOf(piece)));
}

const MAX_CONFLICT = 0.25;
const MAX_TARGET_CONFLICT = 0.4;
/** Below this recall two texts are too far apart for their polarity to be compared. */
const MIN_RECALL_FOR_CONFLICT = 0.35;
const MIN_RECALL_FOR_SWAP = 0.5;
/** From here on a window is nearly the reference, and one more or one less "not" in its main clause decides. */
const NEARLY_THE_SAME = 0.75;

/** Share of a segment's words that belong to a reference from which on it is that reference in another order. */
const OWN_WORDS = 0.8;

/** References of a target that a window matches about as well as the best one; any of them may agree with it. */
const ABOUT_AS_GOOD = 0.7;

/** The words of a window that do not stand under a negation: "before, not after" says only before. */
function affirmedTokens(text: string, window: Window): Token[] {
  return window.segments.flatMap((piece) => {
    const negated = negatedTokens(text, piece.tokens);
    return piece.tokens.filter((_, i) => !negated[i]);
  });
}

/** Most of a segment's words are a reference's, most of the reference is there, and they play other roles. */
function swapsRoles(bank: Bank, reference: Reference, main: AnswerSegment): boolean {
  if (recallOf(reference, reference.weights, main.similarities) < NEARLY_THE_SAME) return false;
  const answer = alignedWords(bank, reference, main).map(({ type }) => type);
  if (answer.length < OWN_WORDS * main.units.length) return false;
  return rolesAreSwapped(reference.sequence, answer);
}

/** One more negation in the main clause than the reference has, or none at all where the reference has one. */
function isTurnedRound(reference: Reference, text: string, main: AnswerSegment): boolean {
  const own = mainClauseNegations(text, main.tokens);
  if (own > reference.mainNegations) return true;
  return own < reference.mainNegations && !main.tokens.some(({ word }) => NEGATORS.has(word));
}

/**
 * Share of a target's own words in a window whose polarity none of its references has. Unlike the comparison with single
 * references it also works where an answer uses the vocabulary in a wording of its own.
 */
function targetConflict({ bank, target, window }: GateContext): number {
  let [seen, conflicting] = [0, 0];
  for (const piece of window.segments) {
    piece.units.forEach((unit, i) => {
      for (const { type, similarity } of bank.types.matches(unit)) {
        const key = target.polarity.get(type);
        if (similarity < ALIGNED || !key || piece.inReason[i] || bank.demoted.has(type)) continue;
        seen += key.weight;
        if (!(piece.negated[i] ? key.negated : key.affirmed)) conflicting += key.weight;
      }
    });
  }
  return conflicting >= LEAST_CONFLICT ? conflicting / seen : 0;
}

/** Whether the window turns round what it shares with the target, seen from the references it is close to. */
function contradicts(context: GateContext, main: AnswerSegment): boolean {
  const { bank, target, reference, window, recall, text } = context;
  if (isDenied(text, main.tokens) && !reference.isDenied) return true;
  if (targetConflict(context) > MAX_TARGET_CONFLICT) return true;
  if (recall < MIN_RECALL_FOR_CONFLICT) return false;
  const close = target.references.filter(
    (other) =>
      other === reference || recallOf(other, other.weights, window.similarities) >= ABOUT_AS_GOOD * recall,
  );
  if (close.every((other) => conflictShare(context, other) > MAX_CONFLICT)) return true;
  const isSame = recallOf(reference, reference.weights, main.similarities) >= NEARLY_THE_SAME;
  if (isSame && isTurnedRound(reference, text, main)) return true;
  if (recall < MIN_RECALL_FOR_SWAP) return false;
  const affirmed = affirmedTokens(text, window);
  const words = new Set(affirmed.map(({ word }) => word));
  return close.every(
    (other) =>
      swappedOpposites(other.words, words) > 0 ||
      saysOpposite(other.tokens, affirmed) ||
      swapsRoles(bank, other, main),
  );
}

export const saysTheOpposite = (context: GateContext, main: AnswerSegment): boolean =>
  contradicts(context, main) || isTakenBack(context);
