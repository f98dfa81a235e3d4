/** Which stage an interview was in when: the stages entered (coach mode), or those that the clock had planned (exam). */
import type { Stage } from "@/lib/framework/stages";
import { elapsedMs, stageBudgets } from "@/lib/interview/clock";
import { answersOf } from "@/lib/interview/scene";
import type { Replay } from "./replay";

export type Stretch = { stage: Stage | "wrap-up"; fromMs: number; toMs: number };

/** In order, without gaps, over the length of the replay; times are working time. */
export function stagesOf({ final, lengthMs }: Replay): Stretch[] {
  if (!final.setup) return [];
  if (final.setup.mode === "exam") {
    return stageBudgets(final.setup)
      .map(({ stage, fromMs, lengthMs: budget }) => ({
        stage,
        fromMs,
        toMs: Math.min(fromMs + budget, lengthMs),
      }))
      .filter(({ fromMs, toMs }) => fromMs < toMs);
  }
  const running = { ...final, submittedAtMs: null };
  const starts = final.visits.map(({ stage, atMs }) => ({ stage, fromMs: elapsedMs(running, atMs) }));
  return starts
    .map(({ stage, fromMs }, i) => ({ stage, fromMs, toMs: starts[i + 1]?.fromMs ?? lengthMs }))
    .filter(({ fromMs, toMs }) => fromMs < toMs);
}

const wordsIn = (text: string): number => text.trim().split(/\s+/).filter(Boolean).length;

/** Words that stood in the answer, replies included, at `samples` + 1 evenly spaced moments: [milliseconds, words]. */
export function wordsOverTime(replay: Replay, samples: number): [number, number][] {
  return Array.from({ length: samples + 1 }, (_, i) => {
    const atMs = (replay.lengthMs * i) / samples;
    const texts = Object.values(answersOf(replay.at(atMs)));
    return [atMs, texts.reduce((sum, text) => sum + wordsIn(text ?? ""), 0)];
  });
}
