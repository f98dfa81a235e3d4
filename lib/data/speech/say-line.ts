/**
 * Has a language model say what the script has decided, and stores what was finally said: its words when they are whole
 * and pass our checks, the script's own otherwise, with the reason. When the process dies in between, the next one that
 * looks finds the row and says the script's words.
 */
import "server-only";
import { type CaseColumns, caseOfInterview } from "@/lib/data/class-content/case-of-interview";
import { type Current, changeInterview } from "@/lib/data/interview/change-interview";
import { withModel } from "@/lib/data/language-model/with-model";
import { env } from "@/lib/env";
import { leakCheck, type Secrets, secretsOf } from "@/lib/interview/interviewer/check-wording";
import type { ModelFailure } from "@/lib/interview/model-failure";
import { answersOf } from "@/lib/interview/scene";
import type { InterviewState } from "@/lib/interview/state";
import { ModelError } from "@/lib/llm/failure";
import { type Line, prepareLine, speakLine } from "@/lib/llm/speak";
import { log } from "@/lib/log";
import { tell } from "./channel";
import { beginSpeech, endSpeech, noteWords, readSpeech, type Said } from "./speech-row";

/** Which of the events may still be stored, given how the interview stands by then. */
export type Sayable = (current: Current, events: Said[], nowMs: number) => Said[];

const secrets = new WeakMap<object, Secrets>();

function secretsOfCase(ofCase: CaseColumns): Secrets | null {
  const prepared = caseOfInterview(ofCase);
  if (!prepared) return null;
  const known = secrets.get(prepared) ?? secretsOf(prepared.interviewer, prepared.rubric);
  secrets.set(prepared, known);
  return known;
}

/** The last thing that the candidate wrote where they are now: a reply, or the end of the answer. */
function contextOf(state: InterviewState): string {
  const last = state.thread.at(-1);
  if (last?.role === "reply") return last.text;
  const answers = answersOf(state);
  return answers[state.stage ?? "whole"] ?? "";
}

function lineOf({ state, ofCase }: Saying, event: Said): Line | null {
  const found = secretsOfCase(ofCase);
  if (!found) return null;
  const known = [...Object.values(answersOf(state)), ...state.thread.map(({ text }) => text), event.text];
  return {
    kind: event.about.about === "trigger" ? "question" : "statement",
    scripted: event.text,
    context: contextOf(state),
    leaks: leakCheck(
      found,
      known.filter((text) => text !== undefined),
    ),
  };
}

/** Rows are written at most this often while words arrive. */
const NOTE_EVERY_MS = 300;

async function word(ownerId: string, interviewId: string, event: Said, line: Line): Promise<Said> {
  let notedMs = performance.now();
  const onWords = (text: string) => {
    tell(interviewId, { eventId: event.eventId, text });
    if (performance.now() - notedMs < NOTE_EVERY_MS) return;
    notedMs = performance.now();
    noteWords(interviewId, event.eventId, text, new Date()).catch(() => {});
  };
  const speaking = prepareLine(line);
  const { text } = await withModel({
    ownerId,
    task: "voice",
    mostTokens: speaking.mostTokens,
    patienceMs: 0,
    call: (model) => speakLine(model, line, speaking, onWords),
  });
  return { ...event, text, voice: "model" };
}

export const inScriptWords = (event: Said, voiceFailure: ModelFailure): Said => ({ ...event, voiceFailure });

/** What has been opened and settled: a line is out of date once that has moved. */
const openedIn = ({ prompted }: InterviewState): string =>
  prompted.map(({ entryId, settled }) => `${entryId} ${settled}`).join(", ");

type Saying = {
  ownerId: string;
  interviewId: string;
  ofCase: CaseColumns;
  state: InterviewState;
  now: Date;
  sayable: Sayable;
};

async function store({ ownerId, interviewId, state, sayable }: Saying, event: Said, atMs: number) {
  const { appended } = await changeInterview(ownerId, interviewId, new Date(atMs), (current) => {
    const isStale = openedIn(current.state) !== openedIn(state) || current.eventIds.has(event.eventId);
    return isStale ? [] : sayable(current, [{ ...event, atMs }], atMs);
  });
  return appended.length > 0;
}

/** True when it was said, in whichever words; false when somebody else speaks, or it has gone out of date. */
export async function sayLine(saying: Saying, event: Said): Promise<boolean> {
  const { interviewId, ownerId, now } = saying;
  const startedMs = performance.now();
  const firstTokenMs = env().languageModel?.firstTokenMs ?? 0;
  const line = lineOf(saying, event);
  if (!line || !(await beginSpeech(interviewId, event, firstTokenMs, now))) return false;
  try {
    tell(interviewId, { eventId: event.eventId, text: "" });
    const said = await word(ownerId, interviewId, event, line).catch((error: unknown) => {
      if (!(error instanceof ModelError)) log.error("voice-failed", error, { interviewId });
      return inScriptWords(event, error instanceof ModelError ? error.failure : "cut");
    });
    return await store(saying, said, now.getTime() + Math.round(performance.now() - startedMs));
  } finally {
    await endSpeech(interviewId, event.eventId);
    tell(interviewId, null);
  }
}

/** "speaking" while somebody does; what a dead speaker left is said in the script's words first. */
export async function finishSpeech(saying: Saying): Promise<"speaking" | "said" | "quiet"> {
  const { interviewId, now } = saying;
  const speech = await readSpeech(interviewId, now);
  if (!speech) return "quiet";
  if (!speech.isDead) return "speaking";
  const isSaid = await store(saying, inScriptWords(speech.scripted, "cut"), now.getTime());
  await endSpeech(interviewId, speech.eventId);
  return isSaid ? "said" : "quiet";
}
