/**
 * When each point was earned: the moment from which the words of its receipt stood in the answer and stayed. Words
 * that were written, deleted and written again count from the last time.
 */
import type { Answers, Receipt } from "@/lib/grading/types";
import { answersOf } from "@/lib/interview/scene";
import type { Replay } from "./replay";

/** The answer is looked at after each stretch of so much working time. */
export const EARNED_STEP_MS = 10_000;

type Graded = { id: string; credit: number; receipt: Receipt | null };
export type Earned = { id: string; atMs: number; credit: number };

/** Working times at which the answers are looked at, the last one the end. */
function looks(lengthMs: number): number[] {
  const times: number[] = [];
  for (let at = 0; at < lengthMs; at += EARNED_STEP_MS) times.push(at);
  return [...times, lengthMs];
}

const holds = (answers: Answers, { part, quote }: Receipt): boolean => (answers[part] ?? "").includes(quote);

/** By time; points without credit or receipt are left out. Precise to `EARNED_STEP_MS`, never early. */
export function earnedAt(replay: Replay, points: readonly Graded[]): Earned[] {
  const open = new Map(
    points.flatMap((point) => (point.credit > 0 && point.receipt ? [[point, point.receipt] as const] : [])),
  );
  const earned: Earned[] = [];
  const times = looks(replay.lengthMs);
  let later = replay.lengthMs;
  for (const at of times.toReversed()) {
    const answers = answersOf(replay.at(at));
    for (const [point, receipt] of open) {
      if (holds(answers, receipt)) continue;
      open.delete(point);
      earned.push({ id: point.id, atMs: later, credit: point.credit });
    }
    later = at;
  }
  for (const point of open.keys()) earned.push({ id: point.id, atMs: later, credit: point.credit });
  return earned.sort((a, b) => a.atMs - b.atMs || a.id.localeCompare(b.id));
}
