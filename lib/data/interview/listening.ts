/**
 * How often the interviewer reads all answers of an interview, which takes hundreds of milliseconds: rationed for each
 * interview and for the process, whether it is to speak itself or to suggest something to a partner.
 */
import "server-only";

/** An interview is listened to at most this often, unless the candidate has just replied. */
const LISTEN_EVERY_MS = 8_000;
/** Listening may take one part in five of a process's time. */
const REST_PER_WORK = 4;
/** The first listening of a process makes a case ready, too; the interviewer is not silent for long because of it. */
const MOST_REST_MS = 5_000;
const MAX_REMEMBERED = 2_000;

const listenedAt = new Map<string, number>();
let restUntilMs = 0;

export function mayListen(interviewId: string, nowMs: number): boolean {
  const last = listenedAt.get(interviewId) ?? Number.NEGATIVE_INFINITY;
  return nowMs - last >= LISTEN_EVERY_MS && performance.now() >= restUntilMs;
}

/** Runs `listen`, and notes when, and how long the process now has to do other things. */
export function rationed<T>(interviewId: string, nowMs: number, listen: () => T): T {
  if (listenedAt.size > MAX_REMEMBERED) listenedAt.clear();
  listenedAt.set(interviewId, nowMs);
  const startedMs = performance.now();
  try {
    return listen();
  } finally {
    const endedMs = performance.now();
    restUntilMs = endedMs + Math.min(MOST_REST_MS, REST_PER_WORK * (endedMs - startedMs));
  }
}
