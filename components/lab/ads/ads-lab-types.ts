/** What the panels of the ads lab need of it. Types only. */
import type * as z from "zod";
import type { adTrainOptionsSchema } from "@/lib/pipeline/ads/model-card";
import type { AdModelName, TrainedAdModelName } from "@/lib/pipeline/ads/names";
import type { ADS_CALLS } from "@/lib/pipeline/workers/calls/ads-calls";
import type { CallOptions } from "@/lib/pipeline/workers/client";

type Calls = typeof ADS_CALLS;
export type AdsCallName = keyof Calls;
export type AdsCallParams<Name extends AdsCallName> = z.input<Calls[Name]["params"]>;
export type AdsCallResult<Name extends AdsCallName> = z.output<Calls[Name]["result"]>;

/** A question to the worker, asked once the pipeline stands as shown. */
export type AdsAsk = <Name extends AdsCallName>(
  name: Name,
  params: AdsCallParams<Name>,
  options?: CallOptions,
) => Promise<AdsCallResult<Name>>;

/** What the studies train, again and again: one model on so many rows. */
export type StudySettings = { model: TrainedAdModelName; rows: number; seed: number };
export type StudyPanelProps = {
  ask: AdsAsk;
  settings: StudySettings;
  onSettings: (settings: StudySettings) => void;
};
/** How the models of the ladder are trained, every option named. */
export type AdTraining = z.output<typeof adTrainOptionsSchema>;
/** Whose predictions are judged. */
export type JudgedModel = AdModelName;
