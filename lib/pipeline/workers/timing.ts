/** Where measured times lie: best, middle and nearly worst of all runs, in milliseconds. */
import * as z from "zod";

export const timingSchema = z.object({ min: z.number(), p50: z.number(), p95: z.number() });
export type Timing = z.infer<typeof timingSchema>;
