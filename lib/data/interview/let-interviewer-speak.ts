/**
 * Lets the interviewer listen to an interview and speak of its own accord: a follow-up, a changed requirement, a word
 * on a reply. Called after a save has been answered; reading all answers takes hundreds of milliseconds, so it is
 * rationed. What it decides is appended only if nobody said anything meanwhile.
 */
import "server-only";
import { database } from "@/lib/data/database";
import { elapsedMs } from "@/lib/interview/clock";
import type { InterviewState } from "@/lib/interview/state";
import { refusalOf } from "@/lib/interview/transitions";
import { log } from "@/lib/log";
import type { Viewer } from "@/lib/viewer";
import { changeInterview } from "./change-interview";
import { decideTurn, hasPendingReply } from "./interviewer-turn";
import { foldedAt, remember } from "./state-cache";

/** An interview is listened to at most this often, unless the candidate has just replied. */
const LISTEN_EVERY_MS = 8_000;
/** Listening may take one part in five of a process's time. */
const REST_PER_WORK = 4;
/** The interviewer opens nothing sooner than this after it last did. */
const LEAST_PAUSE_MS = 25_000;
const MAX_REMEMBERED = 2_000;

const listenedAt = new Map<string, number>();
let restUntilMs = 0;

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
  const last = listenedAt.get(interviewId) ?? Number.NEGATIVE_INFINITY;
  return nowMs - last >= LISTEN_EVERY_MS && performance.now() >= restUntilMs;
}

/** Runs `listen`, and notes when, and how long the process now has to do other things. */
function rationed<T>(interviewId: string, nowMs: number, listen: () => T): T {
  if (listenedAt.size > MAX_REMEMBERED) listenedAt.clear();
  listenedAt.set(interviewId, nowMs);
  const startedMs = performance.now();
  try {
    return listen();
  } finally {
    const endedMs = performance.now();
    restUntilMs = endedMs + REST_PER_WORK * (endedMs - startedMs);
  }
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
  if (!isDue(interviewId, state, nowMs)) return false;
  const events = rationed(interviewId, nowMs, () => decideTurn(state, row.seed, nowMs));
  if (events.length === 0) return false;
  const { appended } = await changeInterview(viewer.userId, interviewId, now, ({ state: current }) => {
    if (current.thread.length !== state.thread.length) return [];
    return events.filter((event) => refusalOf(current, event, nowMs) === null);
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
