/** What the interviewer says: answers to questions, and what it brings up by itself. Decides; stores nothing. */
import "server-only";
import { type CaseColumns, caseOfInterview } from "@/lib/data/class-content/case-of-interview";
import { findFindings } from "@/lib/design/find-findings";
import { designSourcesOf } from "@/lib/design/sources";
import { gradeAnswers } from "@/lib/grading/grade-answers";
import type { ServerEvent } from "@/lib/interview/events";
import { foldEvent } from "@/lib/interview/fold";
import { answerMessage } from "@/lib/interview/interviewer/answer-message";
import { takeTurn } from "@/lib/interview/interviewer/take-turn";
import type { NextMove } from "@/lib/interview/interviewer/types";
import { answersOf, interviewerStateOf, sceneOf } from "@/lib/interview/scene";
import { pendingQuestions } from "@/lib/interview/seat/pending-questions";
import type { InterviewState } from "@/lib/interview/state";
import { serverEvent } from "./server-event";

/** The script's answers to a question, one per thing asked. */
export function answerQuestion(
  row: CaseColumns & { seed: string },
  state: InterviewState,
  question: { id: string; text: string },
  nowMs: number,
): ServerEvent[] {
  const prepared = caseOfInterview(row);
  if (!prepared) return [];
  const { replies } = answerMessage(prepared.interviewer, question.text, interviewerStateOf(state, row.seed));
  return replies.map(({ fact, answer }) => {
    const topic = prepared.interviewer.script.facts.find(({ id }) => id === fact)?.topic;
    const about =
      fact !== null && topic ? { about: "fact" as const, id: fact, topic } : { about: "unknown" as const };
    return serverEvent({ kind: "interviewer-said", text: answer, about, replyTo: question.id }, nowMs);
  });
}

/** The script's answers to all that waits for one: what a partner who is gone has left open. */
export function answerPending(
  row: CaseColumns & { seed: string },
  state: InterviewState,
  nowMs: number,
): ServerEvent[] {
  const answers: ServerEvent[] = [];
  let told = state;
  for (const question of pendingQuestions(state))
    for (const answer of answerQuestion(row, told, question, nowMs)) {
      answers.push(answer);
      told = foldEvent(told, { ...answer, seq: told.seq + 1 });
    }
  return answers;
}

/** The candidate's answer to what the interviewer waits for; null while there is none. */
function pendingReply(state: InterviewState): string | null {
  const open = state.prompted.find((prompting) => prompting.settled === null);
  const reply = state.thread.findLast((entry) => entry.role === "reply" && entry.replyTo === open?.entryId);
  return reply?.text ?? null;
}

/** True when the interviewer waits for a reply that has been given. */
export const hasPendingReply = (state: InterviewState): boolean => pendingReply(state) !== null;

function moveEvent(move: NextMove, nowMs: number): ServerEvent {
  const { id, text } = move;
  if (move.kind === "twist")
    return serverEvent({ kind: "twist-given", twistId: id, text, change: move.change }, nowMs);
  const about = { about: move.kind, id };
  return serverEvent({ kind: "interviewer-said", text, about, replyTo: null }, nowMs);
}

/** What the interviewer says now of its own accord; empty most of the time. Reads all answers, so it takes a while. */
export function decideTurn(
  row: CaseColumns & { seed: string },
  state: InterviewState,
  nowMs: number,
): ServerEvent[] {
  const prepared = caseOfInterview(row);
  if (!prepared) return [];
  const { points } = gradeAnswers(prepared.rubric, answersOf(state), { stages: state.setup?.stages });
  const credits = Object.fromEntries(points.map(({ id, credit }) => [id, credit]));
  const sources = designSourcesOf(state, prepared.world, nowMs);
  const findings = findFindings(prepared.rules, sources);
  const scene = sceneOf(state, nowMs, { credits, findings });
  if (!scene) return [];
  const { acknowledgement, move } = takeTurn(
    prepared.interviewer,
    scene,
    interviewerStateOf(state, row.seed),
    pendingReply(state),
  );
  const events: ServerEvent[] = [];
  if (acknowledgement) {
    const { text, settled } = acknowledgement;
    const about = { about: "acknowledgement" as const, settled };
    events.push(serverEvent({ kind: "interviewer-said", text, about, replyTo: null }, nowMs));
  }
  if (move) events.push(moveEvent(move, nowMs));
  return events;
}
