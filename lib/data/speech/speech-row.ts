/**
 * The row of what is being said: it keeps a second process from speaking at the same time, shows the words to watchers
 * elsewhere, and holds the script's own event in case that the speaker dies.
 */
import "server-only";
import { database } from "@/lib/data/database";
import { type ServerEvent, serverEventSchema } from "@/lib/interview/events";

export type Said = Extract<ServerEvent, { kind: "interviewer-said" }>;
/** A speaker that has not been heard of for this long is dead. */
const SILENCE_MS = 5_000;

const silentAt = (now: Date, leastMs = 0): Date => new Date(now.getTime() + leastMs + SILENCE_MS);

/** False when somebody speaks in this interview already. */
export async function beginSpeech(
  interviewId: string,
  scripted: Said,
  firstWordMs: number,
  now: Date,
): Promise<boolean> {
  const { count } = await (await database()).speech.createMany({
    data: [{ interviewId, eventId: scripted.eventId, scripted, expiresAt: silentAt(now, firstWordMs) }],
    skipDuplicates: true,
  });
  return count > 0;
}

export async function noteWords(
  interviewId: string,
  eventId: string,
  text: string,
  now: Date,
): Promise<void> {
  const where = { interviewId, eventId };
  await (await database()).speech.updateMany({ where, data: { text, expiresAt: silentAt(now) } });
}

export async function endSpeech(interviewId: string, eventId: string): Promise<void> {
  await (await database()).speech.deleteMany({ where: { interviewId, eventId } });
}

export type Speech = { eventId: string; text: string; scripted: Said; isDead: boolean };
type Row = { eventId: string; text: string; scripted: unknown; expiresAt: Date };

export const toSpeech = ({ eventId, text, scripted, expiresAt }: Row, now: Date): Speech => ({
  eventId,
  text,
  // Written by beginSpeech alone.
  scripted: serverEventSchema.parse(scripted) as Said,
  isDead: expiresAt < now,
});

export async function readSpeech(interviewId: string, now: Date): Promise<Speech | null> {
  const row = await (await database()).speech.findUnique({ where: { interviewId } });
  return row && toSpeech(row, now);
}
