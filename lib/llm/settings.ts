/**
 * What a host can set about the language model: the part of lib/env.ts that is about it. Nobody else can: an address
 * that a user could choose would let them send requests from the host's network (OWASP: server-side request forgery).
 */
import * as z from "zod";

const positive = (unit: string) => z.coerce.number(`must be a number of ${unit}`).positive();

/** The database counts tokens in 32 bits: a day's use and what is reserved have to fit. */
const MOST_TOKENS = 1_000_000_000;

export const languageModelFields = {
  /** Off unless a host says otherwise. Ollama, vLLM and OpenAI speak the first protocol. */
  LLM_PROVIDER: z.enum(["off", "openai-compatible", "anthropic"]).optional(),
  /** Where the model is served, for example http://localhost:11434/v1. */
  LLM_BASE_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => new URL(url).username === "", "must not hold a name or password: use LLM_API_KEY")
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  LLM_MODEL: z.string().max(200).optional(),
  /** Stays on the server: never in a page, a log or an error. */
  LLM_API_KEY: z.string().max(500).optional(),
  /** voice: it words the interviewer's questions. judge: it reads submitted answers as a second grader. */
  LLM_TASKS: z.enum(["voice", "judge", "both"]).default("both"),
  /** Prices of a million tokens in and out, for the host's page of costs. */
  LLM_PRICE_IN: z.coerce.number().min(0).optional(),
  LLM_PRICE_OUT: z.coerce.number().min(0).optional(),
  LLM_CURRENCY: z
    .string()
    .regex(/^[A-Z]{3}$/, "must be three letters, for example EUR")
    .default("USD"),
  /** Tokens, in and out together, that one person, and everybody together, may use on one day (UTC). */
  LLM_TOKENS_PER_PERSON: positive("tokens").int().max(MOST_TOKENS).default(200_000),
  LLM_TOKENS_PER_DAY: positive("tokens").int().max(MOST_TOKENS).default(5_000_000),
  /** The longest wait for one whole answer, and for its first token when it is streamed. */
  LLM_DEADLINE_SECONDS: positive("seconds").max(120).default(20),
  LLM_FIRST_TOKEN_SECONDS: positive("seconds").max(60).default(10),
};

type Fields = z.output<z.ZodObject<typeof languageModelFields>>;

export type LanguageModelSettings = {
  provider: "openai-compatible" | "anthropic";
  baseUrl: string | undefined;
  model: string;
  apiKey: string | undefined;
  isVoice: boolean;
  isJudge: boolean;
  /** Prices of one million tokens; null when the host has not said. */
  prices: { in: number; out: number } | null;
  currency: string;
  tokensPerPerson: number;
  tokensPerDay: number;
  deadlineMs: number;
  firstTokenMs: number;
};

const DEPENDENT = ["LLM_BASE_URL", "LLM_MODEL", "LLM_API_KEY"] as const;

/** Says which settings do not go together, all of them at once. */
export function checkLanguageModel(fields: Fields, context: z.RefinementCtx): void {
  const wrong = (path: keyof Fields, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  const { LLM_PROVIDER: provider } = fields;
  const given = DEPENDENT.filter((name) => fields[name] !== undefined);
  if (provider === undefined && given.length > 0)
    wrong("LLM_PROVIDER", `is needed beside ${given.join(", ")}: openai-compatible, anthropic or off`);
  if (provider === undefined || provider === "off") return;
  if (!fields.LLM_MODEL) wrong("LLM_MODEL", `is needed with LLM_PROVIDER=${provider}`);
  if (provider === "openai-compatible" && !fields.LLM_BASE_URL)
    wrong("LLM_BASE_URL", "is needed with LLM_PROVIDER=openai-compatible");
  if (provider === "anthropic" && !fields.LLM_API_KEY)
    wrong("LLM_API_KEY", "is needed with LLM_PROVIDER=anthropic");
  if ((fields.LLM_PRICE_IN === undefined) !== (fields.LLM_PRICE_OUT === undefined))
    wrong("LLM_PRICE_IN", "and LLM_PRICE_OUT are set both or not at all");
  if (fields.LLM_TOKENS_PER_PERSON > fields.LLM_TOKENS_PER_DAY)
    wrong("LLM_TOKENS_PER_PERSON", "is more than LLM_TOKENS_PER_DAY");
  if (fields.LLM_FIRST_TOKEN_SECONDS > fields.LLM_DEADLINE_SECONDS)
    wrong("LLM_FIRST_TOKEN_SECONDS", "is more than LLM_DEADLINE_SECONDS");
}

/** The settings in the form that the code uses; null when there is no language model. */
export function languageModelOf(fields: Fields): LanguageModelSettings | null {
  const { LLM_PROVIDER: provider, LLM_MODEL: model, LLM_TASKS: tasks } = fields;
  if (provider === undefined || provider === "off" || !model) return null;
  const { LLM_PRICE_IN: priceIn, LLM_PRICE_OUT: priceOut } = fields;
  return {
    provider,
    baseUrl: fields.LLM_BASE_URL,
    model,
    apiKey: fields.LLM_API_KEY,
    isVoice: tasks !== "judge",
    isJudge: tasks !== "voice",
    prices: priceIn === undefined || priceOut === undefined ? null : { in: priceIn, out: priceOut },
    currency: fields.LLM_CURRENCY,
    tokensPerPerson: fields.LLM_TOKENS_PER_PERSON,
    tokensPerDay: fields.LLM_TOKENS_PER_DAY,
    deadlineMs: fields.LLM_DEADLINE_SECONDS * 1000,
    firstTokenMs: fields.LLM_FIRST_TOKEN_SECONDS * 1000,
  };
}
