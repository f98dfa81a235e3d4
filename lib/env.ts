/**
 * The only reader of process.env in the app. Everything a host can set stands here, with its default;
 * README.md's table of settings is this file in prose. A setting that is set to nothing counts as not set.
 */
import * as z from "zod";
import { CLASS_MAKERS } from "./classroom/class-settings";
import {
  checkLanguageModel,
  type LanguageModelSettings,
  languageModelFields,
  languageModelOf,
} from "./llm/settings";

const envSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  /** PostgreSQL. `npm run up` sets it to its own server when the host has not. */
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must be a postgresql:// address"),
  /** Signs sessions and share links. `npm run up` makes one and keeps it in the data directory. */
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters"),
  /** The address that people type, for example https://shortlist.example.edu. Needed behind a reverse proxy. */
  APP_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  /** The address to listen on; all of this machine's when it is not set. */
  HOST: z.string().optional(),
  /** How many reverse proxies of the host's own stand before the server and say for whom they ask. */
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  /** Where `npm run up` keeps its database and secret. */
  DATA_DIR: z.string().default(".data"),
  /** Who may make a class: everybody with an account, or only whom an administrator has made an instructor. */
  WHO_MAKES_CLASSES: z.enum(CLASS_MAKERS).default("accounts"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  ...languageModelFields,
});

export type Env = z.infer<typeof envSchema> & {
  appUrl: string;
  /** Null: no language model, which is the default. */
  languageModel: LanguageModelSettings | null;
};

/** @throws an Error that lists every wrong setting. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const result = envSchema.superRefine(checkLanguageModel).safeParse(set);
  if (!result.success)
    throw new Error(`Settings (environment variables) are wrong:\n${z.prettifyError(result.error)}`);
  return {
    ...result.data,
    appUrl: result.data.APP_URL ?? `http://localhost:${result.data.PORT}`,
    languageModel: languageModelOf(result.data),
  };
}

let parsed: Env | undefined;

/** @throws an Error that lists every wrong setting, on first use. */
export function env(): Env {
  parsed ??= readEnv(process.env);
  return parsed;
}

/** The address of this Shortlist, for what is rendered while building, when the other settings need not be there. */
export function publicAddress(): URL {
  const result = envSchema.pick({ APP_URL: true, PORT: true }).safeParse(process.env);
  return new URL(result.data?.APP_URL ?? `http://localhost:${result.data?.PORT ?? 3000}`);
}
