/**
 * The knobs of one request, as a schema: the lab's sliders, its URL and the worker all read this one definition.
 * Every field has a default, so `knobsSchema.parse({})` is the pipeline as shipped.
 */
import * as z from "zod";
import { RANKER_NAMES } from "./names";

/** What can be switched off to see what it is worth. */
export const ABLATIONS = [
  "two-tower",
  "item-to-item",
  "subscriptions",
  "fresh",
  "popularity",
  "exploration",
  "filter",
  "ranker",
  "rules",
  "diversify",
] as const;
export const ablationSchema = z.enum(ABLATIONS);
export type Ablation = z.infer<typeof ablationSchema>;

const candidateCount = z.number().int().min(0).max(1000);
const headWeight = z.number().min(-10).max(10);

export const knobsSchema = z.object({
  /** Items in the slate. */
  slateSize: z.number().int().min(1).max(50).default(10),
  /** Candidates asked of each source. */
  candidates: z
    .object({
      "two-tower": candidateCount.default(300),
      "item-to-item": candidateCount.default(120),
      subscriptions: candidateCount.default(60),
      fresh: candidateCount.default(60),
      popularity: candidateCount.default(60),
      exploration: candidateCount.default(20),
    })
    .prefault({}),
  /** How the two-tower source searches: all rows, or only the lists nearest to the query (inverted file). */
  index: z.enum(["exact", "lists"]).default("exact"),
  /** How many of the index's lists are searched when `index` is "lists". */
  probes: z.number().int().min(1).max(1024).default(16),
  ranker: z.enum(RANKER_NAMES).default("dcn-v2"),
  /** score = click * (w.click + w.watch * watch + w.like * like) - w.hide * hide: see ranking/heads.ts. */
  headWeights: z
    .object({
      click: headWeight.default(0.2),
      watch: headWeight.default(1),
      like: headWeight.default(1),
      hide: headWeight.default(2),
    })
    .prefault({}),
  /** How many ranked items the re-ranker sees. */
  rankLimit: z.number().int().min(10).max(500).default(100),
  diversifier: z.enum(["mmr", "dpp", "none"]).default("mmr"),
  /** 1 is relevance only, 0 is difference only. */
  mmrLambda: z.number().min(0).max(1).default(0.5),
  /** At most so many videos of one creator in a slate. */
  creatorCap: z.number().int().min(1).max(50).default(2),
  /** At least so many videos of the slate are at most `freshDays` old, as far as the candidates allow. */
  freshQuota: z.number().int().min(0).max(10).default(1),
  freshDays: z.number().min(0.5).max(30).default(3),
  ablate: z.array(ablationSchema).default([]),
});
export type Knobs = z.infer<typeof knobsSchema>;
export type KnobsInput = z.input<typeof knobsSchema>;
export const DEFAULT_KNOBS: Knobs = knobsSchema.parse({});
