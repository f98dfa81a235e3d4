/** One sentence of the script in a language model's words, checked while it is written. */
import "server-only";
import { randomBytes } from "node:crypto";
import {
  isSoundWording,
  type LeakCheck,
  MAX_QUESTION_WORDING,
} from "@/lib/interview/interviewer/check-wording";
import { ModelError } from "./failure";
import { cleanText } from "./fence";
import { estimateTokens, type LanguageModel, type Tokens } from "./language-model";
import { VOICE_MAX_TOKENS, voicePrompt, voiceSystem } from "./prompts/voice-prompt";

export type Line = {
  kind: "question" | "statement";
  /** The script's sentence. */
  scripted: string;
  /** What the candidate has just written. */
  context: string;
  leaks: LeakCheck;
};

export type Speaking = { system: string; prompt: string; mostTokens: number };

export function prepareLine({ kind, scripted, context }: Line): Speaking {
  const system = voiceSystem(kind);
  const prompt = voicePrompt(scripted, context, randomBytes(12).toString("hex"));
  return { system, prompt, mostTokens: estimateTokens(system + prompt) + VOICE_MAX_TOKENS };
}

/** White space around a wording, and characters that are taken out of it. */
const SPARE_CHARACTERS = 100;

/** The whole words so far: half a word cannot be checked. */
const wholeWords = (text: string): string => text.slice(0, text.search(/\s\S*$/) + 1).trimEnd();

/**
 * @param onWords is given only what has passed the check for what it gives away
 * @throws ModelError, `wording` when the words do not pass our checks
 */
export async function speakLine(
  model: LanguageModel,
  line: Line,
  { system, prompt }: Speaking,
  onWords: (soFar: string) => void,
): Promise<{ text: string; tokens: Tokens }> {
  const stop = new AbortController();
  let isWrong = false;
  const onText = (soFar: string) => {
    // A server that ignores the limit must not be read, word by word from the start, until the deadline.
    isWrong ||= soFar.length > MAX_QUESTION_WORDING + SPARE_CHARACTERS;
    const words = isWrong ? "" : wholeWords(cleanText(soFar));
    isWrong ||= line.leaks(words);
    if (isWrong) stop.abort();
    else if (words) onWords(words);
  };
  try {
    const { text, tokens } = await model.ask(
      { system, prompt, maxTokens: VOICE_MAX_TOKENS, onText },
      stop.signal,
    );
    const said = cleanText(text).trim();
    if (isWrong || line.leaks(said) || !isSoundWording(said, line.kind)) throw new ModelError("wording");
    return { text: said, tokens };
  } catch (error) {
    throw isWrong ? new ModelError("wording") : error;
  }
}
