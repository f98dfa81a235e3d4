/** Figures about the interview itself, estimation, features and objectives. */
import type * as z from "zod";

export const PRACTICE_FIGURES = {} as const satisfies Record<string, z.ZodType>;
