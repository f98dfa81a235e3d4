/**
 * One point on a grader's screen: what the server has stored, what the grader wants and is not stored yet, and what was
 * refused. Choosing shows at once; it is wanted until the server has it, through lost connections and other graders.
 */
import { type DecidedBy, type Decision, isSameCredit } from "./decide";

/** A decision as the server tells it. `grader` is a name of the staff; `isMine` whether it is the reader's own. */
export type ShownDecision = {
  credit: number | null;
  revision: number;
  decidedBy: DecidedBy | null;
  grader: string | null;
  isMine: boolean;
  gradedAtMs: number | null;
};

type Wanted = { credit: number | null };
export type PointState = {
  stored: ShownDecision;
  wanted: Wanted | null;
  /** On its way to the server. */
  sent: Wanted | null;
  /** What was wanted when somebody else turned out to have decided differently; until the grader settles it. */
  refused: Wanted | null;
};

export const initialPoint = (stored: ShownDecision): PointState => ({
  stored,
  wanted: null,
  sent: null,
  refused: null,
});

/** What the screen shows: the grader's own will before what is stored. */
export const shownCredit = ({ stored, wanted }: PointState): number | null =>
  wanted ? wanted.credit : stored.credit;

export function choose(state: PointState, credit: number | null): PointState {
  // What is stored already needs no sending, unless something else is on its way and will be stored first.
  const isStored = state.sent === null && isSameCredit(credit, state.stored.credit);
  return { ...state, wanted: isStored ? null : { credit }, refused: null };
}

/** The decision to send, made upon what the grader sees; null when nothing is wanted or one is on its way. */
export function toSend(state: PointState): Decision | null {
  if (!state.wanted || state.sent) return null;
  return { credit: state.wanted.credit, revision: state.stored.revision };
}
export const markSent = (state: PointState): PointState => ({ ...state, sent: state.wanted });

/** The server has it. What was chosen meanwhile stays wanted. */
export function saved(state: PointState, stored: ShownDecision): PointState {
  const isSettled = state.wanted === null || isSameCredit(state.wanted.credit, stored.credit);
  return { stored, wanted: isSettled ? null : state.wanted, sent: null, refused: state.refused };
}

/** Somebody else decided first, and differently. */
export const refuse = (state: PointState, stored: ShownDecision): PointState => ({
  stored,
  wanted: null,
  sent: null,
  refused: state.wanted,
});

/** It did not arrive, or nobody knows: it stays wanted. */
export const failed = (state: PointState): PointState => ({ ...state, sent: null });

/** Keeps the other grader's decision. */
export const letStand = (state: PointState): PointState => ({ ...state, refused: null });

/** What somebody else decided meanwhile. While something is on its way the answer to that will tell. */
export function hear(state: PointState, stored: ShownDecision): PointState {
  if (state.sent || stored.revision <= state.stored.revision) return state;
  if (!state.wanted) return { ...state, stored };
  return isSameCredit(state.wanted.credit, stored.credit) ? saved(state, stored) : refuse(state, stored);
}
