/**
 * What a partner can say from the interviewer's seat, and the event that it becomes. The script's own lines are named
 * by their id and worded here from the script, so that a told fact is the same fact whoever tells it, and a replay or a
 * report need not know who sat.
 */
import * as z from "zod";
import type { InterviewerScript } from "@/lib/content/schemas/interviewer";
import { PARTNERS_QUESTION, type ServerEventBody } from "@/lib/interview/events";
import type { InterviewState } from "@/lib/interview/state";
import { storableText } from "@/lib/interview/storable-text";
import { pendingQuestions } from "./pending-questions";

export const MAX_SPEECH_CHARS = 1_000;
const scriptId = z.string().regex(/^[a-z0-9-]{1,60}$/);
const text = storableText(MAX_SPEECH_CHARS).refine((words) => words.trim() !== "");

export const speechSchema = z.discriminatedUnion("say", [
  z.strictObject({ say: z.literal("fact"), id: scriptId }),
  z.strictObject({ say: z.literal("trigger"), id: scriptId }),
  z.strictObject({ say: z.literal("twist"), id: scriptId }),
  /** In the partner's words; the candidate's reply is waited for. */
  z.strictObject({ say: z.literal("question"), text }),
  /** In the partner's words; nothing is waited for. */
  z.strictObject({ say: z.literal("remark"), text }),
  /** Closes what waits for a reply. */
  z.strictObject({ say: z.literal("settle"), settled: z.enum(["enough", "let-go"]) }),
]);
export type Speech = z.infer<typeof speechSchema>;

export const SETTLE_WORDS = {
  enough: "Thank you, that answers it.",
  "let-go": "Let us leave it there.",
} as const;

const said = (
  about: Extract<ServerEventBody, { kind: "interviewer-said" }>["about"],
  words: string,
  replyTo: string | null = null,
): ServerEventBody => ({ kind: "interviewer-said", text: words, about, replyTo, voice: "partner" });

function scriptLine(
  script: InterviewerScript,
  state: InterviewState,
  speech: Extract<Speech, { id: string }>,
  replyTo: string | null,
): ServerEventBody | null {
  const { say, id } = speech;
  if (say === "fact") {
    const fact = script.facts.find((one) => one.id === id);
    // Told twice it is still said when somebody asks for it again.
    const isRepetition = replyTo === null && state.facts.some((learnt) => learnt.id === id);
    return fact && !isRepetition
      ? said({ about: "fact", id, topic: fact.topic }, fact.answer, replyTo)
      : null;
  }
  if (state.prompted.some((prompting) => prompting.kind === say && prompting.id === id)) return null;
  if (say === "trigger") {
    const trigger = script.triggers.find((one) => one.id === id);
    return trigger ? said({ about: "trigger", id }, trigger.question) : null;
  }
  const twist = script.twists.find((one) => one.id === id);
  if (!twist) return null;
  return { kind: "twist-given", twistId: id, text: twist.announce, change: twist.change, voice: "partner" };
}

/**
 * @param replyTo the candidate's question that this answers; dropped when it does not wait for an answer
 * @returns null when there is nothing to say: an unknown id, a line that was said already, nothing to settle
 */
export function partnerSays(
  script: InterviewerScript,
  state: InterviewState,
  speech: Speech,
  replyTo: string | null,
): ServerEventBody | null {
  const isPending = pendingQuestions(state).some((question) => question.id === replyTo);
  const answers = isPending ? replyTo : null;
  switch (speech.say) {
    case "remark":
      return said({ about: "remark" }, speech.text.trim(), answers);
    case "question":
      return said({ about: "trigger", id: PARTNERS_QUESTION }, speech.text.trim(), answers);
    case "settle": {
      const isOpen = state.prompted.some((prompting) => prompting.settled === null);
      const about = { about: "acknowledgement", settled: speech.settled } as const;
      return isOpen ? said(about, SETTLE_WORDS[speech.settled]) : null;
    }
    default:
      return scriptLine(script, state, speech, answers);
  }
}
