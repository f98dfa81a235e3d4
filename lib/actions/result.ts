/** What every server action returns. Expected failures are values with a message for the person who sees it. */
import type { ErrorCode } from "@/lib/errors";

export type ActionFailure = {
  ok: false;
  code: ErrorCode;
  message: string;
  fieldErrors?: Record<string, string[]>;
  retryAfterSeconds?: number;
  /** Names the log entry of an unexpected error. */
  eventId?: string;
};
export type ActionResult<T> = { ok: true; data: T } | ActionFailure;
