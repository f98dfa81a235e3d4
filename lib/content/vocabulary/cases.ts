/** Figures that one case needs. */
import type * as z from "zod";

export const CASES_FIGURES = {} as const satisfies Record<string, z.ZodType>;
