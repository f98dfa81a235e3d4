import { STAGE_INFO } from "@/lib/framework/stages";
import type { Moment, MomentKind } from "@/lib/interview/replay/moments";

const KIND_WORDS: Record<MomentKind, string> = {
  stage: "You enter a stage",
  question: "You ask",
  answer: "The interviewer answers",
  "follow-up": "The interviewer asks",
  reply: "You reply",
  twist: "A requirement changes",
  hint: "A hint",
  board: "You draw",
  decision: "You decide",
  estimate: "You estimate",
  pause: "You pause",
  submitted: "Submitted",
};

const SUBMITTED_BY: Record<string, string> = { candidate: "by you", deadline: "by the clock" };

/** A moment in words: what happened, and what was said. */
export function momentWords({ kind, text, stage }: Moment): { what: string; said: string } {
  const what = KIND_WORDS[kind];
  if (kind === "stage" || kind === "hint")
    return { what, said: stage ? [STAGE_INFO[stage].title, text].filter(Boolean).join(": ") : text };
  if (kind === "submitted") return { what, said: SUBMITTED_BY[text] ?? "" };
  return { what, said: text };
}
