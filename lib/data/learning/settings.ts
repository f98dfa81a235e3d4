/** Where a person's days begin and how many new cards one brings. */
import "server-only";
import * as z from "zod";
import { database, type Transaction } from "@/lib/data/database";
import { NEW_PER_DAY_CHOICES } from "@/lib/learning/day";
import { timeZoneSchema } from "@/lib/learning/time-zone";
import type { Viewer } from "@/lib/viewer";

const DEFAULTS = { timeZone: "UTC", newPerDay: 20 };

export const settingsSchema = z.strictObject({
  timeZone: timeZoneSchema.optional(),
  newPerDay: z.literal(NEW_PER_DAY_CHOICES).optional(),
});
export type LearningSettings = { timeZone: string; newPerDay: number };

/** A zone that a newer server no longer knows is read as UTC. */
export async function readSettings(db: Transaction, ownerId: string): Promise<LearningSettings> {
  const row = await db.learningSettings.findUnique({
    where: { ownerId },
    select: { timeZone: true, newPerDay: true },
  });
  if (!row) return DEFAULTS;
  return { ...row, timeZone: timeZoneSchema.catch(DEFAULTS.timeZone).parse(row.timeZone) };
}

/** Changes what is given and keeps the rest. */
export async function saveSettings(viewer: Viewer, input: z.output<typeof settingsSchema>): Promise<void> {
  const db = await database();
  const change = {
    ...(input.timeZone && { timeZone: input.timeZone }),
    ...(input.newPerDay && { newPerDay: input.newPerDay }),
  };
  await db.learningSettings.upsert({
    where: { ownerId: viewer.userId },
    create: { ownerId: viewer.userId, ...change },
    update: change,
  });
}
