/**
 * Closes what the interviewer opened. A reply that earns one of the probed points is enough and is acknowledged;
 * a reply that does not is let go without insisting, and so is silence after a while.
 */
import { tokenise } from "@/lib/grading/text/tokens";
import { createRandom } from "@/lib/random";
import type { PreparedInterviewer } from "./prepare";
import type { Acknowledgement, InterviewerState, Prompted, Scene } from "./types";

const ENOUGH_CREDIT = 0.5;
/** A reply to something that probes no point is enough when it is at least a sentence. */
const ENOUGH_WORDS = 10;
const PATIENCE_SECONDS = 150;

const ENOUGH = [
  "That answers it. Go on.",
  "Good, that is what I wanted to hear. Please continue.",
  "Fine, clear enough. Carry on.",
  "All right, that convinces me. Where were you?",
];
const LET_GO = [
  "All right, let us leave it there.",
  "Let us not get stuck on this. Go on.",
  "We can come back to that. Please continue.",
  "Fine, I note it as open. Carry on.",
];
const TWIST_TAKEN = [
  "Good. Work it into your design where it belongs.",
  "All right, take it from there and change what has to change.",
  "Fine. Show me in the design what that does.",
];

function say(options: readonly string[], state: InterviewerState, open: Prompted): string {
  return options[createRandom(`${state.seed}/reply/${open.id}`).integer(options.length)] ?? "";
}

function isEnough(prepared: PreparedInterviewer, scene: Scene, open: Prompted, reply: string): boolean {
  const words = tokenise(reply).length;
  const trigger = prepared.script.triggers.find(({ id }) => id === open.id);
  if (!trigger || trigger.probes.length === 0) return words >= ENOUGH_WORDS;
  return trigger.probes.some((point) => (scene.credits[point] ?? 0) >= ENOUGH_CREDIT);
}

function settle(
  state: InterviewerState,
  open: Prompted,
  settled: Acknowledgement["settled"],
): InterviewerState {
  return {
    ...state,
    prompted: state.prompted.map((entry) => (entry === open ? { ...entry, settled } : entry)),
  };
}

export type Settled = { acknowledgement: Acknowledgement | null; state: InterviewerState };

/**
 * @param reply what the candidate wrote in answer to the open question, already part of `scene.answers` and graded
 *   into `scene.credits`; null when only time has passed or the answer itself was edited
 */
export function replyTo(
  prepared: PreparedInterviewer,
  scene: Scene,
  state: InterviewerState,
  reply: string | null,
): Settled {
  const open = state.prompted.find(({ settled }) => settled === null);
  if (!open) return { acknowledgement: null, state };
  const close = (settled: Acknowledgement["settled"], options: readonly string[]): Settled => ({
    acknowledgement: { settled, text: say(options, state, open) },
    state: settle(state, open, settled),
  });
  if (open.kind === "twist" && reply !== null) return close("enough", TWIST_TAKEN);
  if (isEnough(prepared, scene, open, reply ?? "")) return close("enough", ENOUGH);
  if (reply !== null) return close("let-go", LET_GO);
  return scene.elapsedSeconds - open.atSeconds >= PATIENCE_SECONDS
    ? close("let-go", LET_GO)
    : { acknowledgement: null, state };
}
