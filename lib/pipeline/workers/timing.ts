/** Where measured times lie: best, middle and nearly worst of all runs, in milliseconds. */
import * as z from "zod";

export const timingSchema = z.object({ min: z.number(), p50: z.number(), p95: z.number() });
export type Timing = z.infer<typeof timingSchema>;

export function summariseTimes(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { min: at(0), p50: at(0.5), p95: at(0.95) };
}
