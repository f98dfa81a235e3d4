/** Triggers as a graph: chains that begin somewhere and end soon, and questions that are no doubles of each other. */
import type { SharedTrigger } from "@/lib/content/schemas/interviewer";
import { tokenise } from "@/lib/grading/text/tokens";

/** A question, a follow-up on its reply, and one more: then another matter. */
const DEEPEST = 2;
/** From this share of common words on, two questions are one. */
const SAME = 0.6;

export const wordsOf = (question: string): string[] => question.split(/\s+/).filter((word) => word !== "");

type StandIn = SharedTrigger & { insteadOf?: readonly string[] };
/** A case's own trigger that stands in for a shared one leads to the same follow-ups. */
const asks = ({ id, insteadOf = [] }: StandIn, wanted: string): boolean =>
  id === wanted || insteadOf.includes(wanted);

/** Why a follow-up can never be asked, or comes too deep; null when it is in order. */
export function chainProblem(trigger: SharedTrigger, all: readonly SharedTrigger[]): string | null {
  let depth = 0;
  for (let at: SharedTrigger | undefined = trigger; at?.after; depth++) {
    const { trigger: before }: NonNullable<SharedTrigger["after"]> = at.after;
    at = all.find((candidate) => asks(candidate, before));
    if (!at) return `Nobody asks ${before} in this case, so this is never reached.`;
    if (depth >= DEEPEST) return `Follow-ups go at most ${DEEPEST} deep.`;
  }
  return null;
}

const contentOf = (question: string): Set<string> =>
  new Set(tokenise(question).flatMap(({ stem, isFunction }) => (isFunction ? [] : [stem])));

/** Words in common, as a share of the words of both (Jaccard). */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((word) => other.has(word)).length;
  const both = one.size + other.size - common;
  return both === 0 ? 0 : common / both;
}

/** Id of another trigger that asks the same in nearly the same words. */
export function findDouble(trigger: SharedTrigger, all: readonly SharedTrigger[]): string | null {
  const words = contentOf(trigger.question);
  const double = all.find(
    ({ id, question }) => id !== trigger.id && overlap(words, contentOf(question)) >= SAME,
  );
  return double?.id ?? null;
}
