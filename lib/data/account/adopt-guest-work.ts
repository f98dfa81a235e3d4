/**
 * Hands everything a guest made to the account that the same browser has just made or signed in to. Guests are in no
 * class (lib/data/class/join-class), so nothing of classes moves.
 */
import "server-only";
import { database } from "@/lib/data/database";
import { adoptLanguageModelUse } from "@/lib/data/language-model/adopt-use";
import { adoptLearning } from "@/lib/data/learning/adopt-learning";
import { adoptReading } from "@/lib/data/reading/adopt-reading";
import { adoptSeats } from "@/lib/data/seat/adopt-seats";

export async function adoptGuestWork(guestId: string, accountId: string): Promise<void> {
  const db = await database();
  await db.$transaction(async (tx) => {
    const guest = await tx.user.findFirst({ where: { id: guestId, isGuest: true }, select: { id: true } });
    if (!guest) return;
    await tx.interview.updateMany({ where: { ownerId: guestId }, data: { ownerId: accountId } });
    await adoptLearning(tx, guestId, accountId);
    await adoptReading(tx, guestId, accountId);
    await adoptSeats(tx, guestId, accountId);
    await adoptLanguageModelUse(tx, guestId, accountId);
  });
}
