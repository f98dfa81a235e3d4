/**
 * One turn of the interviewer: it settles what is open and asks at most one thing. A follow-up on what was just
 * settled comes in the same breath; anything else waits for its pause.
 */
import { followOn, nextMove } from "./next-move";
import type { PreparedInterviewer } from "./prepare";
import { replyTo } from "./reply-to";
import type { Acknowledgement, InterviewerState, NextMove, Scene } from "./types";

export type Turn = {
  acknowledgement: Acknowledgement | null;
  move: NextMove | null;
  state: InterviewerState;
};

/** @param reply what the candidate wrote in answer to the open question; null while there is none */
export function takeTurn(
  prepared: PreparedInterviewer,
  scene: Scene,
  state: InterviewerState,
  reply: string | null,
): Turn {
  const { acknowledgement, state: settled } = replyTo(prepared, scene, state, reply);
  const next = (acknowledgement ? followOn : nextMove)(prepared, scene, settled);
  return { acknowledgement, ...next };
}
