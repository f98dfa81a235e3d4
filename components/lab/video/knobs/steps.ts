/** Numbers of lists to look into: each step doubles, since recall grows with the logarithm. */
export const PROBE_STEPS: readonly number[] = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024];

/** Index of the step nearest to `value`, for a slider over uneven steps. */
export function nearestStep(steps: readonly number[], value: number): number {
  let nearest = 0;
  for (const [index, step] of steps.entries())
    if (Math.abs(step - value) < Math.abs((steps[nearest] ?? 0) - value)) nearest = index;
  return nearest;
}
