/**
 * Lets the interviewer listen to an interview and speak of its own accord: a follow-up, a changed requirement, a word
 * on a reply. Called after a save has been answered; reading all answers takes hundreds of milliseconds, so it is
 * rationed. What it decides is appended only if nobody said anything meanwhile.
 */
import "server-only";
import { database } from "@/lib/data/database";
import { openSeat } from "@/lib/data/seat/seat-rows";
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
const sayable = (current: Current, events: ServerEvent[], nowMs: number): ServerEvent[] =>
  whoSits(current.row.seat, nowMs) === "partner"
    ? []
    : events.filter((event) => refusalOf(current.state, event, nowMs) === null);

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
    select: { lastSeq: true, seed: true },
  });
  if (!row) return false;
  const folded = await foldedAt(db, interviewId, row.lastSeq);
  remember(interviewId, folded);
  const { state } = folded;
  const nowMs = now.getTime();
  if (whoSits(await openSeat(db, interviewId), nowMs) === "partner") return false;
  // Nobody should wait for an answer because a partner went away; these need no reading of all answers.
  if (pendingQuestions(state).length > 0) {
    const { appended } = await changeInterview(viewer.userId, interviewId, now, (current) =>
      sayable(current, answerPending(current.row, current.state, nowMs), nowMs),
    );
    if (appended.length > 0) return true;
  }
  if (!isDue(interviewId, state, nowMs)) return false;
  const events = rationed(interviewId, nowMs, () => decideTurn(state, row.seed, nowMs));
  if (events.length === 0) return false;
  const { appended } = await changeInterview(viewer.userId, interviewId, now, (current) => {
    if (current.state.thread.length !== state.thread.length) return [];
    return sayable(current, events, nowMs);
  });
  return appended.length > 0;
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
