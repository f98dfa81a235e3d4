/** The host's language model as people may know it: what it is, where it is, what it does. Never its key. */
import "server-only";
import { env } from "@/lib/env";

export type DescribedModel = { model: string; servedAt: string; isVoice: boolean; isJudge: boolean };

/** Null when there is none. */
export function describeLanguageModel(): DescribedModel | null {
  const settings = env().languageModel;
  if (!settings) return null;
  const { provider, model, baseUrl, isVoice, isJudge } = settings;
  const servedAt = baseUrl ? new URL(baseUrl).host : "api.anthropic.com";
  return { model: `${provider}/${model}`, servedAt, isVoice, isJudge };
}
