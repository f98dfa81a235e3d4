/** The stored runs of the shipped ads models: drawn at once, before any model is loaded. Written by lib/cli/train-models.ts. */
import stored from "@/public/models/ads/v1/precomputed.json";
import { type PrecomputedAdRun, precomputedAdRunSchema } from "./model-card";

export const precomputedAdRun: PrecomputedAdRun = precomputedAdRunSchema.parse(stored);
