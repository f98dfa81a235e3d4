/** The two kinds of servers that are spoken to, through the AI SDK (decision 26). */
import "server-only";
import { createAnthropic } from "@ai-sdk/anthropic";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { LanguageModel } from "ai";
import type { LanguageModelSettings } from "./settings";

/** How an answer is asked to be JSON, from the strictest on; a server that refuses one is asked in the next. */
export const ANSWER_FORMATS = ["json-schema", "json-object", "none"] as const;
export type AnswerFormat = (typeof ANSWER_FORMATS)[number];

// The SDK warns on the console about each setting that a provider does not know; what it is sent is tested here.
(globalThis as { AI_SDK_LOG_WARNINGS?: boolean }).AI_SDK_LOG_WARNINGS = false;

/** A redirect could lead to an address that the host did not choose. */
const fetchHere: typeof fetch = (input, init) => fetch(input, { ...init, redirect: "error" });

export function modelOf(settings: LanguageModelSettings, format: AnswerFormat): LanguageModel {
  const { baseUrl, model, apiKey } = settings;
  if (settings.provider === "anthropic")
    return createAnthropic({ apiKey: apiKey ?? "", fetch: fetchHere, ...(baseUrl && { baseURL: baseUrl }) })(
      model,
    );
  const provider = createOpenAICompatible({
    name: "openai-compatible",
    baseURL: baseUrl ?? "",
    ...(apiKey && { apiKey }),
    fetch: fetchHere,
    includeUsage: true,
    supportsStructuredOutputs: format === "json-schema",
  });
  return provider(model);
}

/** Anthropic has no format between a schema and none. */
export const formatsOf = ({ provider }: LanguageModelSettings): readonly AnswerFormat[] =>
  provider === "anthropic" ? ["json-schema", "none"] : ANSWER_FORMATS;
