/**
 * Hands a guest's seats to an account. One person cannot be both sides of an interview: where the account turns out to
 * be the candidate, the seat goes with its sheet, for a sheet of one's own is no second opinion.
 */
import "server-only";
import type { Transaction } from "@/lib/data/database";

/** The guest's interviews are the account's already. */
export async function adoptSeats(db: Transaction, guestId: string, accountId: string): Promise<void> {
  await db.seat.updateMany({ where: { partnerId: guestId }, data: { partnerId: accountId } });
  await db.seat.deleteMany({ where: { partnerId: accountId, interview: { ownerId: accountId } } });
}
