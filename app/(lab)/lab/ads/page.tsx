import type { Metadata } from "next";
import { AdsLab } from "@/components/lab/ads/ads-lab";
import { precomputedAdsStart } from "@/components/lab/ads/precomputed";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { evidenceActions } from "../evidence-actions";

export const metadata: Metadata = {
  title: "Ads lab",
  description:
    "Targeting, a ladder of click models, calibration and a second-price auction over a world of ads, run and trained in your browser.",
};

export default function AdsLabPage() {
  const start = precomputedAdsStart();
  return (
    <PageShell className="sm:pt-6! [&>header]:mb-4">
      <PageHeader
        eyebrow="Lab"
        title="Ad click prediction, running"
        lead={`${start.run.liveAds.toLocaleString("en")} live ads go in, one is shown. Change a knob and see which, what it pays, and why.`}
      />
      <AdsLab start={start} evidence={evidenceActions} />
    </PageShell>
  );
}
