/** Stored searches with the shipped models, as a schema: what the lab draws before any model is loaded. */
import * as z from "zod";
import { searchModelCardSchema } from "./measures";
import { searchTraceSchema } from "./trace";

export const precomputedSearchSchema = z.object({
  card: searchModelCardSchema,
  runs: z.array(searchTraceSchema).min(1),
});
export type PrecomputedSearch = z.infer<typeof precomputedSearchSchema>;
