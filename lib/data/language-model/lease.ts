/** One call at a time for each person, whichever process it comes from. */
import "server-only";
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { database } from "@/lib/data/database";
import { ModelError } from "@/lib/llm/failure";

/** Longer than the longest deadline that a host can set. */
const LEASE_MS = 150_000;
const ASK_EVERY_MS = 250;

async function tryLease(ownerId: string, token: string, now: Date): Promise<boolean> {
  const expiresAt = new Date(now.getTime() + LEASE_MS);
  const rows = await (await database()).$executeRaw`
    INSERT INTO "LanguageModelLease" AS held ("ownerId", "token", "expiresAt")
    VALUES (${ownerId}, ${token}::uuid, ${expiresAt})
    ON CONFLICT ("ownerId") DO UPDATE SET "token" = ${token}::uuid, "expiresAt" = ${expiresAt}
    WHERE held."expiresAt" < ${now}`;
  return rows === 1;
}

/**
 * Runs `work` while nobody else uses the model for this person.
 * @throws ModelError busy when it stays in use for longer than `patienceMs`
 */
export async function withLease<T>(ownerId: string, patienceMs: number, work: () => Promise<T>): Promise<T> {
  const token = randomUUID();
  const until = Date.now() + patienceMs;
  while (!(await tryLease(ownerId, token, new Date()))) {
    if (Date.now() >= until) throw new ModelError("busy");
    await sleep(ASK_EVERY_MS);
  }
  try {
    return await work();
  } finally {
    await (await database()).languageModelLease.deleteMany({ where: { ownerId, token } });
  }
}
