/** The shapes of reading.ts as they are checked at the border: every length has its limit. */
import * as z from "zod";
import { storableText } from "@/lib/interview/storable-text";
import { READING_LIMITS as LIMITS } from "@/lib/reading/reading";

/** Chapters and cases are what is read. */
export const readingPathSchema = z
  .string()
  .max(120)
  .regex(/^\/(?:framework|cases)\/[a-z0-9]+(?:-[a-z0-9]+)*$/);
const anchorSchema = z.string().max(200).regex(/^\S*$/).and(storableText(200));
const headingSchema = storableText(LIMITS.heading);
const instantSchema = z.iso.datetime();

export const progressSchema = z.strictObject({
  path: readingPathSchema,
  anchor: anchorSchema,
  heading: headingSchema,
  share: z.number().min(0).max(1),
  isFinished: z.boolean(),
  updatedAt: instantSchema,
});

export const bookmarkSchema = z.strictObject({
  path: readingPathSchema,
  anchor: anchorSchema,
  heading: headingSchema,
  createdAt: instantSchema,
});

export const highlightSchema = z.strictObject({
  id: z.uuid(),
  path: readingPathSchema,
  anchor: anchorSchema,
  heading: headingSchema,
  quote: storableText(LIMITS.quote).min(1),
  prefix: storableText(LIMITS.around),
  suffix: storableText(LIMITS.around),
  note: storableText(LIMITS.note),
  createdAt: instantSchema,
});

/** What a device kept before there was a session. Each entry is checked by itself: one bad one does not hold up the others. */
export const deviceReadingSchema = z.strictObject({
  progress: z.array(z.unknown()).max(LIMITS.pages),
  bookmarks: z.array(z.unknown()).max(LIMITS.bookmarks),
  highlights: z.array(z.unknown()).max(LIMITS.highlights),
});
