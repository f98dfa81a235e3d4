/**
 * Every failure of a language model, reduced to one word. The errors of the client library hold the request, the
 * response and its headers; none of that leaves this file.
 */
import "server-only";
import { APICallError } from "ai";
import type { ModelFailure } from "@/lib/interview/model-failure";

export class ModelError extends Error {
  override readonly name = "ModelError";
  constructor(
    readonly failure: ModelFailure,
    /** Worth a second try, after so many milliseconds. */
    readonly retryAfterMs: number | null = null,
    readonly status: number | null = null,
  ) {
    super(`language model: ${failure}`);
  }
}

/** The person left, or the server stops: nothing failed. */
export class ModelCancelled extends Error {
  override readonly name = "ModelCancelled";
}

export const DEFAULT_RETRY_MS = 400;
/** A provider may ask for minutes; somebody is waiting here. */
export const MAX_RETRY_MS = 2_000;

/** RFC 9110, 10.2.3: seconds or a date. */
export function retryAfterMs(header: string | undefined, nowMs: number): number {
  const text = header?.trim();
  if (!text) return DEFAULT_RETRY_MS;
  const wait = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs;
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), MAX_RETRY_MS) : DEFAULT_RETRY_MS;
}

function ofStatus(error: APICallError, nowMs: number): ModelError {
  const { statusCode: status = 0 } = error;
  const wait = retryAfterMs(error.responseHeaders?.["retry-after"], nowMs);
  if (status === 429) return new ModelError("rate-limit", wait, status);
  if (status >= 500) return new ModelError("server", wait, status);
  // A success whose body could not be read.
  if (status >= 200 && status < 300) return new ModelError("unreadable", null, status);
  if (status >= 400) return new ModelError("refused", null, status);
  return new ModelError("network", DEFAULT_RETRY_MS);
}

/** @param hasBegun part of the answer has arrived, so that a broken connection is a cut and not worth a second try */
export function toModelError(error: unknown, nowMs: number, hasBegun = false): ModelError {
  if (error instanceof ModelError) return error;
  if (hasBegun) return new ModelError("cut");
  if (APICallError.isInstance(error)) return ofStatus(error, nowMs);
  return new ModelError("network", DEFAULT_RETRY_MS);
}
