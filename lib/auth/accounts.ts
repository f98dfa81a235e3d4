/**
 * Accounts: make one, sign in and out, change the password, delete. Thin over better-auth; its errors become
 * ours. A guest's work moves to the account by the hook in auth.ts.
 */
import "server-only";
import { APIError } from "better-auth/api";
import { headers } from "next/headers";
import { takeToken } from "@/lib/data/rate-limit/take-token";
import { AppError, invalidInput } from "@/lib/errors";
import { auth } from "./auth";

const TEN_MINUTES_SECONDS = 600;
const TRIES_PER_ACCOUNT = 10;
const TRIES_PER_ADDRESS = 20;

/** Guessing is slowed per account and per address; both counters live in the database. */
export async function limitGuesses(email: string, address: string, now: Date): Promise<void> {
  await takeToken(
    `password:address:${address}`,
    { count: TRIES_PER_ADDRESS, windowSeconds: TEN_MINUTES_SECONDS },
    now,
  );
  await takeToken(
    `password:account:${email}`,
    { count: TRIES_PER_ACCOUNT, windowSeconds: TEN_MINUTES_SECONDS },
    now,
  );
}

function translate(error: unknown): never {
  if (!(error instanceof APIError)) throw error;
  const code = error.body?.code;
  if (code === "USER_ALREADY_EXISTS" || code === "USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL") {
    throw invalidInput("There is an account with this address already. Sign in instead.", {
      email: ["This address has an account. Sign in instead."],
    });
  }
  if (code === "INVALID_EMAIL_OR_PASSWORD" || code === "INVALID_PASSWORD") {
    throw new AppError("unauthenticated", "Address and password do not match. Check both and try again.");
  }
  throw error;
}

export async function createAccount(input: { name: string; email: string; password: string }): Promise<void> {
  await (await auth()).api.signUpEmail({ body: input, headers: await headers() }).catch(translate);
}

export async function signIn(input: { email: string; password: string }): Promise<void> {
  await (await auth()).api
    .signInEmail({ body: { ...input, rememberMe: true }, headers: await headers() })
    .catch(translate);
}

export async function signOut(): Promise<void> {
  await (await auth()).api.signOut({ headers: await headers() });
}

/** Changes the password and ends every other session. */
export async function changePassword(input: { currentPassword: string; newPassword: string }): Promise<void> {
  await (await auth()).api
    .changePassword({ body: { ...input, revokeOtherSessions: true }, headers: await headers() })
    .catch(translate);
}

/** Deletes the account with everything that hangs on it (the database cascades). */
export async function deleteAccount(password: string): Promise<void> {
  await (await auth()).api.deleteUser({ body: { password }, headers: await headers() }).catch(translate);
}
