/** Figures about measuring: biases, calibration, experiments, drift. */
import type * as z from "zod";

export const EVALUATION_FIGURES = {} as const satisfies Record<string, z.ZodType>;
