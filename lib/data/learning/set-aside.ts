/** Suspends a card (until taken back), puts it off to tomorrow, or takes it back into the queue. */
import "server-only";
import { database } from "@/lib/data/database";
import { notFound } from "@/lib/errors";
import { learningDay } from "@/lib/learning/day";
import type { ItemKey } from "@/lib/learning/items";
import type { Viewer } from "@/lib/viewer";
import { ownedKey } from "./item-rows";
import { readSettings } from "./settings";

export const ASIDE = ["suspend", "bury", "resume"] as const;
export type Aside = (typeof ASIDE)[number];

export async function setAside(viewer: Viewer, input: ItemKey & { aside: Aside }, now: Date): Promise<void> {
  const db = await database();
  const { timeZone } = await readSettings(db, viewer.userId);
  const tomorrow = learningDay(now, timeZone).endsAt;
  const { count } = await db.reviewItem.updateMany({
    where: ownedKey(viewer.userId, input),
    data: { isSuspended: input.aside === "suspend", buriedUntil: input.aside === "bury" ? tomorrow : null },
  });
  if (count === 0) throw notFound("card");
}
