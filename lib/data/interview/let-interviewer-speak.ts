/**
 * Lets the interviewer listen to an interview and speak of its own accord: a follow-up, a changed requirement, a word
 * on a reply. Called after a save has been answered; reading all answers takes hundreds of milliseconds, so it is
 * rationed. What it decides is appended only if nobody said anything meanwhile.
 */
import "server-only";
import { CASE_COLUMNS } from "@/lib/data/class-content/case-of-interview";
import { database } from "@/lib/data/database";
import { openSeat } from "@/lib/data/seat/seat-rows";
import { finishSpeech, sayLine } from "@/lib/data/speech/say-line";
import type { Said } from "@/lib/data/speech/speech-row";
import { env } from "@/lib/env";
import { elapsedMs } from "@/lib/interview/clock";
import type { ServerEvent } from "@/lib/interview/events";
import { pendingQuestions } from "@/lib/interview/seat/pending-questions";
import { whoSits } from "@/lib/interview/seat/seat";
import type { InterviewState } from "@/lib/interview/state";
import { refusalOf } from "@/lib/interview/transitions";
import { log } from "@/lib/log";
import type { Viewer } from "@/lib/viewer";
import { type Current, changeInterview } from "./change-interview";
import { answerPending, decideTurn, hasPendingReply } from "./interviewer-turn";
import { mayListen, rationed } from "./listening";
import { foldedAt, remember } from "./state-cache";

/** The interviewer opens nothing sooner than this after it last did. */
const LEAST_PAUSE_MS = 25_000;

/** What of a turn may still be said: nothing once a partner has sat down. */
const sayable = <Event extends ServerEvent>(current: Current, events: Event[], nowMs: number): Event[] =>
  whoSits(current.row.seat, nowMs) === "partner"
    ? []
    : events.filter((event) => refusalOf(current.state, event, nowMs) === null);

const isVoiceOn = () => env().languageModel?.isVoice === true;

/** A language model words the last thing of a turn, when that is a question or a word on a reply; the rest is the script's. */
function splitTurn(events: readonly ServerEvent[]): { scripted: ServerEvent[]; voiced: Said | null } {
  const last = events.at(-1);
  const isVoiced =
    isVoiceOn() &&
    last?.kind === "interviewer-said" &&
    (last.about.about === "trigger" || last.about.about === "acknowledgement");
  return isVoiced ? { scripted: events.slice(0, -1), voiced: last } : { scripted: [...events], voiced: null };
}

/** Cheap look: could anything come of listening now? */
function isWorthwhile(state: InterviewState, nowMs: number): boolean {
  if (state.status !== "running" || elapsedMs(state, nowMs) < LEAST_PAUSE_MS) return false;
  const last = state.prompted.at(-1);
  const isOpen = state.prompted.some((prompting) => prompting.settled === null);
  return isOpen || !last || nowMs - last.atMs >= LEAST_PAUSE_MS;
}

function isDue(interviewId: string, state: InterviewState, nowMs: number): boolean {
  if (!isWorthwhile(state, nowMs)) return false;
  if (hasPendingReply(state)) return true;
  return mayListen(interviewId, nowMs);
}

async function listenAndSpeak(viewer: Viewer, interviewId: string, now: Date): Promise<boolean> {
  const db = await database();
  const row = await db.interview.findFirst({
    where: { id: interviewId, ownerId: viewer.userId },
    select: { lastSeq: true, seed: true, ...CASE_COLUMNS },
  });
  if (!row) return false;
  const folded = await foldedAt(db, interviewId, row.lastSeq);
  remember(interviewId, folded);
  const { state } = folded;
  const nowMs = now.getTime();
  if (whoSits(await openSeat(db, interviewId), nowMs) === "partner") return false;
  const saying = { ownerId: viewer.userId, interviewId, ofCase: row, state, now, sayable };
  const speech = isVoiceOn() ? await finishSpeech(saying) : "quiet";
  if (speech !== "quiet") return speech === "said";
  // Nobody should wait for an answer because a partner went away; these need no reading of all answers.
  if (pendingQuestions(state).length > 0) {
    const { appended } = await changeInterview(viewer.userId, interviewId, now, (current) =>
      sayable(current, answerPending(current.row, current.state, nowMs), nowMs),
    );
    if (appended.length > 0) return true;
  }
  if (!isDue(interviewId, state, nowMs)) return false;
  const events = rationed(interviewId, nowMs, () => decideTurn(row, state, nowMs));
  if (events.length === 0) return false;
  const { scripted, voiced } = splitTurn(events);
  let after = state;
  if (scripted.length > 0) {
    const change = await changeInterview(viewer.userId, interviewId, now, (current) => {
      if (current.state.thread.length !== state.thread.length) return [];
      return sayable(current, scripted, nowMs);
    });
    if (change.appended.length === 0) return false;
    after = change.after;
  }
  const hasSpoken = voiced ? await sayLine({ ...saying, state: after }, voiced) : false;
  return hasSpoken || scripted.length > 0;
}

/** True when something was said. A failure is logged and fails nothing else. */
export async function letInterviewerSpeak(viewer: Viewer, interviewId: string, now: Date): Promise<boolean> {
  try {
    return await listenAndSpeak(viewer, interviewId, now);
  } catch (error) {
    log.error("interviewer-failed", error, { interviewId });
    return false;
  }
}
