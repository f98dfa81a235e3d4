/** The scoring sheet of a partner who interviews: one of three marks a point, and a note. */
import * as z from "zod";
import { storableText } from "@/lib/interview/storable-text";

export const MARKS = [0, 0.5, 1] as const;
export type Mark = (typeof MARKS)[number];
export const MARK_WORDS: Record<Mark, string> = { 0: "not made", 0.5: "partly", 1: "made" };

export const MAX_NOTE_CHARS = 500;

export const sheetMarkSchema = z.object({
  pointId: z.string().regex(/^[a-z0-9-]{1,80}$/),
  /** Null: not judged, whatever the note says. */
  mark: z.literal(MARKS).nullable(),
  note: storableText(MAX_NOTE_CHARS),
});
export type SheetMark = z.infer<typeof sheetMarkSchema>;

/** The mark nearest to a credit of 0 to 1, so that what the grader gave can be held against what a person gave. */
export const nearestMark = (credit: number): Mark => (Math.round(credit * 2) / 2) as Mark;
