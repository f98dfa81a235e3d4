/** The stored searches of the shipped models: drawn at once, before any model is loaded. Written by lib/cli/train-models/search.ts. */
import stored from "@/public/models/search/v1/precomputed.json";
import { type PrecomputedSearch, precomputedSearchSchema } from "./precomputed-schema";

export const precomputedSearch: PrecomputedSearch = precomputedSearchSchema.parse(stored);
