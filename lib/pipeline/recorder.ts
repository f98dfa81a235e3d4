/** Keeps the books of one run: what each step took and gave, how long it took, and who left where and why. */
import type { StepTrace } from "./trace";
import type { DropReason, Move, StepName } from "./types";

export class Recorder {
  readonly steps: StepTrace[] = [];
  readonly left = new Map<number, { step: StepName; reason: DropReason }>();
  readonly moves: (Move & { step: StepName })[] = [];
  private drops: StepTrace["drops"] = {};

  /** Runs one step and notes its counts and time; `countOf` says how many items its result holds. */
  step<T>(
    step: StepName,
    itemsIn: number,
    work: () => T,
    countOf: (value: T) => number,
    wasSkipped = false,
  ): T {
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

  drop(item: number, step: StepName, reason: DropReason) {
    this.left.set(item, { step, reason });
    this.drops[reason] = (this.drops[reason] ?? 0) + 1;
  }
}
