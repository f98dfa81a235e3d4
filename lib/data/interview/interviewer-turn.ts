/**
 * When the interviewer speaks. Questions are answered in the transaction that stores them; what it brings up by
 * itself is decided after the save, outside the lock, and appended only if nobody was faster.
 */
import "server-only";
import { preparedCase } from "@/lib/content/prepared-case";
import { gradeAnswers } from "@/lib/grading/grade-answers";
import type { InterviewEvent, ServerEvent } from "@/lib/interview/events";
import { answerMessage } from "@/lib/interview/interviewer/answer-message";
import { nextMove } from "@/lib/interview/interviewer/next-move";
import { replyTo } from "@/lib/interview/interviewer/reply-to";
import { answersOf, interviewerStateOf, sceneOf } from "@/lib/interview/scene";
import type { InterviewState } from "@/lib/interview/state";
import { refusalOf } from "@/lib/interview/transitions";
import { log } from "@/lib/log";
import type { Viewer } from "@/lib/viewer";
import { type Change, changeInterview, type Locked } from "./change-interview";
import { serverEvent } from "./server-event";

/** The answers to a question, one per thing asked; nothing for other events. */
export function answerCandidate(
  row: Locked,
  state: InterviewState,
  event: InterviewEvent,
  nowMs: number,
): ServerEvent[] {
  const prepared = event.kind === "question-asked" ? preparedCase(row.caseSlug) : null;
  if (!prepared || event.kind !== "question-asked") return [];
  const { replies } = answerMessage(prepared.interviewer, event.text, interviewerStateOf(state, row.seed));
  return replies.map(({ fact, answer }) => {
    const topic = prepared.interviewer.script.facts.find(({ id }) => id === fact)?.topic;
    const about =
      fact !== null && topic ? { about: "fact" as const, id: fact, topic } : { about: "unknown" as const };
    return serverEvent({ kind: "interviewer-said", text: answer, about, replyTo: event.eventId }, nowMs);
  });
}

/** An interview is listened to at most this often, unless the candidate has just replied. */
const LISTEN_EVERY_MS = 6_000;
/** Reading all answers takes tens of milliseconds: it may take one part in five of a process's time. */
const REST_PER_WORK = 4;
const MAX_LISTENED = 2_000;
const listenedAt = new Map<string, number>();
let restUntilMs = 0;

function isDue(interviewId: string, nowMs: number, wasAnswered: boolean): boolean {
  if (wasAnswered) return true;
  const last = listenedAt.get(interviewId) ?? Number.NEGATIVE_INFINITY;
  return nowMs - last >= LISTEN_EVERY_MS && performance.now() >= restUntilMs;
}

/** Runs `listen` and notes when it ran and how long the process may now do other things. */
function listening<T>(interviewId: string, nowMs: number, listen: () => T): T {
  if (listenedAt.size > MAX_LISTENED) listenedAt.clear();
  listenedAt.set(interviewId, nowMs);
  const startedMs = performance.now();
  try {
    return listen();
  } finally {
    const endedMs = performance.now();
    restUntilMs = endedMs + REST_PER_WORK * (endedMs - startedMs);
  }
}

/** What the interviewer says now of its own accord; empty most of the time. */
function decideTurn(state: InterviewState, seed: string, reply: string | null, nowMs: number): ServerEvent[] {
  const prepared = state.setup ? preparedCase(state.setup.caseSlug) : null;
  if (!prepared) return [];
  const { points } = gradeAnswers(prepared.rubric, answersOf(state));
  const scene = sceneOf(state, nowMs, Object.fromEntries(points.map(({ id, credit }) => [id, credit])));
  if (!scene) return [];
  const settled = replyTo(prepared.interviewer, scene, interviewerStateOf(state, seed), reply);
  if (settled.acknowledgement) {
    const { text, settled: outcome } = settled.acknowledgement;
    const about = { about: "acknowledgement" as const, settled: outcome };
    return [serverEvent({ kind: "interviewer-said", text, about, replyTo: null }, nowMs)];
  }
  const { move } = nextMove(prepared.interviewer, scene, settled.state);
  if (!move) return [];
  const { id, text } = move;
  if (move.kind === "twist")
    return [serverEvent({ kind: "twist-given", twistId: id, text, change: move.change }, nowMs)];
  const about = { about: "trigger" as const, id };
  return [serverEvent({ kind: "interviewer-said", text, about, replyTo: null }, nowMs)];
}

/** Null when the interviewer stays quiet. Its failures are logged and never fail the save that it follows. */
export async function speakUp(
  viewer: Viewer,
  interviewId: string,
  saved: Change,
  now: Date,
): Promise<Change | null> {
  const { after: state, appended, seed } = saved;
  const nowMs = now.getTime();
  const reply = appended.findLast((event) => event.kind === "reply-given");
  if (state.status !== "running" || !isDue(interviewId, nowMs, reply !== undefined)) return null;
  try {
    const text = reply?.kind === "reply-given" ? reply.text : null;
    const events = listening(interviewId, nowMs, () => decideTurn(state, seed, text, nowMs));
    if (events.length === 0) return null;
    return await changeInterview(viewer.userId, interviewId, now, ({ state: current }) => {
      const isSame = current.thread.length === state.thread.length && current.status === "running";
      return isSame ? events.filter((event) => refusalOf(current, event, nowMs) === null) : [];
    });
  } catch (error) {
    log.error("interviewer-failed", error, { interviewId });
    return null;
  }
}
