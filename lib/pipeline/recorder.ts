/** Keeps the books of one run: what each step took and gave, how long it took, and who left where and why. */
import type { StepTrace } from "./trace";
import type { Move, RankedList } from "./types";

export class Recorder<Step extends string, Reason extends string> {
  readonly steps: StepTrace<Step, Reason>[] = [];
  readonly left = new Map<number, { step: Step; reason: Reason }>();
  readonly moves: (Move & { step: Step })[] = [];
  /** What each step behind the filter handed on, best first; a calibration or an auction also changes scores. */
  readonly after = new Map<Step, RankedList>();
  private drops: Partial<Record<Reason, number>> = {};

  /** Runs one step and notes its counts and time; `countOf` says how many items its result holds. */
  step<T>(step: Step, itemsIn: number, work: () => T, countOf: (value: T) => number, wasSkipped = false): T {
    this.drops = {};
    const start = performance.now();
    const value = work();
    const milliseconds = performance.now() - start;
    this.steps.push({
      step,
      itemsIn,
      itemsOut: countOf(value),
      milliseconds,
      drops: this.drops,
      wasSkipped,
    });
    return value;
  }

  drop(item: number, step: Step, reason: Reason) {
    this.left.set(item, { step, reason });
    this.drops[reason] = (this.drops[reason] ?? 0) + 1;
  }
}
