/**
 * The language model behind one small interface: `judge` for a whole answer of a given shape, `ask` for a short text
 * as it is written. Knows nothing of interviews, people, budgets or the database (lib/data/language-model does).
 */
import "server-only";
import { generateText, type LanguageModelUsage, type Output, streamText } from "ai";
import * as z from "zod";
import { errorUnder, startDeadline, withTries } from "./attempts";
import { ModelError } from "./failure";
import { readJson } from "./json-answer";
import { type AnswerFormat, formatsOf, modelOf } from "./provider";
import type { LanguageModelSettings } from "./settings";

export type Tokens = { in: number; out: number };
/** `system` holds the rules; `prompt` holds what a person wrote, fenced. */
export type Request = { system: string; prompt: string; maxTokens: number };
export type JudgeRequest<Schema extends z.ZodType> = Request & { schema: Schema };
export type AskRequest = Request & { onText: (soFar: string) => void };

export type LanguageModel = {
  /** @throws ModelError, or ModelCancelled when `signal` was aborted */
  judge<Schema extends z.ZodType>(
    request: JudgeRequest<Schema>,
    signal: AbortSignal,
  ): Promise<{ value: z.output<Schema>; tokens: Tokens }>;
  /** @throws ModelError, or ModelCancelled when `signal` was aborted */
  ask(request: AskRequest, signal: AbortSignal): Promise<{ text: string; tokens: Tokens }>;
};

/** About four characters a token in English; on the safe side. */
const CHARACTERS_PER_TOKEN = 3.5;
export const estimateTokens = (text: string): number => Math.ceil(text.length / CHARACTERS_PER_TOKEN);

function tokensOf(usage: LanguageModelUsage | null, request: Request, answer: string): Tokens {
  return {
    in: usage?.inputTokens ?? estimateTokens(request.system + request.prompt),
    out: usage?.outputTokens ?? estimateTokens(answer),
  };
}

/** Asks for JSON of a schema and takes the text as it comes: reading it is readJson's. */
function jsonOutput(schema: z.ZodType): Output.Output<string, string, never> {
  return {
    name: "json",
    responseFormat: Promise.resolve({
      type: "json",
      name: "judgement",
      schema: z.toJSONSchema(schema, { target: "draft-7" }) as never,
    }),
    parseCompleteOutput: async ({ text }) => text,
    parsePartialOutput: async ({ text }) => ({ partial: text }),
    createElementStreamTransform: () => undefined,
  };
}

export function createLanguageModel(settings: LanguageModelSettings): LanguageModel {
  const formats = [...formatsOf(settings)];
  const common = ({ system, prompt, maxTokens }: Request, format: AnswerFormat, signal: AbortSignal) => ({
    model: modelOf(settings, format),
    system,
    prompt,
    maxOutputTokens: maxTokens,
    maxRetries: 0,
    abortSignal: signal,
  });

  async function generate(request: JudgeRequest<z.ZodType>, signal: AbortSignal) {
    for (;;) {
      const format = formats[0] ?? "none";
      try {
        return await generateText({
          ...common(request, format, signal),
          temperature: 0,
          ...(format !== "none" && { output: jsonOutput(request.schema) }),
        });
      } catch (error) {
        const isLast = formats.length <= 1;
        if (isLast || (error as { statusCode?: number }).statusCode !== 400) throw error;
        // Remembered, so that the refusal is met once and not with every answer.
        if (formats[0] === format) formats.shift();
      }
    }
  }

  return {
    judge: (request, signal) =>
      withTries(settings.deadlineMs, signal, async (deadline) => {
        const { text, usage } = await generate(request, deadline.signal);
        const value = readJson(text, request.schema);
        if (value === null) throw new ModelError("unreadable");
        return { value, tokens: tokensOf(usage, request, text) };
      }),
    ask: (request, signal) =>
      withTries(settings.deadlineMs, signal, (deadline) =>
        stream(
          settings,
          (inner) => common(request, "none", inner),
          request,
          AbortSignal.any([signal, deadline.signal]),
        ),
      ),
  };
}

async function stream(
  settings: LanguageModelSettings,
  options: (signal: AbortSignal) => Parameters<typeof streamText>[0],
  request: AskRequest,
  outer: AbortSignal,
): Promise<{ text: string; tokens: Tokens }> {
  const firstToken = startDeadline(settings.firstTokenMs, outer);
  let text = "";
  try {
    const result = streamText({ ...options(firstToken.signal), onError: () => {} });
    for await (const part of result.fullStream) {
      if (part.type === "error") throw part.error;
      if (part.type === "abort") throw new Error("aborted");
      if (part.type === "text-delta" && part.text !== "") {
        firstToken.end();
        text += part.text;
        request.onText(text);
      }
    }
    const isWhole = (await result.finishReason) === "stop" && text.trim() !== "";
    if (!isWhole) throw new ModelError("cut");
    return { text, tokens: tokensOf(await result.totalUsage, request, text) };
  } catch (error) {
    if (outer.aborted) throw error;
    throw errorUnder(firstToken, outer, error, text !== "");
  } finally {
    firstToken.end();
  }
}
