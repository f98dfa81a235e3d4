/** What of an interview says how a design is meant: the texts, the typed choices, the sums, the board, and what was told. */
import type { Topic } from "@/lib/content/schemas/interviewer";
import type { Answers } from "@/lib/grading/types";
import type { Board } from "@/lib/interview/board";
import { answersOf } from "@/lib/interview/scene";
import type { InterviewState } from "@/lib/interview/state";
import type { Decisions } from "./design";
import type { World } from "./designs";

export type ToldFact = { id: string; topic: Topic; text: string };
export type ToldTwist = { id: string; text: string; change: string };

export type DesignSources = {
  world: World;
  answers: Answers;
  decisions: Decisions;
  estimates: readonly { id: string; name: string; expression: string }[];
  board: Board;
  /** Facts that the interviewer told. */
  facts: readonly ToldFact[];
  /** Requirements that changed, and that there was time to answer. */
  twists: readonly ToldTwist[];
};

/** A design takes this long to follow a changed requirement; before that nothing is held against it. */
const TIME_TO_ADAPT_MS = 240_000;

/** @param nowMs the instant of listening; leave it out for a finished interview, where every twist had its time */
export function designSourcesOf(state: InterviewState, world: World, nowMs?: number): DesignSources {
  const isSettled = ({ atMs }: { atMs: number }) => nowMs === undefined || nowMs - atMs >= TIME_TO_ADAPT_MS;
  return {
    world,
    answers: answersOf(state),
    decisions: Object.fromEntries(Object.entries(state.decisions).map(([id, { value }]) => [id, value])),
    estimates: state.estimates,
    board: state.board,
    facts: state.facts,
    twists: state.twists
      .filter(isSettled)
      .map(({ id, text, change }, i) => ({ id: id ?? `twist-${i + 1}`, text, change })),
  };
}
