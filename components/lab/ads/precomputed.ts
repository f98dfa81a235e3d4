/** The run that is drawn before anything is loaded. Read on the server only; a page gets the part that it draws. */
import type { AdsLabStart } from "@/components/lab/ads/ads-view";
import { adLabCodec } from "@/lib/pipeline/ads/lab-state";
import { precomputedAdRun } from "@/lib/pipeline/ads/precomputed";

/** The first of the stored runs. */
export function precomputedAdsStart(): AdsLabStart {
  const { card, runs } = precomputedAdRun;
  const [shown] = runs;
  if (!shown) throw new Error("There is no stored run of the ads pipeline.");
  return { state: adLabCodec.defaults, card, request: shown.request, run: shown.run };
}
