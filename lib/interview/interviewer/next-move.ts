/**
 * What the interviewer says unasked: at most one thing at a time, with a pause in between, the most pressing first.
 * The same scene and state always give the same move, so a replayed interview is the same interview.
 */
import type { Trigger, Twist } from "@/lib/content/schemas/interviewer";
import { createRandom } from "@/lib/random";
import { askFinding } from "./ask-finding";
import { holds, isAtLeast, shareOfTime } from "./condition";
import { isTriggerIncluded, isTwistIncluded } from "./included";
import { type Listener, listen } from "./listen";
import {
  COOL_DOWN_SECONDS,
  INTERRUPT_COOL_DOWN_SECONDS,
  PRESSING,
  QUIET_END_SHARE,
  QUIET_START_SECONDS,
  questionsByNow,
  questionsIn,
  TWIST_LATEST_SHARE,
  TWIST_PATIENCE_SECONDS,
  WEAKEST_COOL_DOWN,
} from "./pacing";
import type { PreparedInterviewer } from "./prepare";
import { probesOf } from "./prompt-ids";
import { ENOUGH_CREDIT } from "./reply-to";
import { checkTwist } from "./twist-check";
import type { InterviewerState, NextMove, Scene } from "./types";
import { probeWeakest } from "./weakest-point";

type View = { prepared: PreparedInterviewer; scene: Scene; state: InterviewerState; listener: Listener };

function pick<T>(options: readonly T[], state: InterviewerState, label: string): T | undefined {
  return options[createRandom(`${state.seed}/${label}`).integer(Math.max(1, options.length))];
}

const isSuitable = (twist: Twist, scene: Scene): boolean =>
  isAtLeast(scene.level, twist.level) && isTwistIncluded(twist, scene);

/** The twist of this interview: one of those for the candidate's level. */
function plannedTwist({ prepared, scene, state }: View): Twist | undefined {
  const suitable = prepared.script.twists.filter((twist) => isSuitable(twist, scene));
  return pick(suitable, state, "twist");
}

function dueTwist(view: View): Twist | undefined {
  const { prepared, scene, state, listener } = view;
  if (state.prompted.some(({ kind }) => kind === "twist")) return undefined;
  const planned = plannedTwist(view);
  if (!planned) return undefined;
  if (holds(planned.when, scene, listener)) return planned;
  if (shareOfTime(scene) < TWIST_LATEST_SHARE) return undefined;
  const holding = prepared.script.twists.filter(
    (twist) => isSuitable(twist, scene) && holds(twist.when, scene, listener),
  );
  return pick(holding, state, "late-twist") ?? planned;
}

const isAsked = (state: InterviewerState, id: string): boolean =>
  state.prompted.some((entry) => entry.kind === "trigger" && entry.id === id);

/** Everything that it would ask for is there, or has been asked for in other words. */
function isMoot({ enough, probes }: Trigger, { prepared, scene, state, listener }: View): boolean {
  if (enough !== undefined && holds(enough, scene, listener)) return true;
  if (probes.length === 0) return false;
  if (probes.every((point) => (scene.credits[point] ?? 0) >= ENOUGH_CREDIT)) return true;
  const asked = new Set(state.prompted.flatMap(({ id }) => probesOf(prepared, id)));
  return probes.every((point) => asked.has(point));
}

/** Whether the trigger that it follows on, or a stand-in of it, was the last thing asked, and ended that way. */
function isOnTheHeels({ after }: Trigger, { prepared, state }: View): boolean {
  const last = state.prompted.at(-1);
  if (!after || !last || last.settled !== after.outcome) return false;
  const standsInFor = prepared.triggers.get(last.id)?.insteadOf ?? [];
  return last.id === after.trigger || standsInFor.includes(after.trigger);
}

function isReady(trigger: Trigger, view: View): boolean {
  const { prepared, scene, state, listener } = view;
  if (!isAtLeast(scene.level, trigger.level) || isAsked(state, trigger.id)) return false;
  if (!isTriggerIncluded(trigger, prepared, scene)) return false;
  if (trigger.after ? !isOnTheHeels(trigger, view) : isMoot(trigger, view)) return false;
  return trigger.when === undefined || holds(trigger.when, scene, listener);
}

