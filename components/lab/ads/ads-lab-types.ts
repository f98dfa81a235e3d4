/** What the panels of the ads lab need of it. */
import type * as z from "zod";
import type { AdStudySettings } from "@/lib/pipeline/ads/lab-state";
import type { adTrainOptionsSchema } from "@/lib/pipeline/ads/model-card";
import type { AdModelName } from "@/lib/pipeline/ads/names";
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

export type StudyPanelProps = {
  ask: AdsAsk;
  study: AdStudySettings;
  seed: number;
  onStudy: (part: Partial<AdStudySettings>) => void;
};
/** What a study trains, again and again: one model on so many rows. */
export const trainedOn = ({ study: { model, rows }, seed }: Pick<StudyPanelProps, "study" | "seed">) => ({
  model,
  rows,
  seed,
});
/** How the models of the ladder are trained, every option named. */
export type AdTraining = z.output<typeof adTrainOptionsSchema>;
/** Whose predictions are judged. */
export type JudgedModel = AdModelName;
