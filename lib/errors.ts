/**
 * Typed errors. Expected failures are an AppError: their message is written for the person who sees it and
 * says what to do. Everything else is unexpected: it is logged under an event id, and only the id is shown.
 */
export const ERROR_CODES = [
  "invalid-input",
  "unauthenticated",
  "forbidden",
  "not-found",
  "conflict",
  "rate-limited",
  "closed",
  "unavailable",
  "unexpected",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export class AppError extends Error {
  override readonly name = "AppError";
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: { fieldErrors?: Record<string, string[]>; retryAfterSeconds?: number } = {},
  ) {
    super(message);
  }
}

export const notFound = (what: string) =>
  new AppError("not-found", `This ${what} does not exist, or it is not yours.`);
export const invalidInput = (message: string, fieldErrors?: Record<string, string[]>) =>
  new AppError("invalid-input", message, fieldErrors ? { fieldErrors } : {});
export const closed = (message: string) => new AppError("closed", message);
export const conflict = (message: string) => new AppError("conflict", message);
export const rateLimited = (retryAfterSeconds: number) =>
  new AppError("rate-limited", `Too many tries. Wait ${retryAfterSeconds} s and try again.`, {
    retryAfterSeconds,
  });
