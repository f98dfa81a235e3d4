/**
 * Structured log: one JSON object a line on standard output (errors on standard error). It never takes what
 * people wrote: log ids and codes, not texts, addresses or tokens.
 */
const LEVELS = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof LEVELS)[number];
export type LogFields = Record<string, string | number | boolean | null | undefined>;

let threshold: LogLevel = "info";

export function setLogLevel(level: LogLevel): void {
  threshold = level;
}

function write(level: LogLevel, event: string, fields: LogFields): void {
  if (LEVELS.indexOf(level) < LEVELS.indexOf(threshold)) return;
  const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...fields });
  if (level === "error") console.error(line);
  else console.log(line);
}

export const log = {
  debug: (event: string, fields: LogFields = {}) => write("debug", event, fields),
  info: (event: string, fields: LogFields = {}) => write("info", event, fields),
  warn: (event: string, fields: LogFields = {}) => write("warn", event, fields),
  /** Logs an unexpected error with its stack and gives the id under which it can be found. */
  error(event: string, error: unknown, fields: LogFields = {}): string {
    const eventId = crypto.randomUUID();
    const detail =
      error instanceof Error ? { message: error.message, stack: error.stack } : { message: String(error) };
    write("error", event, { eventId, ...fields, ...detail });
    return eventId;
  },
};
