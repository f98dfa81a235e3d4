/** The types of the ads lab. Types only, so that the first paint loads neither schemas nor models. */
import type { LabLive, LabView } from "@/components/lab/core/lab-types";
import type { AdLabState } from "@/lib/pipeline/ads/lab-state";
import type { AdLadder, AdModelCard, AdTrainingPoint } from "@/lib/pipeline/ads/model-card";
import type { AdRequestProfile, AdRun } from "@/lib/pipeline/ads/trace";

/** Everything a page hands over: a run that was computed beforehand, and the state it was computed with. */
export type AdsLabStart = {
  state: AdLabState;
  card: AdModelCard;
  request: AdRequestProfile;
  run: AdRun;
};

export type AdsLabShape = {
  state: AdLabState;
  own: {
    run: AdRun;
    /** The same request and models with the knobs as shipped: what changes are measured against. */
    baseline: AdRun;
    /** As it is asked, the visitor's changes included. */
    request: AdRequestProfile;
    card: AdModelCard;
    /** Of the models that serve now. */
    ladder: AdLadder;
  };
  point: AdTrainingPoint;
  live: { shippedModelsUrl: string };
  part: "backend" | "world" | "models" | "request" | "run";
};
export type AdsLive = LabLive<AdsLabShape>;
export type AdsLabView = LabView<AdsLabShape>;
