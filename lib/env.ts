/**
 * The only reader of process.env in the app. Everything a host can set stands here, with its default;
 * README.md's table of settings is this file in prose.
 */
import { z } from "zod";

const envSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  /** PostgreSQL. `npm run up` sets it to its own server when the host has not. */
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must be a postgresql:// address"),
  /** Signs sessions and share links. `npm run up` makes one and keeps it in the data directory. */
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters"),
  /** The address that people type, for example https://shortlist.example.edu. Needed behind a reverse proxy. */
  APP_URL: z.url({ protocol: /^https?$/ }).optional(),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Env = z.infer<typeof envSchema> & { appUrl: string };

let parsed: Env | undefined;

/** @throws an Error that lists every wrong setting, on first use. */
export function env(): Env {
  if (parsed) return parsed;
  const result = envSchema.safeParse(process.env);
  if (!result.success)
    throw new Error(`Settings (environment variables) are wrong:\n${z.prettifyError(result.error)}`);
  parsed = { ...result.data, appUrl: result.data.APP_URL ?? `http://localhost:${result.data.PORT}` };
  return parsed;
}
