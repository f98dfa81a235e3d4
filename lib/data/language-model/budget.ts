/**
 * Tokens of one day (UTC), for one person and for everybody. Those of a call are reserved before it begins, in one
 * statement that fails when they are not there, and settled when it is over: two calls cannot spend the same tokens.
 * A reservation whose process died counts until the day is over.
 */
import "server-only";
import { database, type Transaction } from "@/lib/data/database";
import { ModelError } from "@/lib/llm/failure";
import type { Tokens } from "@/lib/llm/language-model";
import type { LanguageModelSettings } from "@/lib/llm/settings";

export type Reservation = { ownerId: string; day: Date; tokens: number };

export const dayOf = (now: Date): Date => new Date(now.toISOString().slice(0, 10));

type Budget = Pick<LanguageModelSettings, "tokensPerPerson" | "tokensPerDay" | "prices">;

async function reserveOne(
  tx: Transaction,
  { ownerId, day, tokens }: Reservation,
  most: number,
): Promise<boolean> {
  const rows = await tx.$executeRaw`
    INSERT INTO "LanguageModelUse" AS used ("ownerId", "day", "reserved")
    SELECT ${ownerId}, ${day}::date, ${tokens}::int WHERE ${tokens}::int <= ${most}::int
    ON CONFLICT ("ownerId", "day") DO UPDATE SET "reserved" = used."reserved" + ${tokens}::int
    WHERE used."tokensIn" + used."tokensOut" + used."reserved" + ${tokens}::int <= ${most}::int`;
  return rows === 1;
}

async function reserveForAll(tx: Transaction, { day, tokens }: Reservation, most: number): Promise<boolean> {
  const rows = await tx.$executeRaw`
    INSERT INTO "LanguageModelDay" AS used ("day", "reserved")
    SELECT ${day}::date, ${tokens}::int WHERE ${tokens}::int <= ${most}::int
    ON CONFLICT ("day") DO UPDATE SET "reserved" = used."reserved" + ${tokens}::int
    WHERE used."tokensIn" + used."tokensOut" + used."reserved" + ${tokens}::int <= ${most}::int`;
  return rows === 1;
}

/** @throws ModelError budget or host-budget */
export async function reserve(
  ownerId: string,
  tokens: number,
  budget: Budget,
  now: Date,
): Promise<Reservation> {
  const reservation = { ownerId, day: dayOf(now), tokens };
  const db = await database();
  await db.$transaction(async (tx) => {
    if (!(await reserveOne(tx, reservation, budget.tokensPerPerson))) throw new ModelError("budget");
    if (!(await reserveForAll(tx, reservation, budget.tokensPerDay))) throw new ModelError("host-budget");
  });
  return reservation;
}

/** Undoes a reservation whose call never began. */
export async function giveBack({ ownerId, day, tokens }: Reservation): Promise<void> {
  const data = { reserved: { decrement: tokens } };
  const db = await database();
  await db.$transaction([
    db.languageModelUse.updateMany({ where: { ownerId, day }, data }),
    db.languageModelDay.updateMany({ where: { day }, data }),
  ]);
}

const MILLION = 1_000_000;
/** In the host's currency; 0 when it has set no prices. */
export const costOf = (tokens: Tokens, prices: LanguageModelSettings["prices"]): number =>
  prices ? (tokens.in * prices.in + tokens.out * prices.out) / MILLION : 0;

/** Puts what a call took in the place of what was reserved for it. */
export async function settle(
  { ownerId, day, tokens }: Reservation,
  used: Tokens,
  hasFailed: boolean,
  budget: Budget,
): Promise<void> {
  const change = {
    calls: { increment: 1 },
    failures: { increment: hasFailed ? 1 : 0 },
    tokensIn: { increment: used.in },
    tokensOut: { increment: used.out },
    reserved: { decrement: tokens },
    cost: { increment: costOf(used, budget.prices) },
  };
  const db = await database();
  await db.$transaction([
    // The person may have deleted the account meanwhile.
    db.languageModelUse.updateMany({ where: { ownerId, day }, data: change }),
    db.languageModelDay.updateMany({ where: { day }, data: change }),
  ]);
}
