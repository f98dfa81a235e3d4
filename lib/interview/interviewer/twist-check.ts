/** Some minutes after a requirement changed: did the design change with it? Asked once, acknowledged once. */

import type { PreparedInterviewer } from "./prepare";
import { twistCheckPrompt } from "./prompt-ids";
import { twistAdapted } from "./twists";
import type { InterviewerState, NextMove, Prompted, Scene } from "./types";
import { say, TWIST_SEEN } from "./wording";

/** Share of the interview that the candidate has to work a twist in: three minutes of 45. */
const TIME_TO_ADAPT = 0.07;
/** From this credit of an adapted sentence on, the interviewer sees that something moved; the report asks for more. */
const MOVED = 0.35;
/** Not on the heels of the last thing said. */
const PAUSE_SECONDS = 20;

/** Something of the design moved since the twist: a sentence that fits it, a choice, or the board. */
export function isWorkedIn(prepared: PreparedInterviewer, scene: Scene, twist: string): boolean {
  const given = scene.twistGiven;
  if (!given) return false;
  return given.redesigned || twistAdapted(prepared, twist, given.before, scene.answers).credit >= MOVED;
}

const isDealtWith = (state: InterviewerState, id: string): boolean =>
  state.courtesies.includes(id) || state.prompted.some((entry) => entry.id === id);

/** The twist that was given and left open: no reply has shown yet what changes. */
const unanswered = (state: InterviewerState): Prompted | undefined =>
  state.prompted.find(({ kind, settled }) => kind === "twist" && settled === "let-go");

/** What to say about a twist now, or null. Nothing may be open. */
export function checkTwist(
  prepared: PreparedInterviewer,
  scene: Scene,
  state: InterviewerState,
): NextMove | null {
  const twist = unanswered(state);
  if (!twist) return null;
  const id = twistCheckPrompt(twist.id);
  const last = state.prompted.at(-1)?.atSeconds ?? 0;
  if (isDealtWith(state, id) || scene.elapsedSeconds - last < PAUSE_SECONDS) return null;
  if (isWorkedIn(prepared, scene, twist.id))
    return { kind: "courtesy", id, text: say(TWIST_SEEN, state, id) };
  const check = prepared.script.twists.find((candidate) => candidate.id === twist.id)?.check;
  const since = scene.elapsedSeconds - twist.atSeconds;
  if (check === undefined || since < TIME_TO_ADAPT * scene.lengthMinutes * 60) return null;
  return { kind: "trigger", id, text: check, tone: "push-back", probes: [] };
}
