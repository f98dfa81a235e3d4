/**
 * When a card comes back: FSRS-6 (Ye, Su and Cao, KDD 2022, and the algorithm's wiki), computed by ts-fsrs.
 * Stability S is the number of days until the chance of recall falls to 90 %; difficulty D lies in 1 to 10.
 * No fuzz: the same review gives the same date, so that a log can be replayed. A failed card is seen again after ten
 * minutes; every other interval is whole days, and no longer than a year.
 */
import { createEmptyCard, type FSRS, type Grade as FsrsGrade, fsrs, State } from "ts-fsrs";
import * as z from "zod";
import { DAY_MS, onLearningClock } from "./day";
import type { Grade } from "./grades";

export const DESIRED_RETENTION = 0.9;
export const LONGEST_INTERVAL_DAYS = 365;
export const RELEARN_MINUTES = 10;

export const PHASES = ["new", "learning", "review", "relearning"] as const;
export const phaseSchema = z.enum(PHASES);
export type Phase = z.infer<typeof phaseSchema>;

/** What is known of one card in one person's memory. */
export const memorySchema = z.object({
  phase: phaseSchema,
  dueAt: z.coerce.date(),
  /** Days; 0 before the first review. */
  stability: z.number(),
  difficulty: z.number(),
  /** The interval that the last review gave; 0 when it was minutes. */
  scheduledDays: z.number().int(),
  /** Place among the steps of minutes. */
  step: z.number().int(),
  /** Reviews so far, and how many of them failed a card that had been known. */
  reviews: z.number().int(),
  lapses: z.number().int(),
  lastReviewAt: z.coerce.date().nullable(),
});
export type Memory = z.infer<typeof memorySchema>;

const scheduler: FSRS = fsrs({
  request_retention: DESIRED_RETENTION,
  maximum_interval: LONGEST_INTERVAL_DAYS,
  enable_fuzz: false,
  enable_short_term: true,
  learning_steps: [`${RELEARN_MINUTES}m`],
  relearning_steps: [`${RELEARN_MINUTES}m`],
});

const STATES: Record<Phase, State> = {
  new: State.New,
  learning: State.Learning,
  review: State.Review,
  relearning: State.Relearning,
};

/** A card that was never seen; it may be seen at once. */
export function newMemory(now: Date): Memory {
  const { due, stability, difficulty, scheduled_days, learning_steps, reps, lapses } = createEmptyCard(now);
  return {
    phase: "new",
    dueAt: due,
    stability,
    difficulty,
    scheduledDays: scheduled_days,
    step: learning_steps,
    reviews: reps,
    lapses,
    lastReviewAt: null,
  };
}

/**
 * The memory after a review. Elapsed days are counted as the person's days, not as UTC dates.
 * @param timeZone IANA name
 */
export function reviewCard(memory: Memory, grade: Grade, now: Date, timeZone: string): Memory {
  const clock = onLearningClock(now, timeZone);
  const { card } = scheduler.next(
    {
      state: STATES[memory.phase],
      due: memory.dueAt,
      stability: memory.stability,
      difficulty: memory.difficulty,
      elapsed_days: 0,
      scheduled_days: memory.scheduledDays,
      learning_steps: memory.step,
      reps: memory.reviews,
      lapses: memory.lapses,
      last_review: memory.lastReviewAt && onLearningClock(memory.lastReviewAt, timeZone),
    },
    clock,
    grade as FsrsGrade,
  );
  // The package keeps Easy a day above Good, past the limit too.
  const scheduledDays = Math.min(card.scheduled_days, LONGEST_INTERVAL_DAYS);
  const waitMs = scheduledDays > 0 ? scheduledDays * DAY_MS : card.due.getTime() - clock.getTime();
  return {
    phase: PHASES[card.state] ?? "review",
    dueAt: new Date(now.getTime() + waitMs),
    stability: card.stability,
    difficulty: card.difficulty,
    scheduledDays,
    step: card.learning_steps,
    reviews: card.reps,
    lapses: card.lapses,
    lastReviewAt: now,
  };
}

/** Milliseconds until the card comes back, by grade. */
export type Waits = Record<Grade, number>;

export function previewGrades(memory: Memory, now: Date, timeZone: string): Waits {
  const waitMs = (grade: Grade) => reviewCard(memory, grade, now, timeZone).dueAt.getTime() - now.getTime();
  return { 1: waitMs(1), 2: waitMs(2), 3: waitMs(3), 4: waitMs(4) };
}

/**
 * Chance of recall after a time, the forgetting curve of FSRS-6:
 * $R(t, S) = (1 + f\,t/S)^{-w_{20}}$ with $f = 0.9^{-1/w_{20}} - 1$, so that $R(S, S) = 0.9$.
 * @param days since the last review
 * @param stability days
 */
export const recallProbability = (days: number, stability: number): number =>
  scheduler.forgetting_curve(days, stability);

/** Interval over stability for a wanted retention r: $I/S = (r^{-1/w_{20}} - 1)/f$; 1 at r = 0.9. */
export const intervalMultiplier = (retention: number): number =>
  scheduler.calculate_interval_modifier(retention);

/** Whole days until the chance of recall has fallen to the wanted retention; at least 1, at most a year. */
export const intervalDays = (stability: number): number => scheduler.next_interval(stability, 0);
