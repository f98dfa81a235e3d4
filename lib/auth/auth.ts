/**
 * better-auth over our own tables. It is called from server actions only (auth.api), never as a route:
 * fewer doors, and each goes through defineAction with its Origin check and rate limit.
 */
import "server-only";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { nextCookies } from "better-auth/next-js";
import { anonymous } from "better-auth/plugins";
import { adoptGuestWork } from "@/lib/data/account/adopt-guest-work";
import { leaveAllClasses } from "@/lib/data/class/leave-all-classes";
import { database } from "@/lib/data/database";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from "./credentials";

const DAY_SECONDS = 86_400;

async function create() {
  const { appUrl, AUTH_SECRET } = env();
  return betterAuth({
    appName: "Shortlist",
    baseURL: appUrl,
    secret: AUTH_SECRET,
    telemetry: { enabled: false },
    database: prismaAdapter(await database(), { provider: "postgresql" }),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_MIN_LENGTH,
      maxPasswordLength: PASSWORD_MAX_LENGTH,
      autoSignIn: true,
    },
    user: {
      additionalFields: { role: { type: "string", input: false, defaultValue: "candidate" } },
      // After the password was checked and before anything is deleted.
      deleteUser: { enabled: true, beforeDelete: ({ id }) => leaveAllClasses(id) },
    },
    // No cookie cache: a revoked session is dead with the next request.
    session: { expiresIn: 60 * DAY_SECONDS, updateAge: DAY_SECONDS, cookieCache: { enabled: false } },
    // Ours holds over restarts and processes and covers calls from actions: lib/data/rate-limit.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: "shortlist",
      useSecureCookies: appUrl.startsWith("https:"),
      database: { generateId: () => crypto.randomUUID() },
    },
    plugins: [
      anonymous({
        emailDomainName: "guest.invalid",
        generateName: () => "Guest",
        schema: { user: { fields: { isAnonymous: "isGuest" } } },
        onLinkAccount: ({ anonymousUser, newUser }) => adoptGuestWork(anonymousUser.user.id, newUser.user.id),
      }),
      nextCookies(),
    ],
    logger: {
      log: (level, message) =>
        level === "error" ? void log.error("auth", message) : log.debug("auth", { message }),
    },
  });
}

export type Auth = Awaited<ReturnType<typeof create>>;
let instance: Promise<Auth> | undefined;

export function auth(): Promise<Auth> {
  instance ??= create();
  return instance;
}
