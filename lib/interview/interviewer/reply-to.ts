/**
 * Closes what the interviewer opened. A reply that earns a probed point, or says what the trigger waits for, is enough
 * and is acknowledged; one that does not is let go without insisting, and so is silence after a while.
 */
import { tokenise } from "@/lib/grading/text/tokens";
import { holds } from "./condition";
import { listen, saysNumber } from "./listen";
import type { PreparedInterviewer } from "./prepare";
import { askedFinding, checkedTwist, probesOf } from "./prompt-ids";
import { isWorkedIn } from "./twist-check";
import type { Acknowledgement, InterviewerState, Prompted, Scene } from "./types";
import { ENOUGH, LET_GO, say, TWIST_OPEN, TWIST_SHOWN } from "./wording";

/** A point with this credit has nothing left to ask about. */
export const ENOUGH_CREDIT = 0.5;
/** A reply to something that probes no point is enough when it is at least a sentence. */
const ENOUGH_WORDS = 10;
const PATIENCE_SECONDS = 150;

type Judged = { scene: Scene; open: Prompted; reply: string | null };

/** Without a reply, an edited answer has to cover all that was asked about; a reply has to cover its main point. */
function isCredited(points: readonly string[], { scene, reply }: Judged): boolean {
  const isOne = (point: string | undefined) =>
    point !== undefined && (scene.credits[point] ?? 0) >= ENOUGH_CREDIT;
  if (points.length === 0) return false;
  if (reply === null) return points.every(isOne);
  return isOne(points[0]) || (tokenise(reply).length >= ENOUGH_WORDS && points.some(isOne));
}

function isEnough(prepared: PreparedInterviewer, judged: Judged): boolean {
  const { scene, open, reply } = judged;
  const words = reply === null ? 0 : tokenise(reply).length;
  const listener = listen(prepared, scene, reply);
  const twist = open.kind === "twist" ? open.id : checkedTwist(open.id);
  if (twist !== null) {
    const saysHowMuch = open.kind === "trigger" && words >= ENOUGH_WORDS && saysNumber(listener.reply());
    return saysHowMuch || isWorkedIn(prepared, scene, twist);
  }
  const finding = askedFinding(open.id);
  if (finding !== null) return words >= ENOUGH_WORDS || !scene.findings.some(({ id }) => id === finding);
  const points = probesOf(prepared, open.id);
  const enough = prepared.triggers.get(open.id)?.enough;
  if (enough !== undefined && holds(enough, scene, listener)) return true;
  if (points.length === 0 && enough === undefined) return words >= ENOUGH_WORDS;
  return isCredited(points, judged);
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
  const isTwist = open.kind === "twist";
  const close = (settled: Acknowledgement["settled"], phrases: readonly string[]): Settled => ({
    acknowledgement: { settled, text: say(phrases, state, open.id) },
    state: settle(state, open, settled),
  });
  if (isEnough(prepared, { scene, open, reply }))
    return close("enough", isTwist ? TWIST_SHOWN : ENOUGH[scene.mode]);
  const isOverdue = scene.elapsedSeconds - open.atSeconds >= PATIENCE_SECONDS;
  if (reply === null && !isOverdue) return { acknowledgement: null, state };
  return close("let-go", isTwist ? TWIST_OPEN : LET_GO[scene.mode]);
}
