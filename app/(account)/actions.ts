"use server";
import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import * as accounts from "@/lib/auth/accounts";
import {
  changePasswordSchema,
  deleteAccountSchema,
  signInSchema,
  signUpSchema,
} from "@/lib/auth/credentials";
import { revokeOtherSessions, revokeSession } from "@/lib/data/session/revoke-session";
import { claimAdmin } from "@/lib/data/setup/claim-admin";

export const signUpAction = defineAction({
  name: "sign-up",
  input: signUpSchema,
  access: "public",
  limit: { perMinute: 10 },
  run: async (input, { address, now }) => {
    await accounts.limitGuesses(input.email, address, now);
    await accounts.createAccount(input);
  },
});

export const signInAction = defineAction({
  name: "sign-in",
  input: signInSchema,
  access: "public",
  run: async (input, { address, now }) => {
    await accounts.limitGuesses(input.email, address, now);
    await accounts.signIn(input);
  },
});

export const signOutAction = defineAction({
  name: "sign-out",
  input: z.strictObject({}),
  access: "viewer",
  run: () => accounts.signOut(),
});

export const changePasswordAction = defineAction({
  name: "change-password",
  input: changePasswordSchema,
  access: "account",
  limit: { perMinute: 10 },
  run: (input) => accounts.changePassword(input),
});

export const deleteAccountAction = defineAction({
  name: "delete-account",
  input: deleteAccountSchema,
  access: "account",
  limit: { perMinute: 5 },
  run: ({ password }) => accounts.deleteAccount(password),
});

export const revokeSessionAction = defineAction({
  name: "revoke-session",
  input: z.strictObject({ sessionId: z.string().max(100) }),
  access: "viewer",
  run: ({ sessionId }, { viewer }) => revokeSession(viewer, sessionId),
});

export const revokeOtherSessionsAction = defineAction({
  name: "revoke-other-sessions",
  input: z.strictObject({}),
  access: "viewer",
  run: (_input, { viewer }) => revokeOtherSessions(viewer),
});

export const claimAdminAction = defineAction({
  name: "claim-admin",
  input: z.strictObject({ token: z.string().min(16).max(100) }),
  access: "account",
  limit: { perMinute: 10 },
  run: ({ token }, { viewer, now }) => claimAdmin(viewer, token, now),
});
