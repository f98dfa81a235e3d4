/** The run that is drawn before anything is loaded. Read on the server only; a page gets the part that it draws. */
import type { AdsLabStart } from "@/components/lab/ads/ads-view";
import { adLabCodec } from "@/lib/pipeline/ads/lab-state";
import type { PrecomputedAdRun } from "@/lib/pipeline/ads/model-card";
import { precomputedAdRun } from "@/lib/pipeline/ads/precomputed";

/** Highest that the reserve can be set to: above it no knob could empty the place. */
const REACHED_BY_RESERVE = 50;

/** Somebody with a past, in an ordinary auction: every knob has something to change. */
const isTelling = ({ request, run }: PrecomputedAdRun["runs"][number]) =>
  !request.isOptedOut && (run.slate[0]?.auction?.eCpm ?? REACHED_BY_RESERVE) < REACHED_BY_RESERVE;

/** The most telling of the stored runs. */
export function precomputedAdsStart(): AdsLabStart {
  const { card, runs } = precomputedAdRun;
  const shown = runs.find(isTelling) ?? runs[0];
  if (!shown) throw new Error("There is no stored run of the ads pipeline.");
  return { state: adLabCodec.defaults, card, request: shown.request, run: shown.run };
}
