/**
 * What the interviewer says unasked: at most one thing at a time, with a pause in between, the most pressing first.
 * The same scene and state always give the same move, so a replayed interview is the same interview.
 */
import type { Trigger, Twist } from "@/lib/content/schemas/interviewer";
import { LEVELS, type Level } from "@/lib/framework/stages";
import { createRandom } from "@/lib/random";
import { holds, type Listener, listen, shareOfTime } from "./condition";
import type { PreparedInterviewer } from "./prepare";
import type { InterviewerState, NextMove, Scene } from "./types";

/** Least working time between two moves, by length of the interview; an interrupt may come sooner. */
const COOL_DOWN_SECONDS: Record<Scene["lengthMinutes"], number> = { 30: 60, 45: 75, 60: 90 };
const INTERRUPT_COOL_DOWN_SECONDS = 25;
/** No first move before the candidate had time to say something. */
const QUIET_START_SECONDS = 30;
/** Share of time after which nothing new is opened. */
const QUIET_END_SHARE = 0.95;
/** One question per so many minutes of the interview, at most. */
const MINUTES_PER_QUESTION = 4;
/** By this share of time the twist has been given, whatever its condition says. */
const TWIST_LATEST_SHARE = 0.6;
/** A twist may cut in on an open question after this long. */
const TWIST_PATIENCE_SECONDS = 30;
/** A trigger whose points are credited this much has nothing left to ask. */
const CREDITED = 0.6;

const isFor = (level: Level, lowest: Level) => LEVELS.indexOf(lowest) <= LEVELS.indexOf(level);

function pick<T>(options: readonly T[], state: InterviewerState, label: string): T | undefined {
  return options[createRandom(`${state.seed}/${label}`).integer(Math.max(1, options.length))];
}

/** The twist of this interview: those of the candidate's own level come first. */
export function plannedTwist(
  prepared: PreparedInterviewer,
  scene: Scene,
  state: InterviewerState,
): Twist | undefined {
  return pick(
    prepared.script.twists.filter((twist) => isFor(scene.level, twist.level)),
    state,
    "twist",
  );
}

function dueTwist(
  prepared: PreparedInterviewer,
  scene: Scene,
  state: InterviewerState,
  listener: Listener,
): Twist | undefined {
  if (state.prompted.some(({ kind }) => kind === "twist")) return undefined;
  const planned = plannedTwist(prepared, scene, state);
  if (!planned) return undefined;
  if (holds(planned.when, scene, listener)) return planned;
  if (shareOfTime(scene) < TWIST_LATEST_SHARE) return undefined;
  const holding = prepared.script.twists.filter(
    (twist) => isFor(scene.level, twist.level) && holds(twist.when, scene, listener),
  );
  return pick(holding, state, "late-twist") ?? planned;
}

function isReady(trigger: Trigger, scene: Scene, state: InterviewerState, listener: Listener): boolean {
  if (!isFor(scene.level, trigger.level)) return false;
  if (state.prompted.some(({ kind, id }) => kind === "trigger" && id === trigger.id)) return false;
  const isMoot =
    trigger.probes.length > 0 && trigger.probes.every((point) => (scene.credits[point] ?? 0) >= CREDITED);
  return !isMoot && holds(trigger.when, scene, listener);
}

/** The trigger to ask now: the highest priority, interrupts before others, seeded among equals. */
function dueTrigger(
  prepared: PreparedInterviewer,
  scene: Scene,
  state: InterviewerState,
  listener: Listener,
): Trigger | undefined {
  const ready = prepared.script.triggers.filter((trigger) => isReady(trigger, scene, state, listener));
  const rank = (trigger: Trigger) => trigger.priority + (trigger.kind === "interrupt" ? 0.5 : 0);
  const highest = Math.max(...ready.map(rank));
  return pick(
    ready.filter((trigger) => rank(trigger) === highest),
    state,
    `trigger/${state.prompted.length}`,
  );
}

/** Seconds since the interviewer last brought something up; infinite when it has not yet. */
function sinceLast(scene: Scene, state: InterviewerState): number {
  const last = state.prompted.at(-1);
  return last ? scene.elapsedSeconds - last.atSeconds : Number.POSITIVE_INFINITY;
}

function note(
  state: InterviewerState,
  scene: Scene,
  kind: "trigger" | "twist",
  id: string,
): InterviewerState {
  const entry = { kind, id, atSeconds: scene.elapsedSeconds, stage: scene.stage, settled: null };
  return { ...state, prompted: [...state.prompted, entry] };
}

export type Turn = { move: NextMove | null; state: InterviewerState };

/** The trigger or twist that is due now, and the state with it noted; null when the interviewer stays quiet. */
export function nextMove(prepared: PreparedInterviewer, scene: Scene, state: InterviewerState): Turn {
  const quiet: Turn = { move: null, state };
  const since = sinceLast(scene, state);
  if (scene.elapsedSeconds < QUIET_START_SECONDS || shareOfTime(scene) > QUIET_END_SHARE) return quiet;
  const listener = listen(prepared, scene);
  const isOpen = state.prompted.some(({ settled }) => settled === null);
  const twist = since >= TWIST_PATIENCE_SECONDS ? dueTwist(prepared, scene, state, listener) : undefined;
  if (twist && (!isOpen || shareOfTime(scene) >= TWIST_LATEST_SHARE)) {
    const move: NextMove = { kind: "twist", id: twist.id, text: twist.announce, change: twist.change };
    return { move, state: note(state, scene, "twist", twist.id) };
  }
  const asked = state.prompted.filter(({ kind }) => kind === "trigger").length;
  if (isOpen || asked >= scene.lengthMinutes / MINUTES_PER_QUESTION) return quiet;
  const trigger = dueTrigger(prepared, scene, state, listener);
  if (!trigger) return quiet;
  const coolDown =
    trigger.kind === "interrupt" ? INTERRUPT_COOL_DOWN_SECONDS : COOL_DOWN_SECONDS[scene.lengthMinutes];
  if (since < coolDown) return quiet;
  const { id, question, kind, probes } = trigger;
  return {
    move: { kind: "trigger", id, text: question, tone: kind, probes },
    state: note(state, scene, "trigger", id),
  };
}
