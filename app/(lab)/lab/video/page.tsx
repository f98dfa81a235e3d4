import type { Metadata } from "next";
import { precomputedStart } from "@/components/lab/video/precomputed";
import { VideoLab } from "@/components/lab/video/video-lab";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { evidenceActions } from "../evidence-actions";

export const metadata: Metadata = {
  title: "Video lab",
  description:
    "A two-tower retriever, a multi-task ranker and a re-ranker over a world of videos, run and trained in your browser.",
};

export default function VideoLabPage() {
  const start = precomputedStart();
  return (
    <PageShell className="sm:pt-6! [&>header]:mb-4">
      <PageHeader
        eyebrow="Lab"
        title="Video recommendation, running"
        lead={`${start.recommendation.catalogueSize.toLocaleString("en")} videos go in, ten come out. Change a knob and see which, and why.`}
      />
      <VideoLab start={start} evidence={evidenceActions} />
    </PageShell>
  );
}
