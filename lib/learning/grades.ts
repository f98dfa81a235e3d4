/** The four grades of a recalled card, as FSRS and Anki number them, and the words on their keys. */
import * as z from "zod";

export const GRADES = [1, 2, 3, 4] as const;
export type Grade = (typeof GRADES)[number];
export const gradeSchema = z.literal(GRADES);

export const AGAIN: Grade = 1;
export const GOOD: Grade = 3;

export const GRADE_WORDS: Record<Grade, string> = { 1: "Again", 2: "Hard", 3: "Good", 4: "Easy" };

/** Everything but Again means that the answer came back. */
export const isRecalled = (grade: Grade): boolean => grade !== AGAIN;
