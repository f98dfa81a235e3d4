/**
 * What is fixed when an interview starts: case, level, mode, length and the time multiplier.
 *
 * `coach` shows stage names, hints and typed decisions and can be paused; `exam` is one blank page, no help,
 * no pause, and is the only mode that ends in a level. Both write the same kind of log.
 */
import * as z from "zod";
import { PRESET_IDS } from "@/lib/framework/presets";
import { lengthMinutesSchema, levelSchema, stageSchema } from "@/lib/framework/stage-schemas";

export const MODES = ["coach", "exam"] as const;
export const modeSchema = z.enum(MODES);
export type Mode = z.infer<typeof modeSchema>;

export const setupSchema = z.strictObject({
  caseSlug: z
    .string()
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
    .max(80),
  level: levelSchema,
  mode: modeSchema,
  lengthMinutes: lengthMinutesSchema,
  timeMultiplier: z.number().min(1).max(2),
  /** Whose minutes the stages get (lib/framework/presets); absent: ours. The sum is the length in any case. */
  stageSplit: z.enum(PRESET_IDS).optional(),
  /** The stages that an assignment asks for; absent: all seven. */
  stages: z.array(stageSchema).min(1).max(7).optional(),
});
export type InterviewSetup = z.infer<typeof setupSchema>;
