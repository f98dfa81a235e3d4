/** One reading of one stage by a language model: what is sent, and the key under which its answer may be kept. */
import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { Point } from "@/lib/content/schemas/rubric";
import type { Stage } from "@/lib/framework/stages";
import { type Judgement, judgementSchema } from "@/lib/grading/second/schema";
import type { Answers, Part } from "@/lib/grading/types";
import { toStorable } from "@/lib/interview/storable-text";
import { estimateTokens, type LanguageModel, type Tokens } from "./language-model";
import {
  JUDGE_PROMPT_VERSION,
  judgePrompt,
  judgeSystem,
  judgeTokens,
  partsToSend,
  type SentPart,
} from "./prompts/judge-prompt";

export type StageReading = {
  stage: Stage;
  points: readonly Point[];
  parts: readonly SentPart[];
  /** Characters of the answer that did not fit. */
  leftOut: number;
  system: string;
  maxTokens: number;
  /** The same for the same answer, rubric, model and prompt. The fence's number is not in it. */
  hash: string;
  /** Tokens that the call takes at most, for the budget. */
  mostTokens: number;
};

export type ReadingOptions = {
  stage: Stage;
  points: readonly Point[];
  answers: Answers;
  rubricVersion: number;
  /** Provider and model: another one reads differently. */
  model: string;
};

export function prepareReading({
  stage,
  points,
  answers,
  rubricVersion,
  model,
}: ReadingOptions): StageReading {
  const { parts, leftOut } = partsToSend(answers, stage);
  const system = judgeSystem(stage, points);
  const maxTokens = judgeTokens(points.length);
  const hash = createHash("sha256")
    .update(JSON.stringify([JUDGE_PROMPT_VERSION, model, rubricVersion, system, parts]))
    .digest("hex");
  const sent = parts.map(({ text }) => text).join("");
  return {
    stage,
    points,
    parts,
    leftOut,
    system,
    maxTokens,
    hash,
    mostTokens: estimateTokens(system + sent) + maxTokens,
  };
}

export const partsOf = ({ parts }: StageReading): Part[] => parts.map(({ part }) => part);

/** A model writes what it likes, or what an answer talked it into: what cannot be stored would be asked for for ever. */
const storable = ({ points, followUp, injectionSeen }: Judgement): Judgement => ({
  points: points.map(({ id, quote, verdict, why }) => {
    return { id: toStorable(id), quote: toStorable(quote), verdict, why: toStorable(why) };
  }),
  followUp: toStorable(followUp),
  injectionSeen,
});

/** @throws ModelError, or ModelCancelled when `signal` was aborted */
export async function readStage(
  model: LanguageModel,
  { system, parts, maxTokens }: StageReading,
  signal: AbortSignal,
): Promise<{ judgement: Judgement; tokens: Tokens }> {
  const prompt = judgePrompt(parts, randomBytes(12).toString("hex"));
  const { value, tokens } = await model.judge({ system, prompt, maxTokens, schema: judgementSchema }, signal);
  return { judgement: storable(value), tokens };
}
