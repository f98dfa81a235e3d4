/** Answers a message of the candidate: cuts it into questions, and answers each from the facts or honestly not. */

import type { Topic } from "@/lib/content/schemas/interviewer";
import { createRandom } from "@/lib/random";
import { type FactMatch, matchFact } from "./match-fact";
import type { PreparedInterviewer } from "./prepare";
import type { InterviewerState, QuestionReply } from "./types";

const MAX_QUESTIONS = 5;
const MAX_MESSAGE_CHARACTERS = 2_000;

/** "I will begin with a baseline", "First I'd like to ...": says what comes next and asks for nothing. */
const INTENT =
  /^(?:(?:ok(?:ay)?|so|well|now|first|then|next|and|let's see|right|thanks|hello|hi)[,.]?\s+)*(?:i'll|i will|i'm going to|i am going to|i'd (?:like to|start|begin)|i would (?:like to|start|begin)|let me|i start|i begin|i (?:choose|pick|propose|use|train|plan))\b/i;
/** What makes a statement a question after all: it is to be confirmed, or asks for something to be told. */
const WANTS_AN_ANSWER =
  /\b(?:assum\w*|suppose|presum\w*|guess\w*|take it|correct|right|know|understand|learn|ask\w*|hear|clarif\w*|confirm|tell|wonder\w*|whether|which|what|how|who|when|where|why)\b/i;

const isIntent = (sentence: string): boolean =>
  !sentence.includes("?") && INTENT.test(sentence) && !WANTS_AN_ANSWER.test(sentence.replace(INTENT, ""));

/**
 * The parts of a message that ask something; a message without any question mark is one question, unless it only says
 * what its writer is going to do.
 */
export function splitQuestions(message: string): string[] {
  const text = message.slice(0, MAX_MESSAGE_CHARACTERS).trim();
  if (text === "") return [];
  const sentences = text
    .split(/(?<=[?!])\s+|(?<=[^.\s]\.)\s+(?=\p{Lu})|\n+/u)
    .map((sentence) => sentence.replace(/^(?:[-*\u2022]|\d+[.)])\s*/, "").trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
  const asking = sentences.filter((sentence) => sentence.includes("?"));
  if (asking.length > 0) return asking.slice(0, MAX_QUESTIONS);
  if (sentences.every(isIntent)) return [];
  return sentences.length > 1 ? sentences.slice(0, MAX_QUESTIONS) : [text];
}

/** Cuts "what is the scale and what latency is allowed?" in two when both halves ask for different facts. */
function splitDouble(prepared: PreparedInterviewer, question: string): string[] {
  const halves = question.split(
    /,?\s+(?:and|as well as|plus)\s+|;\s*|,\s+(?=(?:what|how|which|who|where|when|is|are|do|does|can|should)\b)/iu,
  );
  if (halves.length < 2 || halves.length > 4) return [question];
  const matches = halves.map((half) => matchFact(prepared, half));
  const facts = matches.map(({ fact }) => fact?.id);
  const areDistinct = facts.every((id) => id !== undefined) && new Set(facts).size === facts.length;
  const whole = matchFact(prepared, question);
  const areClear = matches.every(({ score }) => score >= Math.min(0.55, whole.score));
  return areDistinct && areClear ? halves.map((half) => half.trim()) : [question];
}

const UNKNOWN: readonly string[] = [
  "I do not have that at hand. Assume what you need, say it aloud, and carry on.",
  "Good question; I can not tell you. Pick a sensible value, write it down as an assumption and go on.",
  "That one is open. Choose what you think is realistic and tell me how your design would change if you are wrong.",
  "I would leave that to you. State your assumption and we will see where it leads.",
  "Nobody has decided that yet. Make the choice yourself and say why.",
  "I do not know. Take an assumption that you could defend, and note it.",
];

const UNKNOWN_ABOUT: Partial<Record<Topic, string>> = {
  scale: "I have no number for that. Estimate it from what you know, say how, and go on.",
  privacy: "Legal has not told us more than that. Take the careful reading, and say so.",
  constraints: "Nothing is fixed there. Assume something ordinary and name it.",
  data: "I am not sure that we log that. Assume it is missing, or say how you would get it.",
  content: "I know no more about the content than that. Assume what is usual and say so.",
};

const GO_AHEAD: readonly string[] = [
  "Go ahead. Write it down as you go; ask me when you need a fact.",
  "All right, I am listening.",
  "Fine. Say why when you get there.",
];

function goAhead(message: string, state: InterviewerState): QuestionReply {
  const random = createRandom(`${state.seed}/go-ahead/${state.unknownReplies}`);
  const answer = GO_AHEAD[random.integer(GO_AHEAD.length)] ?? "";
  return { question: message.trim(), fact: null, topic: null, answer };
}

function unknownReply(topic: Topic | null, state: InterviewerState): string {
  const random = createRandom(`${state.seed}/unknown/${state.unknownReplies}`);
  const special = topic ? UNKNOWN_ABOUT[topic] : undefined;
  if (special && random.next() < 0.4) return special;
  return UNKNOWN[random.integer(UNKNOWN.length)] ?? UNKNOWN[0] ?? "";
}

const toReply = (question: string, match: FactMatch, state: InterviewerState): QuestionReply => ({
  question,
  fact: match.fact?.id ?? null,
  topic: match.topic,
  answer: match.fact?.answer ?? unknownReply(match.topic, state),
});

/** One reply per question of the message; the same fact is told once. */
export function answerMessage(
  prepared: PreparedInterviewer,
  message: string,
  state: InterviewerState,
): { replies: QuestionReply[]; state: InterviewerState } {
  let next = state;
  const replies: QuestionReply[] = [];
  const parts = splitQuestions(message);
  if (parts.length === 0 && message.trim() !== "")
    return {
      replies: [goAhead(message, state)],
      state: { ...state, unknownReplies: state.unknownReplies + 1 },
    };
  const questions = parts.flatMap((question) => splitDouble(prepared, question));
  for (const question of questions) {
    const reply = toReply(question, matchFact(prepared, question), next);
    const isRepeat = reply.fact !== null && replies.some(({ fact }) => fact === reply.fact);
    const isSecondUnknown = reply.fact === null && replies.some(({ fact }) => fact === null);
    if (isRepeat || isSecondUnknown) continue;
    if (reply.fact === null) next = { ...next, unknownReplies: next.unknownReplies + 1 };
    replies.push(reply);
  }
  return { replies, state: next };
}
