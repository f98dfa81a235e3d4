/** The stored runs of the shipped models: drawn at once, before any model is loaded. Written by lib/cli/train-models.ts. */
import stored from "@/public/models/video/v1/precomputed.json";
import { type PrecomputedRun, precomputedRunSchema } from "./trace";

export const precomputedVideoRun: PrecomputedRun = precomputedRunSchema.parse(stored);
