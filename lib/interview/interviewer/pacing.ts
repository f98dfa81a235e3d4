/** How often the interviewer speaks unasked. A coach leaves longer to think and asks less; an examiner presses on. */
import type { LengthMinutes } from "@/lib/framework/stages";
import type { Scene } from "./types";

/** Least working time between two moves. */
export const COOL_DOWN_SECONDS: Record<Scene["mode"], Record<LengthMinutes, number>> = {
  coach: { 30: 75, 45: 100, 60: 120 },
  exam: { 30: 60, 45: 75, 60: 90 },
};
/** An interrupt may come sooner than other moves. */
export const INTERRUPT_COOL_DOWN_SECONDS = 25;
/** What nobody wrote a trigger for can wait longer, by this factor. */
export const WEAKEST_COOL_DOWN = 1.6;
/** No first move before the candidate had time to say something. */
export const QUIET_START_SECONDS = 30;
/** Share of time after which nothing new is opened. */
export const QUIET_END_SHARE = 0.95;
/** By this share of time the twist has been given, whatever its condition says. */
export const TWIST_LATEST_SHARE = 0.6;
/** A twist may cut in on an open question after this long. */
export const TWIST_PATIENCE_SECONDS = 30;
/** Triggers of this priority cannot wait; they come before what does not go together, and others after it. */
export const PRESSING = 7;
const MINUTES_PER_QUESTION: Record<Scene["mode"], number> = { coach: 5, exam: 4 };

/** Questions that may be ahead of their time: a busy beginning leaves some for the end. */
const AHEAD = 2;

/** Questions in the whole interview, at most. */
export const questionsIn = ({ mode, lengthMinutes }: Scene): number =>
  Math.floor(lengthMinutes / MINUTES_PER_QUESTION[mode]);

/** Questions by now, at most, but for those that cannot wait. */
export const questionsByNow = (scene: Scene): number =>
  Math.min(
    questionsIn(scene),
    AHEAD + Math.floor(scene.elapsedSeconds / 60 / MINUTES_PER_QUESTION[scene.mode]),
  );
