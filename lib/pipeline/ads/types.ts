/** The pipeline's interfaces on the ads world. */
import type { AdRequest } from "@/lib/worlds/ads/types";
import type * as types from "../types";
import type { AdKnobs } from "./knobs";
import type { AdDropReason, AdModelName, AdSourceName, AdStepName } from "./names";
import type { RawFeatures } from "./rows";
import type { AdRequestEdits } from "./trace";

/** What became of an ad's prediction and bid in one request. */
export type AuctionEntry = {
  raw: number;
  corrected: number;
  calibrated: number;
  explored: number;
  bid: number;
  pacing: number;
  quality: number;
  eCpm: number;
};

/** Notes of one request, written by the steps and read by who explains it. */
export type AdNotes = {
  /** Logits of the chosen model, by ad. */
  readonly logits: Map<number, number>;
  readonly entries: Map<number, AuctionEntry>;
  /** By falling eCPM. */
  auctionOrder: Int32Array;
  /** Money per click of the winners. */
  readonly prices: Map<number, number>;
  lastWinningECpm: number;
};

export type AdQuery = {
  /** Number of the request in the day; seeds the draws of exploration. */
  readonly number: number;
  /** As the visitor changed it. */
  readonly request: AdRequest;
  readonly edits: AdRequestEdits;
  /** FEED or SIDE: which slot is sold. */
  readonly slot: number;
  /** Features of the request with the first ad of the shelf. */
  readonly features: RawFeatures;
  /** By campaign, at the hour of the request. */
  readonly spent: Float32Array;
  readonly multipliers: Float32Array;
  readonly notes: AdNotes;
};

export type AdsShape = {
  query: AdQuery;
  source: AdSourceName;
  head: "click";
  ranker: AdModelName;
  reason: AdDropReason;
  step: AdStepName;
  knobs: AdKnobs & { readonly rankLimit: number };
};
export type AdPipeline = types.Pipeline<AdsShape>;
export type AdPipelineRun = types.PipelineRun<AdsShape>;