/** The trigger to ask now: the highest priority, interrupts before others, seeded among equals. */
function dueTrigger(view: View, isFollowOn: boolean): Trigger | undefined {
  const ready = view.prepared.script.triggers.filter(
    (trigger) => (trigger.after !== undefined) === isFollowOn && isReady(trigger, view),
  );
  const rank = (trigger: Trigger) => trigger.priority + (trigger.kind === "interrupt" ? 0.5 : 0);
  const highest = Math.max(...ready.map(rank));
  return pick(
    ready.filter((trigger) => rank(trigger) === highest),
    view.state,
    `trigger/${view.state.prompted.length}`,
  );
}

/** Seconds since the interviewer last brought something up; infinite when it has not yet. */
function sinceLast({ scene, state }: View): number {
  const last = state.prompted.at(-1);
  return last ? scene.elapsedSeconds - last.atSeconds : Number.POSITIVE_INFINITY;
}

const isOpen = (state: InterviewerState): boolean => state.prompted.some(({ settled }) => settled === null);

const asked = ({ state }: View): number => state.prompted.filter(({ kind }) => kind === "trigger").length;
/** So many questions are enough: for the whole interview, and, if they can wait, for now. */
const isTalkative = (view: View): boolean => asked(view) >= questionsIn(view.scene);
const isAhead = (view: View): boolean => asked(view) >= questionsByNow(view.scene);

const toMove = ({ id, question, kind, probes }: Trigger): NextMove => ({
  kind: "trigger",
  id,
  text: question,
  tone: kind,
  probes,
});

function twistMove(view: View): NextMove | null {
  const twist = sinceLast(view) >= TWIST_PATIENCE_SECONDS ? dueTwist(view) : undefined;
  if (!twist || (isOpen(view.state) && shareOfTime(view.scene) < TWIST_LATEST_SHARE)) return null;
  return { kind: "twist", id: twist.id, text: twist.announce, change: twist.change };
}

function triggerMove(view: View): NextMove | null {
  if (isTalkative(view)) return null;
  const { prepared, scene, state } = view;
  const since = sinceLast(view);
  const coolDown = COOL_DOWN_SECONDS[scene.mode][scene.lengthMinutes];
  const trigger = dueTrigger(view, false);
  if (isAhead(view) && (trigger?.priority ?? 0) < PRESSING) return null;
  const finding = (trigger?.priority ?? 0) < PRESSING ? askFinding(scene, state) : null;
  if (finding) return since >= coolDown ? finding : null;
  if (trigger) {
    const isDue = since >= (trigger.kind === "interrupt" ? INTERRUPT_COOL_DOWN_SECONDS : coolDown);
    return isDue ? toMove(trigger) : null;
  }
  return since >= coolDown * WEAKEST_COOL_DOWN ? probeWeakest(prepared, scene, state) : null;
}

function followOnMove(view: View): NextMove | null {
  const trigger = isOpen(view.state) || isTalkative(view) ? undefined : dueTrigger(view, true);
  return trigger ? toMove(trigger) : null;
}

function note(state: InterviewerState, scene: Scene, move: NextMove): InterviewerState {
  const { kind, id } = move;
  if (kind === "courtesy") return { ...state, courtesies: [...state.courtesies, id] };
  const entry = { kind, id, atSeconds: scene.elapsedSeconds, stage: scene.stage, settled: null };
  return { ...state, prompted: [...state.prompted, entry] };
}

type Decided = { move: NextMove | null; state: InterviewerState };

function decide(
  prepared: PreparedInterviewer,
  scene: Scene,
  state: InterviewerState,
  choose: (view: View) => NextMove | null,
): Decided {
  const isQuiet = scene.elapsedSeconds < QUIET_START_SECONDS || shareOfTime(scene) > QUIET_END_SHARE;
  const move = isQuiet ? null : choose({ prepared, scene, state, listener: listen(prepared, scene) });
  return { move, state: move ? note(state, scene, move) : state };
}

/** The follow-up on what was settled just now, and the state with it noted; null when there is none. */
export const followOn = (prepared: PreparedInterviewer, scene: Scene, state: InterviewerState): Decided =>
  decide(prepared, scene, state, followOnMove);

/** What is due now, and the state with it noted; null when the interviewer stays quiet. */
export const nextMove = (prepared: PreparedInterviewer, scene: Scene, state: InterviewerState): Decided =>
  decide(prepared, scene, state, (view) => {
    const twist = twistMove(view);
    if (twist || isOpen(state)) return twist;
    return checkTwist(prepared, scene, state) ?? followOnMove(view) ?? triggerMove(view);
  });
