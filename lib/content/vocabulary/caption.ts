import * as z from "zod";

/** One or two sentences under a figure: what to try, what to see. */
export const caption = z.string().min(10).max(240).optional();
