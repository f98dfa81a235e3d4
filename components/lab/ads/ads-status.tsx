import type { AdsLabStore } from "@/components/lab/ads/ads-store";
import type { AdsLabView } from "@/components/lab/ads/ads-view";
import { totalMilliseconds } from "@/components/lab/core/funnel/funnel-stages";
import { LabStatus } from "@/components/lab/core/lab-status";
import { formatCount, formatMany, formatMilliseconds } from "@/components/lab/format";

function describeRun({ run: { steps, liveAds, slate } }: AdsLabView): string {
  const shown = slate.length === 0 ? "none" : String(slate.length);
  return `${formatCount(liveAds)} live ads to ${shown} in ${formatMilliseconds(totalMilliseconds(steps))}`;
}

export function AdsStatus({ lab, view }: { lab: AdsLabStore; view: AdsLabView }) {
  const stored = `One request over ${formatMany(view.run.liveAds, "live ad")}, computed beforehand. Touch a knob, and it runs here, in your browser.`;
  const words = { stored, ran: describeRun(view), about: view.request.user };
  return <LabStatus lab={lab} view={view} words={words} withLink />;
}
